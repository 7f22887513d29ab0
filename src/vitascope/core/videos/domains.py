"""The sites that a video is shown on.

A site is a host as it stands in addresses, perhaps with a port. ``example.com`` means exactly
that host, ``*.example.com`` every host below it and not itself; without a port any port will do
(facts: section 3.2). International names are kept as browsers send them, ``xn--…``.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import idna

from vitascope.base.errors import Invalid

_LABEL = r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?"
_DOMAIN = re.compile(rf"(\*\.)?{_LABEL}(\.{_LABEL})*(:[1-9][0-9]{{0,4}})?")
_MOST, _LONGEST, _LAST_PORT = 100, 253, 65535
_USUAL_PORTS = {"http": 80, "https": 443}
_NO_DOMAIN = "is no domain: write it as in example.com or *.example.com, without https://"
# The policies by which pages say who may frame them have no words for such addresses.
_IPV6 = "is no domain: sites at IPv6 addresses need a name"


def check_domains(domains: Sequence[str]) -> tuple[str, ...]:
    """``domains`` as browsers write them, each once: in lower case, without a final dot,
    international names encoded.

    Raises:
        Invalid: one is no host, or there are too many.
    """
    found = tuple(dict.fromkeys(_written(domain) for domain in domains))
    if len(found) > _MOST:
        raise Invalid("allowed_domains", f"At most {_MOST} domains")
    for domain in found:
        if not _is_domain(domain):
            words = _IPV6 if domain.startswith("[") else _NO_DOMAIN
            raise Invalid("allowed_domains", f"{domain[:_LONGEST]!r} {words}")
    return found


def site_of(origin: str | None, referer: str | None) -> str | None:
    """Where a request comes from, ``host:port``: what ``Origin`` says, or else ``Referer``;
    None when neither does.

    The port is there even when it is the usual one of the scheme.
    """
    for address in (origin, referer):
        if address and address != "null":
            return _site(address)
    return None


def is_shown_on(domains: Sequence[str], site: str | None) -> bool:
    """Whether ``site``, as :func:`site_of` says it, is among ``domains``."""
    if not domains:
        return True
    return site is not None and any(_covers(domain, site) for domain in domains)


def common_domains(some: Sequence[str], others: Sequence[str]) -> tuple[str, ...] | None:
    """What is in both lists; None when that is everything, empty when nothing is."""
    if not some or not others:
        return tuple(some or others) or None
    inner = [each for each in some if any(_includes(other, each) for other in others)]
    outer = [each for each in others if any(_includes(one, each) for one in some)]
    return tuple(dict.fromkeys((*inner, *outer)))


def frame_sources(domains: Sequence[str]) -> tuple[str, ...]:
    """``domains`` as a policy names who may show a page in a frame, besides ourselves."""
    return tuple(domain if _port(domain) else f"{domain}:*" for domain in domains)


def _written(domain: str) -> str:
    host, colon, port = domain.strip().lower().partition(":")
    # What is longer is refused anyway, and encoding takes its time.
    if len(host) <= _LONGEST:
        host = ".".join(_encoded(label) for label in host.removesuffix(".").split("."))
    return f"{host}{colon}{port}"


def _encoded(label: str) -> str:
    """What no name has stays as it is."""
    try:
        return label if label.isascii() else idna.encode(label, uts46=True).decode()
    except idna.IDNAError:
        return label


def _is_domain(domain: str) -> bool:
    if len(domain) > _LONGEST or not _DOMAIN.fullmatch(domain):
        return False
    port = _port(domain)
    return not port or int(port) <= _LAST_PORT


def _site(address: str) -> str | None:
    try:
        parts = urlsplit(address)
        port = parts.port or _USUAL_PORTS.get(parts.scheme)
    except ValueError:
        return None
    if not parts.hostname or port is None:
        return None
    return f"{parts.hostname.rstrip('.')}:{port}"


def _covers(domain: str, site: str) -> bool:
    host, _, port = site.rpartition(":")
    wanted = _port(domain)
    if wanted and wanted != port:
        return False
    return _is_host_in(_host(domain), host)


def _includes(domain: str, other: str) -> bool:
    """Whether every site of ``other`` is one of ``domain``."""
    wanted = _port(domain)
    if wanted and wanted != _port(other):
        return False
    host, inner = _host(domain), _host(other)
    if inner.startswith("*."):
        return host.startswith("*.") and inner[1:].endswith(host[1:])
    return _is_host_in(host, inner)


def _is_host_in(domain: str, host: str) -> bool:
    return host.endswith(domain[1:]) if domain.startswith("*.") else host == domain


def _host(domain: str) -> str:
    return domain.partition(":")[0]


def _port(domain: str) -> str:
    return domain.partition(":")[2]
