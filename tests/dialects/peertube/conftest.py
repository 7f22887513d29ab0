"""A PeerTube app on a database of its own, and people who are logged in."""

import secrets
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from litestar import Litestar
from tests.dialects.runtimes import PUBLIC_URL, Client, Headers, make_runtime
from tests.factories import NOON, make_user
from tests.http.conftest import Serve, serve
from tests.one_loop import OneLoopClient
from tests.settings import changed

from vitascope.core.access.model import ClientInfo, SessionKind
from vitascope.core.access.queries.sessions import insert_session
from vitascope.core.access.sessions import make_client
from vitascope.core.access.tokens import hash_token
from vitascope.core.accounts.model import Role, User
from vitascope.db import Database
from vitascope.dialects.peertube import build
from vitascope.dialects.peertube.parts import parts_for
from vitascope.fetch.guard import Guard
from vitascope.http.runtime import Runtime
from vitascope.media.ffmpeg import Tools

__all__ = ["Serve", "serve"]

Login: TypeAlias = Callable[[User], Headers]
Change: TypeAlias = Callable[..., None]
Names: TypeAlias = dict[str, list[str]]


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    with db.begin() as tx:
        make_client(tx)
    return make_runtime(db, tmp_path)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Litestar:
    """Built once, since that takes longer than most tests; each brings its own parts."""
    folder = tmp_path_factory.mktemp("peertube")
    return build(make_runtime(Database(f"sqlite:///{folder / 'unused.db'}"), folder))


@pytest.fixture
def client(app: Litestar, runtime: Runtime) -> Iterator[Client]:
    runtime.settings.current()
    app.state.parts = parts_for(runtime)
    # At the public address: elsewhere nobody is told of the OAuth client.
    with OneLoopClient(app, base_url=PUBLIC_URL) as client:
        yield client


@pytest.fixture
def change(app: Litestar, client: Client, runtime: Runtime) -> Change:
    """Have the server run with other parts or settings from now on."""

    def make(**changes: Any) -> None:
        current = app.state.parts.runtime
        app.state.parts = parts_for(changed(runtime, **{"guard": current.guard, **changes}))

    return make


@pytest.fixture
def names(app: Litestar, client: Client) -> Names:
    """What names of hosts stand for; those that are not here are unknown."""
    known: Names = {"films.example": ["93.184.216.34"]}

    async def resolve(host: str, _: int) -> list[str]:
        return known.get(host, [])

    guarded = replace(app.state.parts.runtime, guard=Guard(resolver=resolve))
    app.state.parts = parts_for(guarded)
    return known


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "ada")


@pytest.fixture
def bob(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "bob")


@pytest.fixture
def root(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "root", Role.ADMINISTRATOR)


@pytest.fixture
def mod(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "mod", Role.MODERATOR)


@pytest.fixture
def login(db: Database) -> Login:
    def make(user: User) -> Headers:
        token = secrets.token_hex(20)
        with db.begin() as tx:
            insert_session(
                tx,
                user_id=user.id,
                kind=SessionKind.TOKEN,
                access_hash=hash_token(token),
                refresh_hash=hash_token(f"refresh {token}"),
                access_expires_at=NOON + timedelta(days=1),
                refresh_expires_at=NOON + timedelta(days=14),
                client=ClientInfo(),
                now=NOON,
            )
        return {"Authorization": f"Bearer {token}"}

    return make


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Half a second of moving picture."""
    path = tmp_path_factory.mktemp("clips") / "clip.mp4"
    source = "testsrc2=size=128x96:rate=10:duration=0.5"
    subprocess.run(
        [Tools.find(None).ffmpeg, "-v", "error", "-f", "lavfi", "-i", source, str(path)],
        check=True,
    )
    return path.read_bytes()
