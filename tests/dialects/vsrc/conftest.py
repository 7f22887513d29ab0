"""A VSRC app on a database of its own, and two people with keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.factories import NOON, make_user
from tests.one_loop import OneLoopClient

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.dialects.vsrc import build
from vitascope.http.runtime import Runtime


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
        return make_user(tx, "ada")


@pytest.fixture
def bob(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "bob")


@pytest.fixture
def key_of(db: Database) -> Callable[[User, Permission], Headers]:
    def make(user: User, permission: Permission) -> Headers:
        with db.begin() as tx:
            key = create_key(
                tx,
                user.id,
                kind=KeyKind.VSRC,
                name="a key",
                permission=permission,
                now=NOON,
            )
        return {"Authorization": f"Bearer {key.secret}"}

    return make


@pytest.fixture
def writer(key_of: Callable[[User, Permission], Headers], ada: User) -> Headers:
    """Headers with Ada's key that may write."""
    return key_of(ada, Permission.WRITE)


@pytest.fixture
def reader(key_of: Callable[[User, Permission], Headers], ada: User) -> Headers:
    """Headers with Ada's key that may only read."""
    return key_of(ada, Permission.READ)
