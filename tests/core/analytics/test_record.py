from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from tests.core.analytics.saying import keep, said
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import NotFound
from vitascope.base.ids import VideoId
from vitascope.core.access.model import ANONYMOUS
from vitascope.core.analytics.amounts import Amounts
from vitascope.core.analytics.record import Subject, find_subject, record_events, sweep_events
from vitascope.core.analytics.tables import player_events
from vitascope.core.assets.queries import update_asset
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.model import Privacy
from vitascope.db import Tx


def test_events_keep_all_that_was_said_under_numbers_in_their_order(tx: Tx) -> None:
    film = make_video(tx, make_user(tx))
    more: dict[str, Any] = {
        "position_s": 1.5,
        "duration_s": 9.0,
        "quality": "720p",
        "buffer_s": 0.5,
    }
    full = said(film, "buffer", **more, message="m", viewer="v", extra={"a": [1]})

    numbers = keep(tx, said(film), full)

    rows = tx.execute(sa.select(player_events).order_by(player_events.c.id)).mappings().all()
    assert numbers == [row["id"] for row in rows]
    assert {**rows[1]} == {
        "id": numbers[1],
        "video_id": film.video.id,
        "session": "one",
        "kind": "buffer",
        "at": NOON,
        **more,
        "message": "m",
        "viewer": "v",
        "extra": {"a": [1]},
    }


def test_events_of_what_is_gone_have_no_number(tx: Tx) -> None:
    ada = make_user(tx)
    film, gone = make_video(tx, ada), make_video(tx, ada, content="gone")
    delete_video(tx, actor_of(ada), gone.video.id)

    first, second, third = keep(tx, said(gone), said(film), said(gone))

    assert (first, third) == (None, None)
    assert tx.execute(sa.select(player_events.c.id)).scalars().all() == [second]


def test_what_there_is_enough_of_is_not_kept(tx: Tx) -> None:
    film = make_video(tx, make_user(tx))
    amounts = Amounts(most_of_session=2)
    gone = replace(said(film), video_id=VideoId(film.video.id + 1))
    events = [said(film), gone, said(film), said(film), said(film, session="two")]

    first, missing, second, too_many, other = record_events(tx, events, amounts)

    kept = tx.execute(sa.select(player_events.c.id)).scalars().all()
    assert (missing, too_many) == (None, 0)
    assert kept == [first, second, other]


def test_nothing_to_keep_is_nothing_kept(tx: Tx) -> None:
    numbers = record_events(tx, [])

    assert numbers == []


def test_everybody_speaks_about_what_they_may_see(tx: Tx) -> None:
    ada, bob = make_user(tx), make_user(tx, "bob")
    public = make_video(tx, ada)
    private = make_video(tx, ada, content="private", privacy=Privacy.PRIVATE)
    assert public.media is not None
    update_asset(tx, public.media.id, now=NOON, duration_ms=1500)

    anybody = find_subject(tx, ANONYMOUS, public.video.uuid)
    owner = find_subject(tx, actor_of(ada), private.video.uuid)

    assert (anybody, owner) == (
        Subject(public.video.id, 1.5),
        Subject(private.video.id, None),
    )
    for actor in (ANONYMOUS, actor_of(bob)):
        with pytest.raises(NotFound):
            find_subject(tx, actor, private.video.uuid)


def test_events_are_kept_for_ninety_days(tx: Tx) -> None:
    film = make_video(tx, make_user(tx))
    days = (0, 1, 2, 3)
    keep(tx, *(said(film, at=NOON + timedelta(days=day)) for day in days))
    now = NOON + timedelta(days=92)

    swept = [sweep_events(tx, now=now, most=1) for _ in range(3)]

    left = tx.execute(sa.select(player_events.c.at)).scalars().all()
    assert swept == [1, 1, 0]
    assert left == [NOON + timedelta(days=2), NOON + timedelta(days=3)]


def test_events_go_with_their_video(tx: Tx) -> None:
    ada = make_user(tx)
    film = make_video(tx, ada)
    keep(tx, said(film))

    delete_video(tx, actor_of(ada), VideoId(film.video.id))

    assert tx.execute(sa.select(player_events.c.id)).all() == []
