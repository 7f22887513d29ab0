"""Connections and transactions.

The edge opens a transaction, the core works inside it, the edge commits by leaving the
block. Nothing in ``core`` commits.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeAlias

import sqlalchemy as sa

from vitascope.base.errors import Invalid
from vitascope.db.sealing import Sealer

Tx: TypeAlias = sa.Connection

# One naming scheme for constraints: migrations must be able to name what they change.
metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_BUSY_TIMEOUT_MS = 30_000
_AFTER_COMMIT = "vitascope.after_commit"
_SEALER = "vitascope_sealer"


class Database:
    """One SQLite file or one PostgreSQL database.

    ``url`` is SQLAlchemy's: ``sqlite:////path/to/file.db`` or ``postgresql://…``. ``secret``
    seals what must not be read from a copy of the database.
    """

    def __init__(self, url: str, *, secret: bytes = b"") -> None:
        self.url = _with_driver(sa.make_url(url))
        self.is_embedded = self.url.get_backend_name() == "sqlite"
        options = {_SEALER: Sealer(secret)}
        if self.is_embedded:
            self._writer = _sqlite_engine(self.url, _begin_immediate, options)
            self._reader = _sqlite_engine(self.url, _begin_read_only, options)
        else:
            self._writer = sa.create_engine(
                self.url,
                pool_pre_ping=True,
                pool_size=10,
                execution_options=options,
                hide_parameters=True,
            )
            sa.event.listen(self._writer, "handle_error", _explain_nul)
            self._reader = self._writer.execution_options(postgresql_readonly=True)
        # SQLite has one writer. Waiting here is fair and cheap; waiting on the file's lock
        # means sleeping and polling.
        self._turn = threading.Lock() if self.is_embedded else nullcontext()

    @contextmanager
    def begin(self) -> Iterator[Tx]:
        """A transaction that may write; committed on leaving, rolled back on an error."""
        after: list[Callable[[], None]] = []
        with self._turn, self._writer.connect() as tx:
            tx.info[_AFTER_COMMIT] = after
            try:
                with tx.begin():
                    yield tx
            finally:
                tx.info.pop(_AFTER_COMMIT, None)
        for call in after:
            call()

    @contextmanager
    def begin_migration(self) -> Iterator[Tx]:
        """As :meth:`begin`, for changing the schema.

        SQLite changes some tables by copying and dropping them, and dropping a table deletes
        what refers to its rows: foreign keys rest meanwhile, and are checked at the end.

        Raises:
            IntegrityError: a row refers to one that is gone.
        """
        if not self.is_embedded:
            with self.begin() as tx:
                yield tx
            return
        with self._turn, self._writer.connect() as tx:
            # On the driver, since it has no effect once a transaction has begun.
            driver: Any = tx.connection.driver_connection
            driver.execute("PRAGMA foreign_keys = OFF")
            try:
                with tx.begin():
                    yield tx
                    _check_foreign_keys(tx)
            finally:
                driver.execute("PRAGMA foreign_keys = ON")

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """A snapshot to read from. A write inside it is an error."""
        with self._reader.connect() as tx, tx.begin():
            yield tx

    @property
    def path(self) -> Path | None:
        """The file behind an embedded database."""
        return Path(self.url.database or "") if self.is_embedded else None

    def close(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def after_commit(tx: Tx, call: Callable[[], None]) -> None:
    """Run ``call`` once ``tx`` is committed; never when it is rolled back.

    It runs on the committing thread, outside the transaction, so it must be quick and must
    not raise: waking somebody up is its use.
    """
    tx.info[_AFTER_COMMIT].append(call)


def sealer_of(tx: Tx) -> Sealer:
    """What seals texts in this database."""
    sealer: Sealer = tx.get_execution_options()[_SEALER]
    return sealer


def _with_driver(url: sa.URL) -> sa.URL:
    if url.drivername in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    return url


def _explain_nul(context: sa.ExceptionContext) -> None:
    """PostgreSQL keeps no text with a zero character in it, wherever it came from."""
    if isinstance(context.sqlalchemy_exception, sa.exc.DataError) and "NUL" in str(
        context.original_exception
    ):
        raise Invalid("text", "A text contains a character that no text has")


def _sqlite_engine(
    url: sa.URL, begin: Callable[[Tx], None], options: dict[str, Any]
) -> sa.Engine:
    engine = sa.create_engine(
        url,
        connect_args={"check_same_thread": False},
        execution_options=options,
        # The text of an error goes to the log, and parameters may be secrets.
        hide_parameters=True,
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", begin)
    return engine


def _check_foreign_keys(tx: Tx) -> None:
    broken = tx.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        lost = ValueError(f"rows refer to others that are gone: {tables}")
        raise sa.exc.IntegrityError("PRAGMA foreign_key_check", None, lost)


def _begin_immediate(tx: Tx) -> None:
    # A deferred transaction that reads first and writes later fails at once with
    # "database is locked" when somebody else wrote in between, whatever the timeout.
    tx.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_read_only(tx: Tx) -> None:
    tx.exec_driver_sql("PRAGMA query_only = ON")
    tx.exec_driver_sql("BEGIN")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours: see _begin_immediate
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    # Readers go on while the one writer works.
    cursor.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL survives a killed process; a power cut may lose the last commits
    # but never the file.
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA cache_size = -20000")
    cursor.close()
