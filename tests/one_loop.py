"""A client whose requests run on one event loop with those of all tests: starting and ending
a loop and its threads for each took as long as most tests.
"""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, TypeVar

from anyio.from_thread import BlockingPortal, start_blocking_portal
from litestar.testing import TestClient
from litestar.types import ASGIApp

T = TypeVar("T", bound=ASGIApp)

_ENTERED = ExitStack()
_PORTALS: list[BlockingPortal] = []


class OneLoopClient(TestClient[T]):
    """As ``TestClient``: what an app leaves running when its client ends is cancelled."""

    # Otherwise it looks like a test.
    __test__ = False

    @contextmanager
    def portal(self) -> Iterator[BlockingPortal]:
        if not _PORTALS:
            _PORTALS.append(_ENTERED.enter_context(start_blocking_portal()))
        yield _PORTALS[0]

    def __exit__(self, *args: Any) -> None:
        before: set[asyncio.Task[Any]] = self._tasks_before
        super().__exit__(*args)
        with self.portal() as portal:
            portal.call(_cancel_all_but, before)

    def __enter__(self) -> "OneLoopClient[T]":
        with self.portal() as portal:
            self._tasks_before = portal.call(_running)
        return super().__enter__()


def end_loop() -> None:
    """At the end of all tests."""
    _PORTALS.clear()
    _ENTERED.close()


async def _running() -> set["asyncio.Task[Any]"]:
    return asyncio.all_tasks() - {asyncio.current_task()}


async def _cancel_all_but(before: set["asyncio.Task[Any]"]) -> None:
    left = await _running() - before
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
