"""Which IP addresses are on the public internet: tables from the IANA registries.

Written out rather than asked of :mod:`ipaddress`, whose answer changes with the version of
Python.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import TypeAlias

Ip: TypeAlias = IPv4Address | IPv6Address

NOT_PUBLIC_4 = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network, and "any address"
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)

# Nothing outside it is given to anybody on the internet, so what is in no table is not public.
GLOBAL_6 = IPv6Network("2000::/3")
_SIX_TO_FOUR = IPv6Network("2002::/16")
_TEREDO = IPv6Network("2001::/32")
NOT_PUBLIC_6 = (
    IPv6Network("2001::/23"),  # protocol assignments: Teredo, benchmarking, ORCHID
    IPv6Network("2001:db8::/32"),  # documentation
    _SIX_TO_FOUR,
    IPv6Network("3fff::/20"),  # documentation
)

_MAPPED = IPv6Network("::ffff:0:0/96")
_COMPATIBLE = IPv6Network("::/96")
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))

# Where clouds hand out a machine's own keys to whoever asks from it.
METADATA = frozenset[Ip](
    {
        IPv4Address("169.254.169.254"),
        IPv4Address("168.63.129.16"),
        IPv4Address("100.100.100.200"),
        IPv4Address("192.0.0.192"),
        IPv6Address("fd00:ec2::254"),
    }
)


def is_public(ip: Ip) -> bool:
    """Whether ``ip`` is a unicast address of the public internet.

    No address that carries an IPv4 address inside is.
    """
    if ip in METADATA:
        return False
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in NOT_PUBLIC_4)
    return ip in GLOBAL_6 and not any(ip in network for network in NOT_PUBLIC_6)


def is_mapped(ip: Ip) -> bool:
    """Whether ``ip`` is only another way to write an IPv4 address."""
    return isinstance(ip, IPv6Address) and ip in _MAPPED


def embedded(ip: Ip) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that a packet to ``ip`` may end at."""
    if isinstance(ip, IPv4Address):
        return ()
    bits = int(ip)
    if ip in _SIX_TO_FOUR:
        return (IPv4Address(bits >> 80 & 0xFFFFFFFF),)
    if ip in _TEREDO:
        # The server in the clear, the client with every bit turned over.
        return IPv4Address(bits >> 64 & 0xFFFFFFFF), IPv4Address(~bits & 0xFFFFFFFF)
    # The first two of the compatible block are "any address" and loopback of IPv6 itself.
    compatible = ip in _COMPATIBLE and bits > 1
    if compatible or is_mapped(ip) or any(ip in network for network in _NAT64):
        return (IPv4Address(bits & 0xFFFFFFFF),)
    return ()
