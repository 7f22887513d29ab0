"""What players say in the tests of this folder."""

from datetime import datetime
from typing import Any

from tests.factories import NOON

from vitascope.core.analytics.model import PlayerEvent, PlayerEventKind
from vitascope.core.analytics.record import record_events
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx


def said(
    film: VideoEntry, kind: str = "play", session: str = "one", at: datetime = NOON, **more: Any
) -> PlayerEvent:
    return PlayerEvent(
        video_id=film.video.id, session=session, kind=PlayerEventKind(kind), at=at, **more
    )


def keep(tx: Tx, *events: PlayerEvent) -> list[int | None]:
    return record_events(tx, events)
