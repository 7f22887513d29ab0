"""Where networks in front of servers say which addresses they come from, and how."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from ipaddress import ip_network
from typing import Any, TypeAlias

import msgspec

from vitascope.core.settings.model import Cdn

Parse: TypeAlias = Callable[[bytes], list[str]]

_MOST_NETWORKS = 10_000
# Whoever is trusted with more says of half the world who it is.
_WIDEST = {4: 8, 6: 16}


@dataclass(frozen=True, slots=True)
class Source:
    """A list at ``url``, and what reads it."""

    url: str
    parse: Parse


def parse_lines(data: bytes) -> list[str]:
    """One on each line.

    Raises:
        ValueError: a line is none.
    """
    return _checked(line.strip() for line in data.decode("ascii").splitlines() if line.strip())


def parse_list(data: bytes) -> list[str]:
    """A list of JSON.

    Raises:
        ValueError: it is something else, or something in it is.
    """
    return _checked(msgspec.json.decode(data, type=list[str]))


def parse_fields(*names: str) -> Parse:
    """Lists in an object of JSON; one that is missing is empty."""

    def parse(data: bytes) -> list[str]:
        found = msgspec.json.decode(data, type=dict[str, Any])
        lists = [msgspec.convert(found.get(name, []), list[str]) for name in names]
        return _checked(network for each in lists for network in each)

    return parse


SOURCES: Mapping[Cdn, tuple[Source, ...]] = {
    Cdn.CLOUDFLARE: (
        Source("https://www.cloudflare.com/ips-v4", parse_lines),
        Source("https://www.cloudflare.com/ips-v6", parse_lines),
    ),
    Cdn.BUNNYCDN: (
        Source("https://bunnycdn.com/api/system/edgeserverlist", parse_list),
        Source("https://bunnycdn.com/api/system/edgeserverlist/IPv6", parse_list),
    ),
    Cdn.FASTLY: (
        Source(
            "https://api.fastly.com/public-ip-list", parse_fields("addresses", "ipv6_addresses")
        ),
    ),
    Cdn.KEYCDN: (
        Source("https://www.keycdn.com/shield-prefixes.json", parse_fields("prefixes")),
    ),
}


def _checked(networks: Iterable[str]) -> list[str]:
    """Raises ValueError for what nobody would mean: nothing, too much, or half the world."""
    found = [ip_network(network) for network in networks]
    if not 1 <= len(found) <= _MOST_NETWORKS:
        raise ValueError(f"a list of {len(found)} networks")
    for network in found:
        if network.prefixlen < _WIDEST[network.version]:
            raise ValueError(f"{network} is too wide to be trusted")
    return [str(network) for network in found]
