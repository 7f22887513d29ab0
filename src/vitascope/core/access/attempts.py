"""Guessing is slowed: after some wrong guesses everybody concerned has to wait.

Guesses are counted for a name from one address, for the address alone, and for the name from
everywhere. The last one waits least, and not at all where the name is at home, so that nobody
can lock somebody else out.
"""

import hashlib
import ipaddress
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from vitascope.base.errors import Unavailable
from vitascope.core.access.queries.failures import (
    add_failure,
    delete_failures,
    delete_forgotten,
    list_failures,
)
from vitascope.db import Tx

_FORGOTTEN = timedelta(hours=1)


class TooManyAttempts(Unavailable):
    """Wrong guesses came too fast; ``retry_after_s`` says when the next one is heard."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """After ``free`` wrong guesses the wait doubles with each, up to ``longest_s``."""

    free: int
    longest_s: int

    def wait_s(self, count: int) -> int:
        return 0 if count < self.free else min(2 ** min(count - self.free, 20), self.longest_s)


_PAIR, _ADDRESS, _NAME = _Rule(5, 300), _Rule(20, 300), _Rule(50, 30)


@dataclass(frozen=True, slots=True)
class Guesser:
    """Who guesses (``address``) at what (``name``: a login, a video). ``is_at_home`` when the
    name has been proved from there lately.
    """

    name: str
    address: str
    is_at_home: bool = False

    def rules(self) -> Mapping[bytes, _Rule]:
        """Which rules count this guess, by the keys of their counts."""
        name, address = self.name.strip().lower(), _network(self.address)
        rules = {_key("name", name): _NAME}
        # Programs on the machine itself have no address worth counting.
        if address:
            rules[_key("pair", name, address)] = _PAIR
            rules[_key("address", address)] = _ADDRESS
        return rules


def check_attempts(tx: Tx, guesser: Guesser, *, now: datetime) -> None:
    """Raises TooManyAttempts when the guesser has to wait."""
    rules = dict(guesser.rules())
    if guesser.is_at_home:
        rules = {key: rule for key, rule in rules.items() if rule is not _NAME}
    waits = [
        rules[key].wait_s(count) - (now - last_at).total_seconds()
        for key, (count, last_at) in list_failures(tx, list(rules), now - _FORGOTTEN).items()
    ]
    wait_s = max(waits, default=0)
    if wait_s > 0:
        seconds = math.ceil(wait_s)
        raise TooManyAttempts(
            f"Too many wrong attempts: try again in {seconds} s", retry_after_s=seconds
        )


def note_failure(tx: Tx, guesser: Guesser, *, now: datetime) -> None:
    """Count a wrong guess."""
    delete_forgotten(tx, now - _FORGOTTEN)
    for key in guesser.rules():
        add_failure(tx, key, now - _FORGOTTEN, now)


def forget_failures(tx: Tx, guesser: Guesser) -> None:
    """After a right guess: the name starts anew, the address does not."""
    name = guesser.name.strip().lower()
    pair = _key("pair", name, _network(guesser.address))
    delete_failures(tx, [_key("name", name), pair])


def _network(address: str) -> str:
    """IPv6 networks are handed out by the billion addresses: one counts as one caller."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return address
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found), 64), strict=False))


def _key(*parts: str) -> bytes:
    return hashlib.sha256("\0".join(parts).encode()).digest()
