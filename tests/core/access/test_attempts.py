from datetime import datetime, timedelta

import pytest
from tests.factories import NOON

from vitascope.core.access.attempts import (
    Guesser,
    TooManyAttempts,
    check_attempts,
    forget_failures,
    note_failure,
)
from vitascope.db import Tx

SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
MALLORY = Guesser(name="ada", address="198.51.100.7")
ADA = Guesser(name="ada", address="192.0.2.1")


def wait_s(tx: Tx, guesser: Guesser, now: datetime = NOON) -> int:
    """How long the guesser is told to wait; 0 when heard at once."""
    try:
        check_attempts(tx, guesser, now=now)
    except TooManyAttempts as refused:
        return refused.retry_after_s or 0
    return 0


def fail(tx: Tx, guesser: Guesser, times: int = 1, now: datetime = NOON) -> None:
    for _ in range(times):
        note_failure(tx, guesser, now=now)


def address(number: int) -> str:
    return f"203.0.{number // 256}.{number % 256}"


def test_the_wait_begins_after_five_and_doubles_up_to_five_minutes(tx: Tx) -> None:
    waits = []
    for _ in range(16):
        fail(tx, MALLORY)
        waits.append(wait_s(tx, MALLORY))

    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]


def test_whoever_has_to_wait_is_told_how_long(tx: Tx) -> None:
    fail(tx, MALLORY, 8)

    with pytest.raises(TooManyAttempts, match="Too many wrong attempts: try again in 8 s"):
        check_attempts(tx, MALLORY, now=NOON)


def test_a_wait_ends_when_it_was_said_to_end(tx: Tx) -> None:
    fail(tx, MALLORY, 8)

    waits = [wait_s(tx, MALLORY, NOON + after * SECOND) for after in (0, 4, 7.5, 8)]

    assert waits == [8, 4, 1, 0]


def test_a_guess_an_hour_after_the_last_counts_as_the_first(tx: Tx) -> None:
    fail(tx, MALLORY, 12)

    fail(tx, MALLORY, 4, NOON + HOUR)

    assert wait_s(tx, MALLORY, NOON + HOUR) == 0
    fail(tx, MALLORY, 1, NOON + HOUR)
    assert wait_s(tx, MALLORY, NOON + HOUR) == 1


def test_guesses_within_the_hour_add_up(tx: Tx) -> None:
    fail(tx, MALLORY, 4)

    fail(tx, MALLORY, 1, NOON + HOUR - SECOND)

    assert wait_s(tx, MALLORY, NOON + HOUR - SECOND) == 1


def test_one_address_cannot_lock_the_victim_out_from_another(tx: Tx) -> None:
    now = NOON
    for _ in range(40):
        fail(tx, MALLORY, 1, now)
        now += wait_s(tx, MALLORY, now) * SECOND

    assert wait_s(tx, MALLORY, now - SECOND) > 0
    assert wait_s(tx, ADA, now - SECOND) == 0


def test_many_addresses_slow_the_name_for_half_a_minute_at_most(tx: Tx) -> None:
    for number in range(200):
        fail(tx, Guesser(name="ada", address=address(number)))

    assert wait_s(tx, ADA) == 30
    assert wait_s(tx, Guesser(name="eve", address=ADA.address)) == 0


def test_many_addresses_do_not_slow_whoever_is_at_home(tx: Tx) -> None:
    for number in range(200):
        fail(tx, Guesser(name="ada", address=address(number)))
    at_home = Guesser(name="ada", address=ADA.address, is_at_home=True)

    assert wait_s(tx, at_home) == 0
    fail(tx, at_home, 5)
    assert wait_s(tx, at_home) == 1


def test_an_address_that_tries_many_names_has_to_wait_for_each(tx: Tx) -> None:
    for number in range(20):
        fail(tx, Guesser(name=f"user{number}", address=MALLORY.address))

    assert wait_s(tx, MALLORY) == 1
    assert wait_s(tx, ADA) == 0


def test_names_are_counted_in_any_case_and_spacing(tx: Tx) -> None:
    for name in ("ada", "ADA", " Ada ", "aDA", "ada\t"):
        fail(tx, Guesser(name=name, address=MALLORY.address))

    assert wait_s(tx, MALLORY) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:0:8000::", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("a name", "another", False),
    ],
)
def test_a_network_of_ipv6_is_one_caller(
    tx: Tx, one: str, other: str, *, is_same: bool
) -> None:
    fail(tx, Guesser(name="ada", address=one), 5)

    assert (wait_s(tx, Guesser(name="ada", address=other)) > 0) is is_same


def test_a_right_guess_clears_the_name_and_not_the_address(tx: Tx) -> None:
    fail(tx, MALLORY, 10)
    for number in range(19):
        fail(tx, Guesser(name=f"user{number}", address=MALLORY.address))

    forget_failures(tx, MALLORY)

    fresh = Guesser(name="ada", address=MALLORY.address)
    assert wait_s(tx, ADA) == 0
    assert wait_s(tx, fresh) > 0


def test_after_a_right_guess_counting_begins_anew(tx: Tx) -> None:
    fail(tx, MALLORY, 4)

    forget_failures(tx, MALLORY)
    fail(tx, MALLORY, 4)

    assert wait_s(tx, MALLORY) == 0


def test_programs_on_the_machine_itself_are_counted_by_name_alone(tx: Tx) -> None:
    local = Guesser(name="ada", address="")

    fail(tx, local, 49)
    before = wait_s(tx, local)
    fail(tx, local)

    assert (before, wait_s(tx, local)) == (0, 1)
    assert wait_s(tx, Guesser(name="eve", address="")) == 0
