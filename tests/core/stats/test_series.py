from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count as numbers

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.stats.counting import DAY, HOUR, count, wanted, write
from tests.factories import NOON, actor_of, make_rendition, make_user, make_video

from vitascope.base.errors import Forbidden
from vitascope.base.ids import AssetId, UserId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Role
from vitascope.core.assets.queries import list_renditions
from vitascope.core.stats.model import GRAINS_OF, Meter, Scope
from vitascope.core.stats.series import Point, read_series
from vitascope.core.stats.span import aligned, grain_for, seconds, span
from vitascope.db import Tx

QUARTERS_MS = [(1_772_362_800 + 900 * number) * 1000 for number in range(5)]
MINUTE = timedelta(minutes=1)


def read(tx: Tx, actor: Actor, **values: object) -> list[Point]:
    return read_series(tx, actor, wanted(**values), now=NOON)


def amounts(points: Sequence[Point]) -> list[int]:
    return [amount for _, amount in points]


def test_every_bucket_is_there_with_what_fell_into_it(tx: Tx) -> None:
    ada = make_user(tx)
    for minutes, amount in ((59, 1), (46, 2), (45, 4), (1, 8), (0, 16)):
        write(tx, count(amount, ada.account.id), now=NOON - minutes * MINUTE)

    points = read(tx, actor_of(ada), user_id=ada.id)

    assert points == list(zip(QUARTERS_MS, [3, 4, 0, 8, 16], strict=True))


def test_what_nothing_happened_in_is_all_zeros(tx: Tx) -> None:
    ada = make_user(tx)

    points = read(tx, actor_of(ada), user_id=ada.id)

    assert points == [(start_ms, 0) for start_ms in QUARTERS_MS]


@pytest.mark.parametrize("until", [NOON - HOUR, NOON - 2 * HOUR])
def test_no_time_at_all_has_no_buckets(tx: Tx, until: datetime) -> None:
    ada = make_user(tx)

    assert read(tx, actor_of(ada), user_id=ada.id, until=until) == []


def test_everybody_is_the_sum_of_all(tx: Tx) -> None:
    root, ada = make_user(tx, "root", Role.ADMINISTRATOR), make_user(tx, "ada")
    write(tx, count(1, root.account.id), count(2, ada.account.id), count(4, 1000))

    series = [read(tx, actor_of(root), user_id=each) for each in (None, root.id, ada.id)]

    assert [amounts(each)[-1] for each in series] == [7, 1, 2]


def test_nobody_sees_anothers(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    write(tx, count(5, ada.account.id))

    for user_id in (ada.id, None):
        with pytest.raises(Forbidden):
            read(tx, actor_of(eve), user_id=user_id)


def test_meters_are_told_apart(tx: Tx) -> None:
    ada = make_user(tx)
    write(tx, count(1, ada.account.id), count(2, ada.account.id, meter=Meter.ENCODING))

    points = read(tx, actor_of(ada), user_id=ada.id, meter=Meter.ENCODING)

    assert amounts(points) == [0, 0, 0, 0, 2]


def test_a_video_of_ones_own_is_shown_by_itself(tx: Tx) -> None:
    root, ada = make_user(tx, "root", Role.ADMINISTRATOR), make_user(tx, "ada")
    first, second = VideoId(10), VideoId(11)
    write(
        tx,
        count(1, ada.account.id, video_id=first),
        count(2, ada.account.id, video_id=second),
        # Of the same video while it was somebody else's.
        count(4, 1000, video_id=first),
    )

    mine = read(tx, actor_of(ada), user_id=ada.id, video_id=first)
    everybodys = read(tx, actor_of(root), video_id=first)

    assert (amounts(mine)[-1], amounts(everybodys)[-1]) == (1, 5)


def test_anothers_video_has_nothing_but_zeros(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    film = make_video(tx, ada).video
    rendition = _rendition(tx, AssetId(film.asset_id or 0))
    there = count(5, ada.account.id, video_id=film.id, rendition_id=rendition)
    write(tx, there)

    asked: list[dict[str, int]] = [
        {"video_id": film.id},
        {"rendition_id": rendition},
        {"video_id": film.id, "rendition_id": rendition},
    ]
    hers = [amounts(read(tx, actor_of(ada), user_id=ada.id, **each)) for each in asked]
    eves = [amounts(read(tx, actor_of(eve), user_id=eve.id, **each)) for each in asked]

    assert hers == [[0, 0, 0, 0, 5]] * 3
    assert eves == [[0, 0, 0, 0, 0]] * 3


def test_a_rendition_of_a_file_that_two_have_is_each_ones_own(tx: Tx) -> None:
    root = make_user(tx, "root", Role.ADMINISTRATOR)
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    films = [make_video(tx, each, content="the same").video for each in (ada, eve)]
    rendition = _rendition(tx, AssetId(films[0].asset_id or 0))
    for user, film, amount in ((ada, films[0], 1), (eve, films[1], 2)):
        write(tx, count(amount, user.account.id, video_id=film.id, rendition_id=rendition))

    seen = [
        read(tx, actor_of(user), user_id=whose, rendition_id=rendition)
        for user, whose in ((ada, ada.id), (eve, eve.id), (root, None))
    ]
    neither = read(tx, actor_of(ada), user_id=ada.id, rendition_id=rendition, video_id=77)

    assert [amounts(each)[-1] for each in seen] == [1, 2, 3]
    assert amounts(neither) == [0, 0, 0, 0, 0]


def test_a_year_is_drawn_of_days_and_misses_nothing(tx: Tx) -> None:
    ada = make_user(tx)
    for days in range(366):
        write(tx, count(days + 1, ada.account.id), now=NOON - days * DAY)

    points = read(
        tx, actor_of(ada), user_id=ada.id, since=NOON - 366 * DAY, until=NOON, points=50
    )

    assert sum(amounts(points)) == 366 * 367 // 2


@pytest.mark.parametrize("days", [1, 3, 4, 30, 100, 200])
def test_a_video_has_one_number_however_long_ago_it_begins(tx: Tx, days: int) -> None:
    ada = make_user(tx)
    write(tx, count(1000, ada.account.id, video_id=VideoId(5)))

    points = read(
        tx,
        actor_of(ada),
        user_id=ada.id,
        video_id=VideoId(5),
        since=NOON - days * DAY,
        points=100,
    )

    assert sum(amounts(points)) == 1000


_FRESH = numbers(10_000)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    counted=st.lists(
        st.tuples(st.integers(0, 5 * 86_400), st.integers(1, 10**12)), max_size=12
    ),
    since_s=st.integers(1, 6 * 86_400),
    length_s=st.integers(1, 6 * 86_400),
    points=st.integers(1, 300),
)
def test_any_series_is_what_a_naive_model_says(
    tx: Tx, counted: list[tuple[int, int]], since_s: int, length_s: int, points: int
) -> None:
    # A video of its own for each try, since all of them write to one database.
    film = VideoId(next(_FRESH))
    root = Actor(user_id=UserId(1), role=Role.ADMINISTRATOR)
    for ago_s, amount in counted:
        write(tx, count(amount, video_id=film), now=NOON - timedelta(seconds=ago_s))
    since = NOON - timedelta(seconds=since_s)
    until = since + timedelta(seconds=length_s)

    found = read(tx, root, video_id=film, since=since, until=until, points=points)

    assert found == _model(counted, since, until, points)


def _model(
    counted: Sequence[tuple[int, int]], since: datetime, until: datetime, points: int
) -> list[Point]:
    """Every count goes to every second of its minute, hour or day that is over, and every
    bucket adds up its seconds.
    """
    cut = span(since, until, points)
    assert cut is not None
    grain_s = grain_for(cut, GRAINS_OF[Scope.VIDEO], NOON)
    rows: dict[int, int] = {}
    for ago_s, amount in counted:
        start_s = aligned(seconds(NOON) - ago_s, grain_s)
        if start_s <= seconds(until):
            rows[start_s] = rows.get(start_s, 0) + amount

    def so_far(second: int, start_s: int) -> int:
        """How much of the sum that begins at ``start_s`` there was at ``second``."""
        length_s = min(grain_s, seconds(NOON) + 1 - start_s)
        return rows[start_s] * min(max(second - start_s, 0), length_s) // length_s

    return [
        (
            begin_s * 1000,
            sum(so_far(begin_s + cut.bucket_s, r) - so_far(begin_s, r) for r in rows),
        )
        for begin_s in range(cut.start_s, cut.end_s, cut.bucket_s)
    ]


def _rendition(tx: Tx, asset_id: AssetId) -> int:
    make_rendition(tx, asset_id)
    return list_renditions(tx, asset_id)[0].id
