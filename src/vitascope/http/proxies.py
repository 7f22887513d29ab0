"""Who is at the other end, when proxies stand in between."""

import re
from collections.abc import Sequence
from functools import lru_cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from vitascope.http.asgi import Headers, Scope

UNIX = "unix"
"""Stands for the other end of a Unix socket, which has no address."""

# No address with a port is longer; the rest of what a client made up is not remembered.
_MAX_HOP_CHARS = 64
_IPV6_HOLDER_BITS = 64
_REMEMBERED = 4096
_SOCKET_SCHEMES = {"http": "ws", "https": "wss"}
# What proxies write: an address, perhaps with a port, perhaps in brackets.
_HOP = re.compile(r"\[([^\]]+)\](?::[0-9]*)?|([0-9.]+):[0-9]*|([^\[\]]+)")


class TrustedProxies:
    """Believes ``X-Forwarded-For`` and ``X-Forwarded-Proto`` of the proxies it was told of.

    ``networks`` are single addresses or networks (``10.0.0.0/8``, ``2001:db8::/32``), and the
    word ``unix`` for whoever connects through a Unix socket. ``X-Forwarded-Host`` is never
    read: the server knows its public address.

    Raises:
        ValueError: an entry is none of these.
    """

    def __init__(self, networks: Sequence[str]) -> None:
        self._trusts_unix = UNIX in networks
        self._networks = [_network(entry) for entry in networks if entry != UNIX]
        # Asked several times for every request, and mostly about the same few.
        self._judge = lru_cache(_REMEMBERED)(self._judge_address)

    def client(self, peer: str, headers: Headers) -> str:
        """The address of the client, when ``peer`` is the address that connected to us.

        The list is read from its right end, where the nearest proxy wrote, and no further
        than the first address that is not trusted: a client can write what it likes left of
        it. An entry that is no address ends the list.
        """
        found, is_trusted = self._judge_peer(peer)
        hops = _values(headers, b"x-forwarded-for") if is_trusted else []
        while is_trusted and hops:
            address, is_trusted = self._judge(hops.pop()[:_MAX_HOP_CHARS])
            found = address or found
        return found

    def scheme(self, peer: str, headers: Headers, scheme: str) -> str:
        """``http`` or ``https`` as the nearest proxy says, or ``scheme``."""
        if not self._judge_peer(peer)[1]:
            return scheme
        said = _values(headers, b"x-forwarded-proto")[-1:]
        return said[0].lower() if said and said[0].lower() in _SOCKET_SCHEMES else scheme

    def apply(self, scope: Scope) -> Scope:
        """``scope`` with the client's address and scheme.

        The port is 0 where the client's is not known. It is the same scope when there is
        nothing to change.
        """
        if scope["type"] not in {"http", "websocket"}:
            return scope
        client, headers = scope.get("client"), scope["headers"]
        peer = client[0] if client else UNIX
        changes: dict[str, object] = {}
        if (address := self.client(peer, headers)) != peer:
            is_same = address == self._judge_peer(peer)[0]
            changes["client"] = (address, client[1] if is_same else 0)
        scheme = self.scheme(peer, headers, scope["scheme"])
        if scope["type"] == "websocket":
            scheme = _SOCKET_SCHEMES.get(scheme, scheme)
        if scheme != scope["scheme"]:
            changes["scheme"] = scheme
        return {**scope, **changes} if changes else scope

    def _judge_peer(self, peer: str) -> tuple[str, bool]:
        if peer == UNIX:
            return UNIX, self._trusts_unix
        address, is_trusted = self._judge(peer)
        return address or peer, is_trusted

    def _judge_address(self, hop: str) -> tuple[str, bool]:
        """Its address in the usual form, empty if it is none, and whether it is trusted."""
        address = _address(hop)
        if address is None:
            return "", False
        return str(address), any(address in network for network in self._networks)


@lru_cache(_REMEMBERED)
def limit_key(address: str) -> str:
    """What limits count by: an IPv4 address, or the /64 around an IPv6 address.

    The smallest network one customer gets is a /64, so single addresses would each begin
    with a fresh limit.
    """
    parsed = _address(address)
    if isinstance(parsed, IPv6Address):
        return str(IPv6Network((int(parsed), _IPV6_HOLDER_BITS), strict=False))
    return address if parsed is None else str(parsed)


def _values(headers: Headers, name: bytes) -> list[str]:
    """The comma-separated values of every header of this name, in their order."""
    found = [value for key, value in headers if key == name]
    if not found:
        return []
    return [value.strip(" \t") for value in b",".join(found).decode("latin-1").split(",")]


def _address(hop: str) -> IPv4Address | IPv6Address | None:
    match = _HOP.fullmatch(hop)
    if match is None:
        return None
    bare = next(filter(None, match.groups()))
    try:
        # A zone (fe80::1%eth0) means something to this machine only.
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def _network(entry: str) -> IPv4Network | IPv6Network:
    try:
        network = ip_network(entry.strip())
    except ValueError as error:
        raise ValueError(
            f"not an address, a network or the word {UNIX}: {entry!r} ({error})"
        ) from error
    mapped = getattr(network.network_address, "ipv4_mapped", None)
    if mapped is not None and network.prefixlen >= 96:
        return IPv4Network((int(mapped), network.prefixlen - 96))
    return network
