from typing import Any

import pytest
import sqlalchemy as sa
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Invalid, NotFound
from vitascope.core.accounts.model import User
from vitascope.core.analytics.tables import player_events
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.model import Privacy
from vitascope.db import Database
from vitascope.dialects.vsrc.reports import Reports
from vitascope.dialects.vsrc.wire_analytics import EventIn
from vitascope.http.runtime import Runtime

HERE = "192.0.2.1"


def event(media: str, **more: Any) -> EventIn:
    given: dict[str, Any] = {"session_id": "s", "event_type": "play", "media_id": media, **more}
    return EventIn(**given)


@pytest.fixture
def reports(runtime: Runtime) -> Reports:
    return Reports(runtime)


def put(db: Database, owner: User, **fields: Any) -> str:
    with db.begin() as tx:
        return f"vod_{make_video(tx, owner, **fields).video.uuid}"


async def test_events_are_kept_in_the_product_s_words(
    reports: Reports, db: Database, ada: User
) -> None:
    media = put(db, ada)
    more = {"quality": 720, "user_id": 7, "error_message": "e" * 2000, "current_time": 1.5}

    numbers = await reports.take([event(media, **more)], address=HERE)

    with db.read() as tx:
        row = tx.execute(sa.select(player_events)).mappings().one()
    assert numbers == [row["id"]]
    assert (row["at"], row["quality"], row["viewer"]) == (NOON, "720", "7")
    assert (row["message"], row["position_s"]) == ("e" * 1000, 1.5)


async def test_what_is_gone_since_it_was_looked_up_is_not_found(
    reports: Reports, db: Database, ada: User
) -> None:
    media = put(db, ada)
    await reports.take([event(media)], address=HERE)
    with db.begin() as tx:
        delete_video(tx, actor_of(ada), 1)

    with pytest.raises(NotFound):
        await reports.take([event(media)], address=HERE)


async def test_what_a_stranger_was_refused_is_not_remembered_for_its_owner(
    reports: Reports, db: Database, ada: User
) -> None:
    media = put(db, ada, privacy=Privacy.PRIVATE)
    with db.begin() as tx:
        eve = actor_of(make_user(tx, "eve"))

    taken = await reports.take([event(media)], address=HERE, actor=actor_of(ada))

    assert taken == [1]
    with pytest.raises(NotFound):
        await reports.take([event(media)], address=HERE, actor=eve)
    with pytest.raises(NotFound):
        await reports.take([event(media)], address=HERE)


async def test_fields_are_named_as_players_know_them(
    reports: Reports, db: Database, ada: User
) -> None:
    media = put(db, ada)

    with pytest.raises(Invalid) as refused:
        await reports.take([event(media, duration=-1.0)], address=HERE)

    assert refused.value.field == "duration"
