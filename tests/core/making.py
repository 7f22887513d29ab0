"""What the tests of the core make again and again, and racing."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import datetime
from typing import TypeVar

from tests.conftest import SECRET
from tests.factories import NOON

from vitascope.base.errors import ProductError
from vitascope.core.access.model import ClientInfo, SessionKind, SessionTokens
from vitascope.core.access.sessions import open_session
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.db import Database, Tx

VAULT = Vault(SECRET)
HOME = ClientInfo(address="192.0.2.1", device="A browser")
ELSEWHERE = ClientInfo(address="198.51.100.7", device="A script")

T = TypeVar("T")
_STOPPED_S = 0.2


def make_session(
    tx: Tx,
    user: User,
    kind: SessionKind = SessionKind.TOKEN,
    *,
    client: ClientInfo = HOME,
    now: datetime = NOON,
) -> SessionTokens:
    return open_session(tx, VAULT, user, kind, client, now=now)


def race(db: Database, *deeds: Callable[[Tx], T]) -> list[T | type[ProductError]]:
    """What each deed gave, or the class of what it raised; all begin at once, each in a
    transaction of its own.
    """
    start = threading.Barrier(len(deeds))

    def run(deed: Callable[[Tx], T]) -> T | type[ProductError]:
        try:
            if db.is_embedded:  # has one writer at a time
                start.wait()
            with db.begin() as tx:
                if not db.is_embedded:
                    start.wait()
                return deed(tx)
        except ProductError as error:
            return type(error)

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def overlap(db: Database, deed: Callable[[Tx], T]) -> tuple[T, T]:
    """What ``deed`` gives when it is done again before its first transaction is committed."""

    def again() -> T:
        with db.begin() as tx:
            return deed(tx)

    with ThreadPoolExecutor(1) as pool:
        with db.begin() as tx:
            first = deed(tx)
            second = pool.submit(again)
            # Until it is stopped by what the first one holds.
            wait([second], timeout=_STOPPED_S)
        return first, second.result()
