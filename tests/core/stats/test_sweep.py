from tests.core.stats.counting import DAY, HOUR, count, sums, write
from tests.factories import NOON, actor_of, make_user

from vitascope.base.ids import VideoId
from vitascope.core.accounts.model import Role
from vitascope.core.stats.gauges import read_gauges, write_samples
from vitascope.core.stats.model import DAY_S, HOUR_S, MINUTE_S, MONTH_S, Gauge, Scope
from vitascope.core.stats.sweep import find_expired, sweep_gauges, sweep_sums
from vitascope.db import Tx

FILM = VideoId(7)


def swept(tx: Tx) -> int:
    """Sweep, and tell how many had something too old."""
    expired = find_expired(tx, now=NOON)
    sweep_sums(tx, expired, now=NOON)
    return len(expired)


def test_minutes_are_kept_three_days_and_hours_a_hundred(tx: Tx) -> None:
    for days in (0, 3, 4, 100, 102, 1000):
        write(tx, count(1, video_id=FILM, rendition_id=9), now=NOON - days * DAY)

    swept(tx)

    for scope in (Scope.ALL, Scope.ACCOUNT, Scope.VIDEO, Scope.RENDITION):
        kept = [grain_s for _, _, grain_s, _, _ in sums(tx, scope)]
        assert [kept.count(each) for each in (MINUTE_S, HOUR_S, DAY_S)] == [2, 4, 6]
    assert [g for _, _, g, _, _ in sums(tx, Scope.VIDEO)].count(MONTH_S) == 3


def test_sweeping_again_finds_nothing(tx: Tx) -> None:
    write(tx, count(1, video_id=FILM), now=NOON - 200 * DAY)

    rounds = [swept(tx), swept(tx)]

    # Minutes and hours of everybody, the account and the video.
    assert rounds == [6, 0]


def test_what_is_measured_is_kept_thirty_days_but_for_single_minutes(tx: Tx) -> None:
    root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))
    for age in (HOUR, 5 * DAY, 29 * DAY, 31 * DAY):
        write_samples(tx, {Gauge.CPU: 50.0}, now=NOON - age)

    sweep_gauges(tx, now=NOON)

    def seen(days: int, points: int) -> int:
        found = read_gauges(
            tx, root, since=NOON - days * DAY, until=NOON, points=points, now=NOON
        )
        return sum(value > 0 for _, value in found[Gauge.CPU])

    assert (seen(1, 96), seen(40, 160)) == (1, 3)
