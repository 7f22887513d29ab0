"""A PeerTube app on a database of its own, and people who are logged in."""

import secrets
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeAlias

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.factories import NOON, make_user

from vitascope.core.access.queries import insert_session
from vitascope.core.access.sessions import hash_token, make_client
from vitascope.core.accounts.model import Role, User
from vitascope.db import Database
from vitascope.dialects.peertube import build
from vitascope.dialects.peertube.parts import parts_for
from vitascope.http.runtime import Runtime

Login: TypeAlias = Callable[[User], Headers]


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
    app.state.parts = parts_for(runtime)
    with TestClient(app) as client:
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
def root(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "root", Role.ADMINISTRATOR)


@pytest.fixture
def login(db: Database) -> Login:
    def make(user: User) -> Headers:
        token = secrets.token_hex(20)
        with db.begin() as tx:
            insert_session(
                tx,
                user_id=user.id,
                access_hash=hash_token(token),
                refresh_hash=hash_token(f"refresh {token}"),
                access_expires_at=NOON + timedelta(days=1),
                refresh_expires_at=NOON + timedelta(days=14),
                now=NOON,
            )
        return {"Authorization": f"Bearer {token}"}

    return make
