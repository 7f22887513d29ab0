"""A real server for the plumbing that only a real server shows."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
import uvicorn

from vitascope.http.zerocopy import ZeroCopyProtocol

Serve: TypeAlias = Callable[..., tuple[str, int]]


@pytest.fixture(scope="module")
def serve() -> Iterator[Serve]:
    """``serve(app, **settings of uvicorn)`` starts a server and returns its host and port."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(app: Any, **settings: Any) -> tuple[str, int]:
        server = uvicorn.Server(_config(app, settings))
        thread = threading.Thread(target=server.run)
        thread.start()
        running.append((server, thread))
        while not server.started and thread.is_alive():
            time.sleep(0.005)
        host, port = server.servers[0].sockets[0].getsockname()
        return host, port

    yield start
    for server, _ in running:
        server.should_exit = True
    for _, thread in running:
        thread.join()


def _config(app: Any, settings: dict[str, Any]) -> uvicorn.Config:
    ours = {"host": "127.0.0.1", "port": 0, "http": ZeroCopyProtocol, "lifespan": "off"}
    return uvicorn.Config(app, **{**ours, "log_config": None, "access_log": False, **settings})
