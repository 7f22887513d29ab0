from datetime import timedelta

from tests.factories import NOON

from vitascope.core.captcha.queries import forget_expired, spend
from vitascope.db import Tx


def test_a_challenge_is_spent_once_until_it_is_forgotten(tx: Tx) -> None:
    first, second = spend(tx, "a", NOON), spend(tx, "a", NOON)

    forget_expired(tx, now=NOON - timedelta(seconds=1))
    kept = not spend(tx, "a", NOON)
    forget_expired(tx, now=NOON)

    assert (first, second, kept) == (True, False, True)
    assert spend(tx, "a", NOON)
