from datetime import timedelta

from tests.core.making import race
from tests.core.stats.counting import count, sums, write
from tests.factories import NOON

from vitascope.base.ids import VideoId
from vitascope.core.stats.count import write_counts
from vitascope.core.stats.model import DAY_S, HOUR_S, MINUTE_S, MONTH_S, Meter, Scope
from vitascope.db import Database, Tx

FILM = VideoId(7)
NOON_S = 1_772_366_400
MINUTE, HOUR, DAY, MONTH = (
    (each, NOON_S - NOON_S % each) for each in (MINUTE_S, HOUR_S, DAY_S, MONTH_S)
)


def test_a_count_is_added_to_every_sum_it_belongs_to(tx: Tx) -> None:
    write(tx, count(5, 3, video_id=FILM, rendition_id=9, host="films.example"))

    found = {scope: sums(tx, scope) for scope in Scope}

    assert found == {
        Scope.ALL: [(0, 0, *when, 5) for when in (MINUTE, HOUR, DAY)],
        Scope.ACCOUNT: [(3, 0, *when, 5) for when in (MINUTE, HOUR, DAY, MONTH)],
        Scope.VIDEO: [(7, 3, *when, 5) for when in (MINUTE, HOUR, DAY, MONTH)],
        Scope.RENDITION: [(7, 9, *when, 5) for when in (MINUTE, HOUR, DAY)],
        Scope.HOST: [(1, 3, *when, 5) for when in (HOUR, DAY, MONTH)],
    }


def test_a_count_of_an_account_only_is_everybodys_and_that_accounts(tx: Tx) -> None:
    write(tx, count(5))

    assert [scope for scope in Scope if sums(tx, scope)] == [Scope.ALL, Scope.ACCOUNT]


def test_counts_add_up_within_a_call_and_between_calls(tx: Tx) -> None:
    write(tx, count(5), count(6), count(7, 2))
    write(tx, count(10), now=NOON + timedelta(seconds=59))
    write(tx, count(100), now=NOON + timedelta(seconds=60))

    assert sums(tx, Scope.ACCOUNT) == [
        (1, 0, MINUTE_S, NOON_S, 21),
        (1, 0, MINUTE_S, NOON_S + 60, 100),
        (1, 0, *HOUR, 121),
        (1, 0, *DAY, 121),
        (1, 0, *MONTH, 121),
        *((2, 0, *when, 7) for when in (MINUTE, HOUR, DAY, MONTH)),
    ]


def test_meters_are_kept_apart(tx: Tx) -> None:
    write(tx, count(5), count(6, meter=Meter.UPLOAD))

    assert sums(tx, Scope.ALL) == sorted(
        (0, 0, *when, amount) for when in (MINUTE, HOUR, DAY) for amount in (5, 6)
    )


def test_what_is_late_counts_for_the_video_only(tx: Tx) -> None:
    write(tx, count(5, video_id=FILM), count(7, video_id=FILM, is_late=True))

    assert [amount for *_, amount in sums(tx, Scope.VIDEO)] == [12, 12, 12, 12]
    assert [amount for *_, amount in sums(tx, Scope.ACCOUNT)] == [5, 5, 5, 5]


def test_nothing_is_not_written_down(tx: Tx) -> None:
    write(tx)
    write(tx, count(0), count(5, 2), count(-5, 2))

    assert sums(tx, Scope.ACCOUNT) == []


def test_a_host_keeps_its_number(tx: Tx) -> None:
    write(tx, count(1, host="a.example"), count(2, host="b.example"))
    write(tx, count(4, host="b.example"), count(8, host="c.example"))

    amounts = {host: amount for host, *_, amount in sums(tx, Scope.HOST)}

    # Numbers are spent on those that are known already, too.
    assert sorted(amounts.values()) == [1, 6, 8]


def test_an_amount_may_be_larger_than_4_gib(tx: Tx) -> None:
    write(tx, count(10**15))

    assert {amount for *_, amount in sums(tx, Scope.ALL)} == {10**15}


def test_everybody_who_counts_at_once_is_counted(db: Database) -> None:
    def add(tx: Tx) -> None:
        counts = [count(1, account, host=f"{account}.example") for account in (2, 1, 3)]
        write_counts(tx, counts, now=NOON)

    race(db, *[add] * 6)

    with db.read() as tx:
        assert [amount for *_, amount in sums(tx, Scope.ALL)] == [18, 18, 18]
        assert {amount for *_, amount in sums(tx, Scope.HOST)} == {6}
