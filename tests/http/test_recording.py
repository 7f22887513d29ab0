import asyncio
from dataclasses import replace

import pytest
import sqlalchemy as sa
from tests.factories import NOON, make_user, make_video

from vitascope.base.errors import Unavailable
from vitascope.base.ids import VideoId
from vitascope.core.analytics.model import PlayerEvent, PlayerEventKind
from vitascope.core.analytics.tables import player_events
from vitascope.db import Database
from vitascope.http.recording import Recording


@pytest.fixture
def film(db: Database) -> VideoId:
    with db.begin() as tx:
        return make_video(tx, make_user(tx)).video.id


def event(film: VideoId, session: str = "one") -> PlayerEvent:
    return PlayerEvent(video_id=film, session=session, kind=PlayerEventKind.PLAY, at=NOON)


def sessions(db: Database) -> dict[int, str]:
    with db.read() as tx:
        rows = tx.execute(sa.select(player_events.c.id, player_events.c.session))
        return {row.id: row.session for row in rows}


async def test_everybody_gets_the_numbers_of_their_own_events(
    db: Database, film: VideoId
) -> None:
    recording = Recording(db)
    names = [f"session {number}" for number in range(20)]

    numbers = await asyncio.gather(
        *(recording.record([event(film, name), event(film, name)]) for name in names)
    )

    kept = await asyncio.to_thread(sessions, db)
    assert [[kept[number or 0] for number in some] for some in numbers] == [
        [name, name] for name in names
    ]


async def test_an_event_of_what_is_gone_has_no_number_and_stops_no_other(
    db: Database, film: VideoId
) -> None:
    gone = VideoId(film + 1)

    first, second = await Recording(db).record([event(gone), event(film)])

    assert first is None
    assert await asyncio.to_thread(sessions, db) == {second: "one"}


async def test_those_who_wait_learn_that_nothing_was_written(
    db: Database, film: VideoId
) -> None:
    recording = Recording(db)
    broken = replace(event(film), extra={"key": object()})

    with pytest.raises((sa.exc.StatementError, TypeError), match="not JSON serializable"):
        await recording.record([broken])
    (number,) = await recording.record([event(film)])

    assert await asyncio.to_thread(sessions, db) == {number: "one"}


async def test_more_than_can_be_kept_is_refused(db: Database, film: VideoId) -> None:
    with pytest.raises(Unavailable):
        await Recording(db).record([event(film)] * 20_001)

    assert await asyncio.to_thread(sessions, db) == {}
