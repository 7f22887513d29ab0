"""An AVCaption app behind the entrance and the dispatcher, on a database of its own, and two
people with credentials.
"""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from litestar.testing import TestClient
from tests.dialects.avcaption.chunked import draw_clip
from tests.dialects.built import built
from tests.dialects.runtimes import VAULT, Headers, make_runtime
from tests.factories import NOON, actor_of, make_user
from tests.one_loop import OneLoopClient

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import ClientInfo, KeyKind, Permission, SessionKind
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.model import User
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.read import own_video
from vitascope.db import Database
from vitascope.dialects.avcaption import build
from vitascope.http.dispatch import Dispatcher, Route
from vitascope.http.entrance import Entrance
from vitascope.http.proxies import TrustedProxies
from vitascope.http.runtime import Runtime
from vitascope.http.uses import Uses

Client: TypeAlias = TestClient[Any]
OpenClient: TypeAlias = Callable[..., Client]
KeyOf: TypeAlias = Callable[..., str]


@pytest.fixture
def uses(db: Database) -> Uses:
    """What credentials are used for; the test writes it down."""
    return Uses(db, lambda: NOON)


@pytest.fixture
def open_client(db: Database, tmp_path: Path, uses: Uses) -> OpenClient:
    """``open_client(**changes of the runtime)``."""

    def start(**changes: Any) -> Client:
        runtime: Runtime = make_runtime(db, tmp_path, **changes)
        apps: Any = {"avcaption": built(build, runtime)}
        table = [Route("/api/v1", "avcaption")]
        dispatcher = Dispatcher(table, apps, default="avcaption")
        return OneLoopClient(Entrance(dispatcher, TrustedProxies(()), uses))

    return start


@pytest.fixture
def client(open_client: OpenClient) -> Iterator[Client]:
    with open_client() as client:
        yield client


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "ada")


@pytest.fixture
def bob(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "bob")


@pytest.fixture
def key_of(db: Database) -> KeyOf:
    """``key_of(user, kind, **fields of the key)`` makes one and returns it in clear."""

    def make(user: User, kind: KeyKind = KeyKind.AVCAPTION, **fields: Any) -> str:
        given = {"permission": Permission.WRITE, "now": NOON, **fields}
        with db.begin() as tx:
            return create_key(tx, user.id, kind=kind, name="a key", **given).secret

    return make


@pytest.fixture
def session_of(db: Database) -> Callable[[User, SessionKind], Headers]:
    """Headers with the token of a new session."""

    def log_in(user: User, kind: SessionKind) -> Headers:
        with db.begin() as tx:
            tokens = open_session(tx, VAULT, user, kind, ClientInfo(), now=NOON)
        return {"Authorization": f"Bearer {tokens.access_token}"}

    return log_in


@pytest.fixture
def keyed(key_of: KeyOf, ada: User) -> Headers:
    """Headers with Ada's key that may write."""
    return {"X-API-Key": key_of(ada)}


@pytest.fixture
def reading(key_of: KeyOf, ada: User) -> Headers:
    """Headers with Ada's key that may only read."""
    return {"X-API-Key": key_of(ada, permission=Permission.READ)}


@pytest.fixture
def logged_in(session_of: Callable[[User, SessionKind], Headers], ada: User) -> Headers:
    """Headers with a session of Ada's."""
    return session_of(ada, SessionKind.JWT)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> Any:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return draw_clip(tmp_path_factory.mktemp("clips") / "clip.mp4")


@pytest.fixture
def video_of(db: Database, ada: User) -> Callable[[Any], VideoEntry]:
    """Ada's video that an answer names."""

    def find(answer: Any) -> VideoEntry:
        with db.read() as tx:
            return own_video(tx, actor_of(ada), uuid.UUID(answer.json()["video_id"]))

    return find
