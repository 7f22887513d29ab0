from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.stats.counting import DAY, HOUR, count, write
from tests.factories import NOON, actor_of, make_rendition, make_user, make_video

from vitascope.base.errors import Forbidden
from vitascope.base.ids import AssetId, UserId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Role, User
from vitascope.core.stats.model import DAY_S, HOUR_S, MONTH_S, Meter
from vitascope.core.stats.top import (
    Contest,
    Place,
    Ranking,
    _stretches,
    read_largest,
    read_top,
)
from vitascope.core.users.delete import delete_user
from vitascope.db import Tx

NOON_S = 1_772_366_400


def top(
    tx: Tx,
    actor: Actor,
    ranking: Ranking = Ranking.FILES,
    *,
    user_id: UserId | None = None,
    meter: Meter = Meter.TRAFFIC,
    since: datetime = NOON - DAY,
    until: datetime = NOON,
) -> list[Place]:
    contest = Contest(meter=meter, ranking=ranking, user_id=user_id, since=since, until=until)
    return read_top(tx, actor, contest, now=NOON)


def root_of(tx: Tx) -> User:
    return make_user(tx, "root", Role.ADMINISTRATOR)


def test_files_are_ranked_by_what_they_had_with_their_titles(tx: Tx) -> None:
    ada = make_user(tx)
    films = [make_video(tx, ada, title=title).video.id for title in ("One", "Two", "Three")]
    for film, amount in zip(films, (5, 50, 20), strict=True):
        write(tx, count(amount, ada.account.id, video_id=film))
    write(tx, count(45, ada.account.id, video_id=films[2]))

    places = top(tx, actor_of(ada), user_id=ada.id)

    assert places == [
        Place(id=films[2], name="Three", amount=65),
        Place(id=films[1], name="Two", amount=50),
        Place(id=films[0], name="One", amount=5),
    ]


def test_there_are_ten_places_and_ties_go_by_number(tx: Tx) -> None:
    ada = make_user(tx)
    for number in range(12, 0, -1):
        write(tx, count(7, ada.account.id, video_id=VideoId(number)))

    places = top(tx, actor_of(ada), user_id=ada.id)

    assert [place.id for place in places] == list(range(1, 11))


def test_a_video_that_is_gone_keeps_its_place_without_a_name(tx: Tx) -> None:
    ada = make_user(tx)
    write(tx, count(7, ada.account.id, video_id=VideoId(77)))

    assert top(tx, actor_of(ada), user_id=ada.id) == [Place(id=77, name=None, amount=7)]


def test_users_are_ranked_and_those_who_are_gone_have_neither_name_nor_number(tx: Tx) -> None:
    root, ada, eve = root_of(tx), make_user(tx, "ada"), make_user(tx, "eve")
    for user, amount in ((root, 1), (ada, 2), (eve, 4)):
        write(tx, count(amount, user.account.id))
    delete_user(tx, actor_of(root), eve.id)

    places = top(tx, actor_of(root), Ranking.USERS)

    assert places == [
        Place(id=None, name=None, amount=4),
        Place(id=ada.id, name="ada", amount=2),
        Place(id=root.id, name="root", amount=1),
    ]


def test_hosts_are_ranked_for_everybody_and_for_each(tx: Tx) -> None:
    root, ada = root_of(tx), make_user(tx, "ada")
    for user, host, amount in (
        (ada, "a.example", 5),
        (ada, "", 2),
        (root, "b.example", 6),
        (root, "a.example", 3),
    ):
        write(tx, count(amount, user.account.id, host=host, meter=Meter.IMPORT_BYTES))

    def ranked(actor: Actor, user_id: UserId | None) -> list[tuple[str | None, int]]:
        places = top(tx, actor, Ranking.HOSTS, user_id=user_id, meter=Meter.IMPORT_BYTES)
        return [(place.name, place.amount) for place in places]

    assert ranked(actor_of(root), None) == [("a.example", 8), ("b.example", 6), (None, 2)]
    assert ranked(actor_of(ada), ada.id) == [("a.example", 5), (None, 2)]


def test_an_administrator_may_look_at_one_user(tx: Tx) -> None:
    root, ada = root_of(tx), make_user(tx, "ada")
    write(tx, count(5, ada.account.id, video_id=VideoId(1)))
    write(tx, count(9, root.account.id, video_id=VideoId(2)))

    files = top(tx, actor_of(root), user_id=ada.id)
    users = top(tx, actor_of(root), Ranking.USERS, user_id=ada.id)

    assert files == [Place(id=1, name=None, amount=5)]
    assert users == [Place(id=ada.id, name="ada", amount=5)]


def test_nobody_sees_who_or_what_of_another_had_the_most(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    write(tx, count(5, ada.account.id, video_id=VideoId(1), host="a.example"))

    for ranking in Ranking:
        for user_id in (ada.id, None):
            with pytest.raises(Forbidden):
                top(tx, actor_of(eve), ranking, user_id=user_id)
        assert top(tx, actor_of(eve), ranking, user_id=eve.id) == []


def test_what_lies_outside_of_the_hours_asked_for_does_not_count(tx: Tx) -> None:
    ada = make_user(tx)
    for hours, amount in ((26, 1), (24, 2), (1, 4), (0, 8), (-1, 16)):
        write(tx, count(amount, ada.account.id), now=NOON - hours * HOUR)

    places = top(tx, actor_of(ada), Ranking.USERS, user_id=ada.id)
    nothing = top(tx, actor_of(ada), Ranking.USERS, user_id=ada.id, until=NOON - DAY)

    assert [place.amount for place in places] == [14]
    assert nothing == []


def test_a_year_is_months_days_and_hours(tx: Tx) -> None:
    ada = make_user(tx)
    for days in range(400):
        write(tx, count(1, ada.account.id), now=NOON - days * DAY)

    places = top(tx, actor_of(ada), Ranking.USERS, user_id=ada.id, since=NOON - 365 * DAY)

    # The day on which it begins counts as a whole: hours are not kept that long.
    assert [place.amount for place in places] == [366]


def test_pieces_are_few_and_as_long_as_can_be() -> None:
    pieces = list(_stretches(NOON_S - 90 * DAY_S, NOON_S, NOON_S))

    months = [each for each in pieces if each[0] == MONTH_S]
    assert [(grain_s, (end_s - start_s) // grain_s) for grain_s, start_s, end_s in pieces] == [
        (HOUR_S, 12),
        (DAY_S, 6),
        (MONTH_S, 2),
        (DAY_S, 23),
        (HOUR_S, 13),
    ]
    assert all(start_s % MONTH_S == 0 for _, start_s, _ in months)


@given(st.integers(0, 40_000), st.integers(0, 40_000))
def test_pieces_follow_each_other_without_a_gap(ago_hours: int, length_hours: int) -> None:
    since_s = NOON_S - ago_hours * HOUR_S
    until_s = since_s + length_hours * HOUR_S + 60

    pieces = list(_stretches(since_s, until_s, NOON_S))

    ends = [end_s for *_, end_s in pieces]
    assert [start_s for _, start_s, _ in pieces[1:]] == ends[:-1]
    assert pieces[0][1] <= since_s < pieces[0][1] + DAY_S
    assert until_s < ends[-1] <= until_s + DAY_S
    assert all(s % grain_s == e % grain_s == 0 for grain_s, s, e in pieces)
    assert len(pieces) <= 5


def test_storage_ranks_what_is_there_now(tx: Tx) -> None:
    root, ada = root_of(tx), make_user(tx, "ada")
    large = make_video(tx, ada, title="Large", content="large").video
    small = make_video(tx, ada, title="Small", content="small").video
    roots = make_video(tx, root, title="Root's", content="root's").video
    make_rendition(tx, AssetId(large.asset_id or 0))

    hers = read_largest(tx, actor_of(ada), Ranking.FILES, ada.id)
    files = read_largest(tx, actor_of(root), Ranking.FILES, None)
    users = read_largest(tx, actor_of(root), Ranking.USERS, None)

    # The largest rendition of each, or the source where there is none.
    assert hers == [
        Place(id=large.id, name="Large", amount=5000),
        Place(id=small.id, name="Small", amount=1000),
    ]
    assert files == [*hers, Place(id=roots.id, name="Root's", amount=1000)]
    assert users == [
        Place(id=ada.id, name="ada", amount=6000),
        Place(id=root.id, name="root", amount=1000),
    ]


def test_nobody_sees_how_much_another_stores(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    make_video(tx, ada)

    for ranking in (Ranking.FILES, Ranking.USERS):
        for user_id in (ada.id, None):
            with pytest.raises(Forbidden):
                read_largest(tx, actor_of(eve), ranking, user_id)
        assert read_largest(tx, actor_of(eve), ranking, eve.id) == []
