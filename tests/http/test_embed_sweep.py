import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa
from tests.core.embeds.streaming import at, make_stream
from tests.factories import NOON

from vitascope.core.embeds import sweep
from vitascope.core.embeds.make import issue_token
from vitascope.core.embeds.model import NewEmbedToken
from vitascope.core.embeds.play import begin_playback
from vitascope.core.embeds.tables import embed_tokens, playback_sessions
from vitascope.db import Database
from vitascope.http.embed_sweep import sweep_streams, sweeping_streams

DAY = timedelta(days=1)


def played(db: Database) -> None:
    """Somebody played a film at noon by its permanent token, and somebody got one."""
    with db.begin() as tx:
        film = make_stream(tx).video
        issue_token(tx, film.id, NewEmbedToken(), now=NOON)
        begin_playback(tx, film.embed_token, at(), binds_network=False, now=NOON)


def left(db: Database) -> tuple[int, int]:
    """How many tokens and sessions there are."""
    with db.read() as tx:
        amounts = [
            tx.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in (embed_tokens, playback_sessions)
        ]
    return amounts[0], amounts[1]


def test_sessions_are_swept_before_the_tokens_that_have_expired(db: Database) -> None:
    played(db)
    seen = [left(db)]

    swept = []
    for days in (0, 1, 9):
        swept.append(sweep_streams(db, NOON + days * DAY))
        seen.append(left(db))

    assert swept == [0, 1, 1]
    assert seen == [(1, 1), (1, 1), (1, 0), (0, 0)]


async def test_they_are_swept_while_the_server_is_up(db: Database) -> None:
    await asyncio.to_thread(played, db)

    async with sweeping_streams(db, lambda: NOON + 100 * DAY, period_s=3600):
        while await asyncio.to_thread(left, db) != (0, 0):
            await asyncio.sleep(0.01)

    assert left(db) == (0, 0)


def test_more_are_swept_than_one_batch_takes(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweep, "AT_ONCE", 2)
    with db.begin() as tx:
        film = make_stream(tx).video
        for _ in range(5):
            issue_token(tx, film.id, NewEmbedToken(), now=NOON)

    swept = sweep_streams(db, NOON + 9 * DAY)

    assert (swept, left(db)) == (5, (0, 0))
