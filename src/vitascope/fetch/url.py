"""URLs that people give, taken apart by the parser of the client that follows them."""

import re
from dataclasses import dataclass

import httpx2

from vitascope.fetch.errors import BadUrl, Problem

MOST_CHARACTERS = 8000
_PORTS = {"http": 80, "https": 443}
# Browsers take a backslash for a slash and drop tabs; a URL that two programs read
# differently is how a check is led to one host and the connection to another.
_FORBIDDEN = re.compile(r"[\s\\\x00-\x1f\x7f-\x9f]")
_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?")
_WITH_PORT = re.compile(r"\w+://([^/?#]*@)?(\[[^\]]*\]|[^:/?#\[]+):(?![0-9]{0,5}([/?#]|\Z))")
_IPV6 = re.compile(r"[0-9a-f:.]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """``host`` is a name in ASCII or an IP address without brackets; ``url`` is normalised
    and has no fragment.
    """

    scheme: str
    host: str
    port: int
    url: str

    @property
    def origin(self) -> tuple[str, str, int]:
        """Two addresses with the same one are the same server."""
        return self.scheme, self.host, self.port


def parse_url(text: str) -> Address:
    """Take ``text`` apart, without asking where it leads.

    Raises:
        BadUrl: it is not an http or https URL with a host and without credentials.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadUrl(Problem.LENGTH, f"The URL is longer than {MOST_CHARACTERS} characters")
    if _FORBIDDEN.search(text):
        raise BadUrl(Problem.CHARACTERS, "The URL has spaces or other characters it may not")
    scheme = text.partition(":")[0].lower()
    if scheme not in _PORTS:
        raise BadUrl(Problem.SCHEME, "Only http and https URLs can be fetched")
    try:
        url = httpx2.URL(text).copy_with(fragment=None)
    except httpx2.InvalidURL as error:
        raise _unreadable(text) from error
    if url.userinfo:
        raise BadUrl(Problem.CREDENTIALS, "The URL must not have a user name or password in it")
    port = _PORTS[scheme] if url.port is None else url.port
    if not 1 <= port <= 65535:
        raise _bad_port()
    return Address(scheme=scheme, host=_host(url), port=port, url=str(url))


def _host(url: httpx2.URL) -> str:
    host = url.raw_host.decode("ascii")
    if not host:
        raise BadUrl(Problem.HOST, "The URL has no host")
    if not (_IPV6 if ":" in host else _NAME).fullmatch(host):
        raise _bad_host()
    return host


def _unreadable(text: str) -> BadUrl:
    """The parser tells what it stumbled over only in its own words, so look again."""
    if _WITH_PORT.match(text):
        return _bad_port()
    return _bad_host()


def _bad_host() -> BadUrl:
    return BadUrl(Problem.HOST, "The host of the URL is not a name or an IP address")


def _bad_port() -> BadUrl:
    return BadUrl(Problem.PORT, "The port of the URL is not a number from 1 to 65535")
