"""The origin's app over a database and a local store, without a server."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from tests.conftest import SECRET
from tests.factories import NOON

from vitascope.core.access.model import ClientInfo, SessionKind
from vitascope.core.access.sessions import open_session
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.db import Database
from vitascope.http.caller import Callers
from vitascope.http.metering import Metering
from vitascope.http.session_cookie import NAME
from vitascope.media.ffmpeg import Tools
from vitascope.origin.app import OriginApp
from vitascope.origin.delivery import Origin
from vitascope.origin.downloads import Downloads
from vitascope.origin.gate import Gate
from vitascope.origin.pictures import WebPictures
from vitascope.origin.shelf import Shelf
from vitascope.origin.viewers import Viewers
from vitascope.storage import BlobStore, StorageOptions, open_store
from vitascope.storage.scratch import Scratch

VAULT = Vault(SECRET)


@dataclass(frozen=True)
class Stage:
    db: Database
    store: BlobStore
    scratch: Scratch
    client: httpx.AsyncClient
    metering: Metering


@pytest.fixture
async def stage(db: Database, tmp_path: Path, tools: Tools) -> AsyncIterator[Stage]:
    store = open_store(StorageOptions(url=f"file:{tmp_path / 'media'}"))
    scratch = Scratch(tmp_path / "scratch")
    metering = Metering(db, lambda: NOON)
    origin = Origin(
        db=db,
        store=store,
        gate=Gate(db, SECRET, lambda: NOON),
        shelf=Shelf(db, scratch),
        downloads=Downloads(store, tools, tmp_path / "downloads", max_bytes=10**9),
        metering=metering,
        pictures=WebPictures(store),
    )
    app = OriginApp(origin, Viewers(Callers(db, VAULT, lambda: NOON)))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://origin") as client:
        yield Stage(db, store, scratch, client, metering)


def token_of(db: Database, name: str, kind: SessionKind = SessionKind.TOKEN) -> str:
    """A session of the user of this name."""
    with db.begin() as tx:
        user = find_user_by_login(tx, name)
        assert user is not None
        opened = open_session(tx, VAULT, user, kind, ClientInfo(), now=NOON)
        return opened.access_token


def bearer(db: Database, name: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token_of(db, name)}"}


def page_cookie(token: str) -> dict[str, str]:
    """What the browser shows that logged in to the pages."""
    return {"Cookie": f"{NAME}={token}"}
