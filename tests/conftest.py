"""What every test may ask for: a real database on each engine, and clips drawn by ffmpeg."""

import gc
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings
from tests.media.clips import TONE, Draw
from tests.one_loop import end_loop
from tests.s3 import s3_endpoint

from vitascope.core.schema import metadata
from vitascope.db import Database, Tx
from vitascope.media.ffmpeg import Tools

__all__ = ["s3_endpoint"]

SECRET = b"a secret of the tests"
# A busy machine is slow, and that is no fault of what is tested.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

POSTGRES_URL = os.environ.get("VITASCOPE_TEST_POSTGRES_URL", "")


@pytest.fixture(scope="session", autouse=True)
def one_loop() -> Iterator[None]:
    yield
    end_loop()


def pytest_collection_finish() -> None:
    """Modules and collected tests stay to the end: nobody has to look for garbage in them."""
    gc.collect()
    gc.freeze()


def missing(what: str) -> None:
    """Skip on a person's machine; in CI whatever a test needs must be there."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and CI must have it")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with every table: copying it is cheaper than making it."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    database = Database(f"sqlite:///{path}")
    _create(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def sqlite_file(
    template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator["SqliteFile"]:
    file = SqliteFile(template, tmp_path_factory.mktemp("sqlite") / "test.db")
    yield file
    file.close()


@pytest.fixture
def sqlite_db(sqlite_file: "SqliteFile") -> Iterator[Database]:
    """An empty SQLite database with every table."""
    yield sqlite_file.database
    sqlite_file.empty()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def db(request: pytest.FixtureRequest) -> Database:
    """An empty database with every table."""
    database: Database = request.getfixturevalue(f"{request.param}_db")
    return database


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A database of this run's own on the PostgreSQL server, so that runs may meet."""
    if not POSTGRES_URL:
        missing("PostgreSQL (VITASCOPE_TEST_POSTGRES_URL)")
    server = sa.create_engine(POSTGRES_URL, isolation_level="AUTOCOMMIT")
    name = f"vitascope_{os.getpid()}"
    with server.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    url = sa.make_url(POSTGRES_URL).set(database=name).render_as_string(hide_password=False)
    database = Database(url)
    _create(database)
    database.close()
    yield url
    with server.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(scope="session")
def postgres_server(postgres_url: str) -> Iterator["PostgresServer"]:
    server = PostgresServer(postgres_url)
    yield server
    server.close()


@pytest.fixture
def postgres_db(postgres_server: "PostgresServer") -> Iterator[Database]:
    """An empty PostgreSQL database with every table."""
    yield postgres_server.emptied()
    postgres_server.let_go()


@pytest.fixture
def tx(db: Database) -> Iterator[Tx]:
    """A transaction that is undone after the test: nothing has to be emptied then."""
    with suppress(_Undo), db.begin() as tx:
        yield tx
        raise _Undo


@pytest.fixture(scope="session")
def tools() -> Tools:
    return Tools.find(None)


@pytest.fixture
def draw(tools: Tools, tmp_path: Path) -> Draw:
    """Run ffmpeg with the given words and return the file it wrote."""

    def run(name: str, *words: str) -> Path:
        target = tmp_path / name
        command = [tools.ffmpeg, "-nostdin", "-v", "error", "-y", *words, str(target)]
        subprocess.run(command, check=True)
        return target

    return run


@pytest.fixture
def draw_clip(draw: Draw) -> Draw:
    """A short H.264 and AAC clip of the given size; more words are options of the output."""

    def run(
        name: str = "clip.mp4",
        *words: str,
        size: str = "640x360",
        duration_s: float = 6,
        sound: bool = True,
    ) -> Path:
        picture = ("-f", "lavfi", "-i", f"testsrc2=size={size}:rate=30")
        return draw(
            name,
            *picture,
            *(TONE if sound else ()),
            *("-t", str(duration_s), "-c:v", "libx264", "-preset", "ultrafast"),
            *("-pix_fmt", "yuv420p", "-g", "60", "-c:a", "aac", "-ac", "2"),
            *words,
        )

    return run


class _Undo(Exception):
    """Ends a transaction without committing it."""


class SqliteFile:
    """One database for all tests of a run, put back when one has changed it: each database
    compiles its statements anew, which took half of the time of most tests.
    """

    def __init__(self, template: Path, path: Path) -> None:
        self._template = template
        self._path = path
        self.database = self._open()
        self._observer = self._lay()

    def close(self) -> None:
        self._observer.close()
        self.database.close()

    def empty(self) -> None:
        if self.database._turn.locked():  # type: ignore[union-attr] # a lock, on SQLite
            # The next test would wait for it without an end.
            self.database = self._open()
            pytest.fail("This test left a transaction open")
        if self._version() != self._seen:
            self._observer.close()
            self.database.close()
            self._observer = self._lay()

    def _open(self) -> Database:
        database = Database(f"sqlite:///{self._path}", secret=SECRET)
        for engine in (database._writer, database._reader):
            sa.event.listen(engine, "connect", _without_waiting)
        return database

    def _lay(self) -> sqlite3.Connection:
        # New files, so that whoever still has the old ones open harms nobody.
        for path in self._path.parent.iterdir():
            path.unlink()
        shutil.copy(self._template, self._path)
        self._observer = sqlite3.connect(self._path)
        self._seen = self._version()
        return self._observer

    def _version(self) -> int:
        """A number that changes when anybody commits."""
        version: int = self._observer.execute("PRAGMA data_version").fetchone()[0]
        return version


def _without_waiting(connection: sqlite3.Connection, _record: object) -> None:
    """What a power cut would take away, a test does not need."""
    connection.execute("PRAGMA synchronous = OFF")


def _create(database: Database) -> None:
    with database.begin() as tx:
        metadata.create_all(tx)


class PostgresServer:
    """One database for all tests of a run, emptied before a test when one has filled it."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._database = Database(url, secret=SECRET)

    def emptied(self) -> Database:
        try:
            with self._database.begin() as tx:
                _empty(tx)
        except sa.exc.ProgrammingError:
            # A test has taken a table away.
            with self._database.begin() as tx:
                tx.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            _create(self._database)
        return self._database

    def close(self) -> None:
        self._database.close()

    def let_go(self) -> None:
        """Whatever the test has left open is of no use to the next."""
        pool = self._database._writer.pool
        if not isinstance(pool, sa.pool.QueuePool) or pool.checkedout():
            self._database.close()
            self._database = Database(self._url, secret=SECRET)


def _is_filled() -> sa.Select[tuple[bool]]:
    tables = [
        sa.exists(sa.select(sa.literal(1)).select_from(t)) for t in metadata.tables.values()
    ]
    names = sa.table("pg_namespace", sa.column("nspname"))
    engine = sa.exists(sa.select(sa.literal(1)).where(names.c.nspname == "dbos"))
    return sa.select(sa.or_(*tables, engine))


def _empty(tx: Tx) -> None:
    """Ask first: most tests leave nothing, and forty statements take longer than one."""
    if tx.execute(_is_filled()).scalar_one():
        rows = [str(table.delete()) for table in reversed(metadata.sorted_tables)]
        tx.exec_driver_sql("; ".join(["DROP SCHEMA IF EXISTS dbos CASCADE", *rows]))
    numbers = tx.execute(sa.text("SELECT sequencename FROM pg_sequences")).scalars().all()
    tx.execute(sa.select(*(sa.func.setval(f'"{name}"', 1, False) for name in numbers)))
