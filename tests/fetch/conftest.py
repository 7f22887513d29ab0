"""A client and a proxy that may reach 127.0.0.1 only, and what speaks through them."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
from tests.fetch.file_server import MB, Fetch
from tests.fetch.loopback import HERE, LoopbackServer

from vitascope.fetch.client import open_client
from vitascope.fetch.download import Downloaded, download
from vitascope.fetch.proxy import GuardedProxy


@pytest.fixture
async def proxy() -> AsyncIterator[GuardedProxy]:
    async with GuardedProxy(HERE) as running:
        yield running


@pytest.fixture
async def child(proxy: GuardedProxy) -> AsyncIterator[httpx.AsyncClient]:
    """What a child program does: its own client, which knows of nothing but the proxy."""
    async with httpx.AsyncClient(proxy=proxy.url, trust_env=False, timeout=30) as client:
        yield client


@pytest.fixture
async def client() -> AsyncIterator[httpx2.AsyncClient]:
    async with open_client(HERE) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "source.part"


@pytest.fixture
def fetch(client: httpx2.AsyncClient, path: Path) -> Fetch:
    async def run(server: LoopbackServer | str, **changes: Any) -> Downloaded:
        options: dict[str, Any] = {
            "limit_bytes": 100 * MB,
            "timeout_s": 60,
            "on_progress": lambda _done, _total: None,
            "pauses_s": (0, 0),
        }
        url = server if isinstance(server, str) else server.url("/v.mp4")
        return await download(client, url, path, **options | changes)

    return run
