"""Decides where this server may connect when somebody else chose the address."""

import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TypeAlias

from vitascope.fetch.errors import Blocked, Unreachable
from vitascope.fetch.lookups import Lookups
from vitascope.fetch.ranges import METADATA, Ip, embedded, is_mapped, is_public
from vitascope.fetch.url import Address, parse_url

Resolver: TypeAlias = Callable[[str, int], Awaitable[list[str]]]

# One for all: whoever asks for the same name waits for the same answer.
_lookups = Lookups()


async def system_resolver(host: str, _port: int) -> list[str]:
    """What the operating system knows of ``host``, best first.

    Raises:
        OSError: it knows nothing.
    """
    return await _lookups.addresses_of(host)


class Guard:
    """Lets only addresses of the public internet pass, and the networks in ``allowed``.

    A metadata address of a cloud passes only when it is allowed by itself, not with the
    network around it. An address that carries an IPv4 address inside needs that one to pass
    too; the mapped form of an allowed IPv4 address passes.

    Raises:
        ValueError: ``allowed`` has something that is not a network.
    """

    def __init__(
        self, allowed: Sequence[str] = (), *, resolver: Resolver = system_resolver
    ) -> None:
        self._allowed = [ip_network(text) for text in allowed]
        self._resolver = resolver

    def passes(self, ip: Ip) -> bool:
        """Whether this server may connect to ``ip``."""
        if isinstance(ip, IPv6Address) and ip.scope_id:
            return False  # an interface of this machine is nobody's to choose
        inside = embedded(ip)
        if is_mapped(ip):
            return all(self._allows(each) for each in inside)
        return (is_public(ip) or self._allows(ip)) and all(self.passes(each) for each in inside)

    def check_address(self, ip: Ip | str) -> None:
        """Do nothing when this server may connect to ``ip``.

        Raises:
            Blocked: it may not, or this is no IP address.
        """
        try:
            passes = self.passes(ip_address(ip))
        except ValueError:
            passes = False
        if not passes:
            raise Blocked(f"{ip} is not an address on the public internet")

    def check_url(self, text: str) -> Address:
        """Take a URL apart; an IP address in it is checked, a name is not looked up.

        Raises:
            BadUrl: it is not an http or https URL with a host and without credentials.
            Blocked: its host is an IP address that this server may not connect to.
        """
        address = parse_url(text)
        self.check_host(address.host)
        return address

    def check_host(self, host: str) -> None:
        """As :meth:`check_address` when ``host`` is an IP address, in any spelling.

        Raises:
            Blocked: this server may not connect to it.
        """
        literal = _literal(host)
        if literal is not None:
            self.check_address(literal)

    async def resolve(self, host: str, port: int) -> list[str]:
        """The addresses of ``host``, every one checked: connect to these, never to the name,
        which may lead elsewhere the next time it is looked up.

        Raises:
            Blocked: this server may not connect to one of them.
            Unreachable: there are none.
        """
        literal = _literal(host)
        if literal is not None:
            self.check_address(literal)
            return [str(literal)]
        try:
            found = await self._resolver(host, port)
        except (OSError, ValueError) as error:
            raise Unreachable(f"There is no server called {host}") from error
        if not found:
            raise Unreachable(f"There is no server called {host}")
        if not all(self.passes(ip_address(each)) for each in found):
            raise Blocked(f"{host} is not on the public internet")
        return list(dict.fromkeys(found))

    def _allows(self, ip: Ip) -> bool:
        return any(
            ip in network and (ip not in METADATA or network.num_addresses == 1)
            for network in self._allowed
        )


def _literal(host: str) -> Ip | None:
    """``host`` as an address when getaddrinfo would take it for one, such as 0x7f.1."""
    bare = host.rstrip(".")
    try:
        return IPv6Address(bare) if ":" in bare else IPv4Address(socket.inet_aton(bare))
    except (OSError, ValueError):
        return None
