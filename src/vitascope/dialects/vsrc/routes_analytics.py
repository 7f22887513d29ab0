"""What players tell, where no socket opens, and what it comes to."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, NotFound, QuotaExceeded
from vitascope.core.analytics.queries.counting import EventFilter
from vitascope.core.analytics.read import read_stats
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.auth import AnyRequest, KeyGate
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.ids import parse_any_id
from vitascope.dialects.vsrc.reports import Reports
from vitascope.dialects.vsrc.wire import Envelope
from vitascope.dialects.vsrc.wire_analytics import (
    CountOut,
    EventIn,
    RecordedOut,
    StatsOut,
    read_batch,
    read_event,
)
from vitascope.http.caller import client_of
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_MOST_EVENT_BYTES, _MOST_BATCH_BYTES = 16 * 1024, 256 * 1024
_DATE_LENGTH = len("2026-01-31")


def routes(runtime: Runtime, gate: KeyGate, reports: Reports) -> list[HTTPRouteHandler]:
    async def take(request: AnyRequest, events: list[EventIn]) -> list[int]:
        actor = await on_thread(gate.anybody, request)
        address = client_of(request.scope).address
        return await reports.take(events, address=address, actor=actor)

    async def record(request: AnyRequest) -> Envelope[RecordedOut]:
        event = read_event(await _body(request, _MOST_EVENT_BYTES))
        (number,) = await take(request, [event])
        recorded = RecordedOut(number, event.session_id or "", event.event_type or "")
        return Envelope(message="Analytics event recorded", data=recorded)

    async def record_batch(request: AnyRequest) -> Envelope[CountOut]:
        events = read_batch(await _body(request, _MOST_BATCH_BYTES))
        numbers = await take(request, events)
        message = f"{len(numbers)} analytics events recorded"
        return Envelope(message=message, data=CountOut(len(numbers)))

    async def stats(request: AnyRequest) -> Envelope[StatsOut]:
        await reports.pace.check_question(client_of(request.scope).address)
        return await on_thread(count, request)

    def count(request: AnyRequest) -> Envelope[StatsOut]:
        given = request.query_params
        wanted = EventFilter(
            session=given.get("sessionId") or None,
            viewer=given.get("userId") or None,
            since=_moment(given, "startDate"),
            until=_moment(given, "endDate", is_end=True),
        )
        media_id = given.get("mediaId")
        video = parse_any_id(media_id) if media_id else None
        actor = gate.anybody(request)
        with runtime.db.read() as tx:
            try:
                found = read_stats(tx, actor, wanted, video)
            except NotFound:
                raise NotFound("media", media_id) from None
        return Envelope(data=StatsOut.of(found))

    return [
        *bind(paths.RECORD_EVENT, record),
        *bind(paths.RECORD_EVENTS, record_batch),
        *bind(paths.EVENT_STATS, stats),
    ]


async def _body(request: AnyRequest, most_bytes: int) -> bytes:
    """The body, whatever it calls itself: browsers send what a page leaves behind as text.

    Raises:
        QuotaExceeded: it is longer than ``most_bytes``.
    """
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most_bytes:
            raise QuotaExceeded(used=len(body), limit=most_bytes, unit="bytes")
    return bytes(body)


def _moment(given: Mapping[str, str], name: str, *, is_end: bool = False) -> datetime | None:
    """A date or time in ISO 8601, UTC where it says nothing else; None when it is missing. A
    date without a time ends with its day.

    Raises:
        Invalid: this is no such thing.
    """
    text = given.get(name)
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        if is_end and len(text) == _DATE_LENGTH:
            found += timedelta(days=1, microseconds=-1)
    except (ValueError, OverflowError):
        raise Invalid(name, f"{name} must be a date in ISO 8601") from None
    return found
