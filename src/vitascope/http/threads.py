"""Blocking work on a thread, without leaving the thread behind."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def on_thread(deed: Callable[..., T], *arguments: object) -> T:
    """``deed(*arguments)`` on a thread.

    When cancelled, waits until the thread is done. So the caller may close descriptors that
    the deed uses: the thread never meets the next file that gets their numbers.
    """
    running = asyncio.get_running_loop().run_in_executor(None, deed, *arguments)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        raise
