import asyncio
from datetime import timedelta

import sqlalchemy as sa
from tests.factories import NOON, make_user, make_video

from vitascope.core.analytics.model import PlayerEvent, PlayerEventKind
from vitascope.core.analytics.record import record_events
from vitascope.core.analytics.tables import player_events
from vitascope.core.views.count import count_views
from vitascope.core.views.tables import view_marks
from vitascope.db import Database
from vitascope.http.view_sweep import forget_viewers, forgetting_viewers

DAY = timedelta(days=1)


def watched(db: Database) -> None:
    """Somebody watched a film at noon, and said so then and a day later."""
    with db.begin() as tx:
        film = make_video(tx, make_user(tx)).video.id
        count_views(tx, [(film, "a")], now=NOON)
        said = [
            PlayerEvent(video_id=film, session="one", kind=PlayerEventKind.PLAY, at=at)
            for at in (NOON, NOON + DAY)
        ]
        record_events(tx, said)


def left(db: Database) -> tuple[int, int]:
    """How many viewers are remembered, and how many events."""
    with db.read() as tx:
        amounts = [
            tx.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in (view_marks, player_events)
        ]
    return amounts[0], amounts[1]


def test_viewers_are_known_for_an_hour_and_events_for_ninety_days(db: Database) -> None:
    watched(db)
    before = left(db)

    removed = forget_viewers(db, NOON + 90 * DAY + timedelta(hours=1))

    assert (before, removed, left(db)) == ((1, 2), 1, (0, 1))


async def test_viewers_are_forgotten_while_the_server_is_up(db: Database) -> None:
    await asyncio.to_thread(watched, db)

    async with forgetting_viewers(db, lambda: NOON + 100 * DAY, period_s=3600):
        while await asyncio.to_thread(left, db) != (0, 0):
            await asyncio.sleep(0.01)

    assert left(db) == (0, 0)
