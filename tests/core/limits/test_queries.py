from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from tests.factories import NOON

from vitascope.core.limits.model import Window
from vitascope.core.limits.queries import (
    delete_expired_windows,
    delete_window,
    delete_windows,
    find_window,
    take,
)
from vitascope.db import Database, Tx

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def test_hits_add_up_until_the_end_that_the_first_one_set(tx: Tx) -> None:
    first = take(tx, "ada", 1, MINUTE, NOON)
    second = take(tx, "ada", 3, MINUTE, NOON + 59 * SECOND)

    assert (first, second) == (
        Window(hits=1, expires_at=NOON + MINUTE),
        Window(hits=4, expires_at=NOON + MINUTE),
    )


def test_a_window_that_is_over_begins_anew(tx: Tx) -> None:
    take(tx, "ada", 5, MINUTE, NOON)

    after = take(tx, "ada", 1, MINUTE, NOON + MINUTE)

    assert after == Window(hits=1, expires_at=NOON + 2 * MINUTE)


def test_each_key_has_a_window_of_its_own(tx: Tx) -> None:
    take(tx, "ada", 2, MINUTE, NOON)

    other = take(tx, "bob", 1, MINUTE, NOON)

    assert other == Window(hits=1, expires_at=NOON + MINUTE)


def test_hits_are_given_back_in_the_window_that_is_open_only(tx: Tx) -> None:
    take(tx, "ada", 2, MINUTE, NOON)

    in_time = take(tx, "ada", -1, MINUTE, NOON + SECOND)
    too_late = take(tx, "ada", -1, MINUTE, NOON + MINUTE)
    never_hit = take(tx, "bob", -1, MINUTE, NOON)

    assert [window.hits for window in (in_time, too_late, never_hit)] == [1, 0, 0]


def test_a_window_is_found_until_it_is_over(tx: Tx) -> None:
    taken = take(tx, "ada", 1, MINUTE, NOON)

    found = [find_window(tx, "ada", NOON + later) for later in (59 * SECOND, MINUTE)]

    assert found == [taken, None]


def test_forgetting_one_key_leaves_the_others(tx: Tx) -> None:
    take(tx, "ada", 1, MINUTE, NOON)
    kept = take(tx, "bob", 1, MINUTE, NOON)

    delete_window(tx, "ada")

    assert [find_window(tx, key, NOON) for key in ("ada", "bob")] == [None, kept]


def test_forgetting_everybody_counts_them(tx: Tx) -> None:
    for key in ("ada", "bob"):
        take(tx, key, 1, MINUTE, NOON)

    forgotten = [delete_windows(tx), delete_windows(tx)]

    assert forgotten == [2, 0]


def test_windows_that_are_over_are_dropped_a_few_at_a_time(tx: Tx) -> None:
    for key in ("ada", "bob", "eve"):
        take(tx, key, 1, MINUTE, NOON)
    open_still = take(tx, "joe", 1, 2 * MINUTE, NOON)

    dropped = [delete_expired_windows(tx, NOON + MINUTE, limit=2) for _ in range(3)]

    assert dropped == [2, 1, 0]
    assert find_window(tx, "joe", NOON) == open_still


def test_a_window_somebody_counts_in_is_not_dropped(db: Database) -> None:
    with db.begin() as tx:
        take(tx, "ada", 1, MINUTE, NOON)

    def drop() -> int:
        with db.begin() as tx:
            return delete_expired_windows(tx, NOON + MINUTE, limit=10)

    with ThreadPoolExecutor(1) as pool, db.begin() as tx:
        counted = take(tx, "ada", 1, MINUTE, NOON + MINUTE)
        dropping = pool.submit(drop)
        # SQLite lets the other in when this one is done, PostgreSQL at once.
        if not db.is_embedded:
            dropping.result()

    with db.read() as tx:
        assert (dropping.result(), find_window(tx, "ada", NOON)) == (0, counted)


def test_everybody_who_takes_at_once_gets_a_count_of_their_own(db: Database) -> None:
    def hit(_: int) -> int:
        with db.begin() as tx:
            return take(tx, "ada", 1, MINUTE, NOON).hits

    with ThreadPoolExecutor(8) as pool:
        counts = sorted(pool.map(hit, range(40)))

    assert counts == list(range(1, 41))
