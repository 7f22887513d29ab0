"""Looks names up on threads of its own: a slow name keeps nothing but itself waiting."""

import asyncio
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future


def ask_system(host: str) -> list[str]:
    """What the operating system knows of ``host``, best first. It may take a minute.

    Raises:
        OSError: it knows nothing.
    """
    answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(answer[4][0]) for answer in answers]


class Lookups:
    """A name is asked for once at a time, however many want to know: all get that answer.

    Every lookup has a thread, so that no name waits for another's. Nothing can end a lookup,
    and nobody waits for one at the end: not the loop, and not the process.
    """

    def __init__(self, ask: Callable[[str], list[str]] = ask_system) -> None:
        self._ask = ask
        self._lock = threading.Lock()
        self._under_way: dict[str, Future[list[str]]] = {}

    async def addresses_of(self, host: str) -> list[str]:
        """Raises what asking raises."""
        return await asyncio.wrap_future(self._begun(host))

    def _begun(self, host: str) -> "Future[list[str]]":
        with self._lock:
            found = self._under_way.get(host)
            if found is None:
                found = Future()
                # Who stops waiting must not end it for the others.
                found.set_running_or_notify_cancel()
                # Quick as it may be, it takes itself out only after the lock is free.
                threading.Thread(
                    target=self._look_up, args=(host, found), name="lookup", daemon=True
                ).start()
                self._under_way[host] = found
        return found

    def _look_up(self, host: str, found: "Future[list[str]]") -> None:
        try:
            addresses = self._ask(host)
        except Exception as error:  # noqa: BLE001 -- raised where it is waited for
            self._forget(host)
            found.set_exception(error)
        else:
            self._forget(host)
            found.set_result(addresses)

    def _forget(self, host: str) -> None:
        with self._lock:
            del self._under_way[host]
