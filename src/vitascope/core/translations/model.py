"""What a translation of a caption is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from vitascope.base.errors import QuotaExceeded
from vitascope.base.ids import TranslationId, UserId, VideoId


class TranslationState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


OPEN = frozenset({TranslationState.WAITING, TranslationState.RUNNING})
"""Somebody works on it, or will."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """``source`` names the caption that is translated, ``target_language`` is what it becomes.
    ``provider`` is who translates. ``percent`` is 0 to 100; ``failure`` a sentence for whoever
    asked. ``characters`` is how many were translated for it.
    """

    id: TranslationId
    uuid: UUID
    video_id: VideoId
    user_id: UserId
    source: str
    source_language: str
    target_language: str
    provider: str
    state: TranslationState
    percent: float
    failure: str | None
    characters: int
    created_at: datetime
    updated_at: datetime


class TooManyTranslations(QuotaExceeded):
    """The user has as many translated as anybody may, at once or in a day."""
