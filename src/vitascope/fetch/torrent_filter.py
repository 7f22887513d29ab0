"""The guard's decisions as ranges of addresses: the form libtorrent takes them in."""

from collections.abc import Iterator, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import NamedTuple, TypeAlias

from vitascope.fetch.ranges import GLOBAL_6, METADATA, NOT_PUBLIC_4, NOT_PUBLIC_6

Network: TypeAlias = IPv4Network | IPv6Network

_ALL_6 = IPv6Network("::/0")


class Rule(NamedTuple):
    """From ``first`` to ``last``, both included; a later rule goes before an earlier one."""

    first: str
    last: str
    is_blocked: bool


def filter_rules(allowed: Sequence[str]) -> list[Rule]:
    """Block what is not on the public internet, but for the networks in ``allowed``.

    They block as :class:`vitascope.fetch.guard.Guard` does, and the mapped forms of allowed
    addresses besides: there is always the plain form.

    Raises:
        ValueError: ``allowed`` has something that is not a network.
    """
    return list(_rules([ip_network(text) for text in allowed]))


def _rules(allowed: Sequence[Network]) -> Iterator[Rule]:
    yield from (_rule(network, is_blocked=True) for network in NOT_PUBLIC_4)
    yield _rule(_ALL_6, is_blocked=True)
    yield _rule(GLOBAL_6, is_blocked=False)
    yield from (_rule(network, is_blocked=True) for network in NOT_PUBLIC_6)
    yield from (_rule(network, is_blocked=False) for network in allowed)
    # Not with the network around them, only by themselves.
    yield from (Rule(str(ip), str(ip), True) for ip in METADATA)
    alone = (network for network in allowed if network.num_addresses == 1)
    yield from (_rule(network, is_blocked=False) for network in alone)


def _rule(network: Network, *, is_blocked: bool) -> Rule:
    return Rule(str(network[0]), str(network[-1]), is_blocked)
