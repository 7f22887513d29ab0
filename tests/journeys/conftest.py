"""Servers for journeys; each test has its own folder, and those that only watch share one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.journeys.cinema import Cinema, opened
from tests.journeys.server import Peertube, Server
from tests.web.browser import browser, context, page, record

from vitascope.media.ffmpeg import Tools

__all__ = ["browser", "context", "page", "record"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path / "data").start()
    yield started
    started.kill()


@pytest.fixture
def peertube(server: Server) -> Peertube:
    return Peertube(server).log_in()


@pytest.fixture(scope="session")
def cinema(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cinema]:
    """Tests may watch and ask, and change nothing."""
    with opened(tools, tmp_path_factory.mktemp("cinema")) as made:
        yield made
