"""Blocking work on a thread, without leaving the thread behind."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


# Comparing a password keeps a core busy and takes 19 MiB: a flood of logins waits for these
# threads, and nobody else waits for it.
_PASSWORDS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="password")


async def on_thread(deed: Callable[..., T], *arguments: object) -> T:
    """``deed(*arguments)`` on a thread.

    When cancelled, waits until the thread is done. So the caller may close descriptors that
    the deed uses: the thread never meets the next file that gets their numbers.
    """
    return await _on(None, deed, *arguments)


async def on_password_thread(deed: Callable[..., T], *arguments: object) -> T:
    """As :func:`on_thread`, for deeds that hash or compare a password."""
    return await _on(_PASSWORDS, deed, *arguments)


async def _on(executor: Executor | None, deed: Callable[..., T], *arguments: object) -> T:
    running = asyncio.get_running_loop().run_in_executor(executor, deed, *arguments)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        raise
