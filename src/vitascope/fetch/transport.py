"""The guarded transport of the HTTP client, which fails in this package's words."""

import ssl
from collections.abc import AsyncIterable, AsyncIterator, Iterator
from contextlib import contextmanager
from functools import cache

import httpcore2
import httpx2

from vitascope.fetch.errors import Interrupted, Unreachable
from vitascope.fetch.guard import Guard
from vitascope.fetch.network import GuardedNetwork

MOST_IDLE = 10


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Checks every request's URL, and every address that its host has. It has up to 100
    connections, and keeps up to ``most_idle`` of them for a moment after use.

    Raises:
        FetchError: while connecting, sending or receiving; see :mod:`vitascope.fetch.errors`.
    """

    def __init__(
        self,
        guard: Guard,
        *,
        network: httpcore2.AsyncNetworkBackend | None = None,
        tls: ssl.SSLContext | None = None,
        most_idle: int = MOST_IDLE,
    ) -> None:
        self._guard = guard
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=tls or _usual_tls(),
            max_connections=100,
            max_keepalive_connections=most_idle,
            keepalive_expiry=5,
            network_backend=GuardedNetwork(guard, network),
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self._guard.check_url(str(request.url))
        url = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore2.Request(
            request.method,
            url,
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _in_our_words():
            answer = await self._pool.handle_async_request(asked)
        return httpx2.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Body(httpx2.AsyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        stream = self._answer.stream
        assert isinstance(stream, AsyncIterable)  # noqa: S101 - an async pool's always is
        with _in_our_words():
            async for part in stream:
                yield part

    async def aclose(self) -> None:
        await self._answer.aclose()


@cache
def _usual_tls() -> ssl.SSLContext:
    # Reading the authorities takes 20 ms, and nothing here changes the context.
    return httpx2.create_ssl_context(trust_env=False)


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
        # The library cuts the chain of causes, but carries the first of them.
        if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in error.args):
            raise Unreachable("The server has no certificate that can be trusted") from error
        raise Unreachable("No connection to the server could be made") from error
    except httpcore2.PoolTimeout as error:
        raise Unreachable("Too many connections are open already") from error
    except httpcore2.TimeoutException as error:
        raise Interrupted("The server stopped answering") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise Interrupted("The connection to the server broke") from error
