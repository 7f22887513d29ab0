"""From what players tell to what is kept of it."""

import uuid
from collections.abc import Sequence
from typing import Any

from vitascope.base.errors import Invalid, NotFound
from vitascope.core.access.model import ANONYMOUS, Actor
from vitascope.core.analytics.check import LONGEST_MESSAGE, check_event
from vitascope.core.analytics.model import PlayerEvent, PlayerEventKind
from vitascope.core.analytics.record import Subject, find_subject
from vitascope.dialects.vsrc.ids import parse_any_id
from vitascope.dialects.vsrc.pace import Pace, size_bytes
from vitascope.dialects.vsrc.wire_analytics import EventIn
from vitascope.http.cache import TtlCache
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploads.room import check_disk

_KNOWN_S = 10.0
_FIELDS = {
    "session": "sessionId",
    "position_s": "currentTime",
    "duration_s": "duration",
    "buffer_s": "bufferDuration",
    "message": "errorMessage",
    "viewer": "userId",
    "extra": "metadata",
}


class Reports:
    """Takes what players tell. Each event is of a video that the caller may see."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self.pace = Pace(runtime.limiter)
        # Of what everybody may see; who shows a key is looked up each time.
        self._subjects = TtlCache[Subject](ttl_s=_KNOWN_S, max_entries=2000)

    async def take(
        self, events: Sequence[EventIn], *, address: str, actor: Actor = ANONYMOUS
    ) -> list[int]:
        """Keep all of ``events`` and return their numbers, or keep none. The number is 0 when
        enough is kept of the event's session, or of its video on this day.

        Raises:
            Invalid: one of them breaks a rule.
            NotFound: one is of a video that there is not, or that ``actor`` may not see.
            TooManyEvents, Unavailable: now is not the time.
            StorageFull: the disk is needed for other things.
        """
        await self.pace.check_events(address, len(events))
        subjects = await on_thread(self._find_all, events, actor)
        found = [self._event(*pair) for pair in zip(events, subjects, strict=True)]
        await self.pace.check_bytes(address, sum(map(size_bytes, found)))
        numbers = await self._runtime.recording.record(found)
        self._follow(found, subjects, address)
        kept = [number for number in numbers if number is not None]
        if len(kept) < len(numbers):
            raise NotFound("media", events[numbers.index(None)].media_id)
        return kept

    def _find_all(self, events: Sequence[EventIn], actor: Actor) -> list[Subject]:
        """What each event is about. The disk is asked on the way."""
        check_disk(self._runtime, 1)
        videos = [_video(event) for event in events]
        found = {video: self._find(video, actor) for video in dict.fromkeys(videos)}
        return [found[video] for video in videos]

    def _find(self, video: uuid.UUID, actor: Actor) -> Subject:
        known = self._subjects.get(video) if actor.is_anonymous else None
        if known is not None:
            return known
        with self._runtime.db.read() as tx:
            try:
                subject = find_subject(tx, actor, video)
            except NotFound:
                raise NotFound("media", f"vod_{video}") from None
        return self._subjects.put(video, subject) if actor.is_anonymous else subject

    def _event(self, event: EventIn, subject: Subject) -> PlayerEvent:
        message = event.error_message
        made = PlayerEvent(
            video_id=subject.video_id,
            session=event.session_id or "",
            kind=_kind(event),
            at=self._runtime.now(),
            position_s=event.current_time,
            duration_s=event.duration,
            quality=_text(event.quality),
            buffer_s=event.buffer_duration,
            # Some browsers tell their whole story.
            message=None if message is None else message[:LONGEST_MESSAGE],
            viewer=_text(event.user_id),
            extra=event.metadata,
        )
        try:
            check_event(made)
        except Invalid as error:
            field = _FIELDS.get(error.field, error.field)
            raise Invalid(field, f"{field}: {error.message}") from None
        return made

    def _follow(
        self, events: Sequence[PlayerEvent], subjects: Sequence[Subject], address: str
    ) -> None:
        """Have those counted who have watched enough by now."""
        viewing = self._runtime.viewing
        for event, subject in zip(events, subjects, strict=True):
            if event.position_s is not None:
                viewing.follow(
                    event.video_id,
                    viewing.session_key(event.session),
                    event.position_s,
                    duration_s=subject.duration_s,
                    has_jumped=event.kind is PlayerEventKind.SEEK,
                    address=address,
                )


def _video(event: EventIn) -> uuid.UUID:
    """
    Raises:
        Invalid: the event lacks what every event has, or is of a kind that there is not.
        NotFound: no video has such an id.
    """
    if not event.session_id or not event.event_type:
        raise Invalid("sessionId", "sessionId and eventType are required")
    _kind(event)
    if not event.media_id:
        raise Invalid("mediaId", "mediaId is required")
    return parse_any_id(event.media_id)


def _kind(event: EventIn) -> PlayerEventKind:
    try:
        return PlayerEventKind(event.event_type or "")
    except ValueError:
        kinds = ", ".join(PlayerEventKind)
        raise Invalid("eventType", f"eventType must be one of {kinds}") from None


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
