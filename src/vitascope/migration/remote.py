"""One other server, spoken to as the person who has an account there."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import TypeVar
from urllib.parse import urljoin

import httpx2
import msgspec

from vitascope.fetch.client import get_bytes, get_json, open_client, request
from vitascope.fetch.errors import BadAnswer, FetchError, Unreachable
from vitascope.fetch.guard import Guard, Resolver, system_resolver
from vitascope.fetch.url import Address, parse_url
from vitascope.migration.model import RemoteFile

T = TypeVar("T")

# A server that limits how often it is asked wants some seconds of quiet.
PAUSES_S = (1, 3, 10)
_MOST_JSON_BYTES = 64 * 2**20
_MOST_BESIDE_BYTES = 20 * 2**20
_TIMEOUT_S = 120
# VideoCMS puts a file together before it sends the first byte of it.
_SILENCE_S = 600


class Remote:
    """``origin`` is scheme, host and port, where every path begins. ``headers`` are secrets:
    no other server is sent them. ``pauses_s`` lie between the tries of what may succeed later.
    """

    def __init__(
        self,
        client: httpx2.AsyncClient,
        origin: str,
        headers: dict[str, str],
        *,
        pauses_s: Sequence[float],
    ) -> None:
        self.client = client
        self.origin = origin
        self._headers = headers
        self._pauses_s = pauses_s
        self._hosts = {httpx2.URL(origin).netloc}

    def also_called(self, host: str) -> None:
        """The server says it is at ``host``; what it has there is asked for at ``origin``."""
        if host:
            self._hosts.add(host.lower().encode())

    async def get(self, path: str, shape: type[T]) -> T:
        """The JSON at ``path``.

        Raises:
            BadAnswer: also when it has another shape.
            FetchError: there is no answer, after trying again where that may help.
        """
        url = self._url(path)
        found = await self._persist(
            lambda: get_json(
                self.client,
                url,
                limit_bytes=_MOST_JSON_BYTES,
                headers=self._headers,
                timeout_s=_TIMEOUT_S,
            )
        )
        try:
            return msgspec.convert(found, shape)
        except msgspec.ValidationError as error:
            raise BadAnswer(200, f"The server answers {path} with something else") from error

    async def find(self, path: str, shape: type[T]) -> T | None:
        """As :meth:`get`; None when the server has no such thing, or not for us."""
        try:
            return await self.get(path, shape)
        except BadAnswer as error:
            if not error.permanent:
                raise
            return None

    async def get_small(self, file: RemoteFile) -> bytes:
        """The bytes of a picture or a caption, 20 MB at most."""
        return await self._persist(
            lambda: get_bytes(
                self.client,
                file.url,
                limit_bytes=_MOST_BESIDE_BYTES,
                headers=file.headers,
                timeout_s=_TIMEOUT_S,
            )
        )

    async def get_cookie(self, path: str, name: str) -> str | None:
        """What the page at ``path`` sets the cookie ``name`` to; None when it sets none."""
        return await self._persist(lambda: self._look_for_cookie(path, name))

    def file(
        self,
        address: str,
        *,
        size_bytes: int | None = None,
        headers: dict[str, str] | None = None,
    ) -> RemoteFile:
        """The file at a path or URL, with ``headers``, by default those that all requests have,
        when it is on this server.
        """
        url = self._url(address)
        is_here = httpx2.URL(url).netloc == httpx2.URL(self.origin).netloc
        given = self._headers if headers is None else headers
        return RemoteFile(url=url, headers=given if is_here else {}, size_bytes=size_bytes)

    async def _look_for_cookie(self, path: str, name: str) -> str | None:
        async with request(self.client, "GET", self._url(path)) as answer:
            if not answer.is_success:
                raise BadAnswer(answer.status_code)
            return _cookie(answer.headers.get_list("set-cookie"), name)

    def _url(self, address: str) -> str:
        """
        Raises:
            BadAnswer: the server gave something that is no address.
        """
        try:
            url = httpx2.URL(urljoin(f"{self.origin}/", address))
        except (httpx2.InvalidURL, ValueError) as error:
            raise BadAnswer(200, "The server gave an address that is none") from error
        if url.netloc in self._hosts:
            return f"{self.origin}{url.raw_path.decode('ascii')}"
        return str(url)

    async def _persist(self, ask: Callable[[], Awaitable[T]]) -> T:
        for pause_s in self._pauses_s:
            try:
                return await ask()
            except FetchError as error:
                if error.permanent:
                    raise
            await asyncio.sleep(pause_s)
        return await ask()


@asynccontextmanager
async def connect(
    url: str,
    headers: dict[str, str],
    *,
    networks: Sequence[str] = (),
    resolver: Resolver = system_resolver,
    pauses_s: Sequence[float] = PAUSES_S,
) -> AsyncIterator[Remote]:
    """The server at ``url``, wherever it is: whoever moves in named it. Every other address
    has to be on the public internet, or in ``networks``. ``pauses_s`` are the remote's.

    Raises:
        BadUrl: it is no http or https URL.
        Unreachable: there is no such server.
    """
    address = parse_url(url)
    guard = Guard([*networks, *await _addresses(address, resolver)], resolver=resolver)
    async with open_client(guard, timeout_s=_SILENCE_S) as client:
        yield Remote(client, origin_of(address), headers, pauses_s=pauses_s)


def origin_of(address: Address) -> str:
    """Scheme, host and port, as short as they can be written."""
    return str(httpx2.URL(address.url).copy_with(raw_path=b"/")).rstrip("/")


async def _addresses(address: Address, resolver: Resolver) -> list[str]:
    try:
        found = await resolver(address.host, address.port)
        return [str(ip_address(each)) for each in found]
    except (OSError, ValueError) as error:
        raise Unreachable(f"There is no server called {address.host}") from error


def _cookie(headers: Sequence[str], name: str) -> str | None:
    for header in headers:
        try:
            found = SimpleCookie(header).get(name)
        except CookieError:
            continue
        if found is not None:
            return found.value
    return None
