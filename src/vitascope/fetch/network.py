"""Connects to checked addresses only, beneath the HTTP client."""

from collections.abc import Iterable

import anyio
import httpcore2

from vitascope.fetch.guard import Guard

# A name with many addresses is tried at so many of them, and no more.
_MOST_ADDRESSES = 4


class GuardedNetwork(httpcore2.AsyncNetworkBackend):
    """Looks a name up once, checks every address, and connects to these.

    TLS still asks for the name, since only the connection is made to an address. The timeout
    is for all of it. ``beneath`` makes the connections.

    Raises:
        Blocked: the guard lets one of the addresses not pass; nothing was connected.
        Unreachable: the name has no address.
    """

    def __init__(
        self, guard: Guard, beneath: httpcore2.AsyncNetworkBackend | None = None
    ) -> None:
        self._guard = guard
        self._beneath = beneath or httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is the library's
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        try:
            with anyio.fail_after(timeout):
                addresses = await self._guard.resolve(host, port)
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout(f"looking up {host}") from error
        tried = addresses[:_MOST_ADDRESSES]
        share_s = None if timeout is None else timeout / len(tried)
        failure: Exception = httpcore2.ConnectError(host)
        for address in tried:
            try:
                return await self._beneath.connect_tcp(
                    address, port, share_s, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is the library's
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        raise httpcore2.ConnectError("No socket of this machine is fetched from")

    async def sleep(self, seconds: float) -> None:
        await anyio.sleep(seconds)
