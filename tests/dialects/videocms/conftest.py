"""A VideoCMS app on a database of its own, an administrator, and somebody else."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import httpx
import pytest
from tests.dialects.built import built
from tests.dialects.runtimes import VAULT, Client, Headers, make_runtime
from tests.factories import NOON, make_user
from tests.one_loop import OneLoopClient

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import ClientInfo, KeyKind, Permission, SessionKind
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.model import Allowances, Role, User
from vitascope.core.accounts.queries import update_user
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.asgi import ASGIApp
from vitascope.http.runtime import Runtime

HeadersOf: TypeAlias = Callable[[User], Headers]


def bearer(credential: str) -> Headers:
    return {"Authorization": f"Bearer {credential}"}


def allow(db: Database, user: User, **allowed: Any) -> None:
    """Change what an administrator grants the user."""
    with db.begin() as tx:
        update_user(tx, user.id, NOON, allowances=Allowances(**allowed))


def calling(app: ASGIApp, address: str) -> httpx.AsyncClient:
    """A client at that network address."""
    transport = httpx.ASGITransport(app, client=(address, 5000))
    return httpx.AsyncClient(transport=transport, base_url="http://server")


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


@pytest.fixture
def client(runtime: Runtime) -> Iterator[Client]:
    with OneLoopClient(built(build, runtime)) as client:
        yield client


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "ada", Role.ADMINISTRATOR)


@pytest.fixture
def bob(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "bob")


@pytest.fixture
def session_of(db: Database) -> HeadersOf:
    def make(user: User) -> Headers:
        with db.begin() as tx:
            kind, client = SessionKind.JWT, ClientInfo()
            return bearer(open_session(tx, VAULT, user, kind, client, now=NOON).access_token)

    return make


@pytest.fixture
def key_of(db: Database) -> HeadersOf:
    def make(user: User) -> Headers:
        with db.begin() as tx:
            made = create_key(
                tx,
                user.id,
                kind=KeyKind.VIDEOCMS,
                name="a key",
                permission=Permission.WRITE,
                now=NOON,
            )
        return bearer(made.secret)

    return make


@pytest.fixture
def admin(ada: User, session_of: HeadersOf) -> Headers:
    """Headers with the session of Ada, who administrates."""
    return session_of(ada)


@pytest.fixture
def his(bob: User, session_of: HeadersOf) -> Headers:
    """Headers with the session of Bob, who is anybody."""
    return session_of(bob)


@pytest.fixture
def his_key(bob: User, key_of: HeadersOf) -> Headers:
    return key_of(bob)
