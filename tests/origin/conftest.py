"""The origin's app over a database and a local store, without a server."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from tests.factories import NOON

from vitascope.core.access.sessions import log_in
from vitascope.db import Database
from vitascope.media.ffmpeg import Tools
from vitascope.origin.app import OriginApp
from vitascope.origin.delivery import Origin
from vitascope.origin.downloads import Downloads
from vitascope.origin.gate import Gate
from vitascope.origin.shelf import Shelf
from vitascope.origin.viewers import Viewers
from vitascope.storage import BlobStore, StorageOptions, open_store
from vitascope.storage.scratch import Scratch

SECRET = b"a secret of the tests"


@dataclass(frozen=True)
class Stage:
    db: Database
    store: BlobStore
    scratch: Scratch
    client: httpx.AsyncClient


@pytest.fixture
async def stage(db: Database, tmp_path: Path, tools: Tools) -> AsyncIterator[Stage]:
    store = open_store(StorageOptions(url=f"file:{tmp_path / 'media'}"))
    scratch = Scratch(tmp_path / "scratch")
    origin = Origin(
        db=db,
        store=store,
        gate=Gate(db, SECRET, lambda: NOON),
        shelf=Shelf(db, scratch),
        downloads=Downloads(store, tools, tmp_path / "downloads", max_bytes=10**9),
    )
    app = OriginApp(origin, Viewers(db, lambda: NOON))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://origin") as client:
        yield Stage(db, store, scratch, client)


def bearer(db: Database, name: str, password: str) -> dict[str, str]:
    token = log_in(db, name, password, now=NOON).access_token
    return {"Authorization": f"Bearer {token}"}
