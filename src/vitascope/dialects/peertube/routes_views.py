"""What players tell while somebody watches."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import HttpMethod, route
from litestar.params import FromPath
from msgspec import UNSET

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import VideoId, parse_video_ref
from vitascope.dialects.peertube.auth import viewer_of
from vitascope.dialects.peertube.bodies import read_fields
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.values import Values
from vitascope.http.caller import client_of
from vitascope.http.threads import on_thread

VIEW_PATHS = ("/api/v1/videos/{video_id:str}/views", "/api/v1/videos/{video_id:str}/watching")
_LONGEST_SESSION = 500
_SEEK = "seek"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ping:
    """``session`` is empty when the player names none."""

    position_s: int
    has_jumped: bool
    session: str


async def tell_view(request: AnyRequest, video_id: FromPath[str]) -> None:
    fields = await read_fields(request)
    video, duration_s = await on_thread(_find, request, video_id)
    ping = _read(fields, duration_s)
    viewing = parts_of(request).runtime.viewing
    address = client_of(request.scope).address
    named = ping.session
    viewer = viewing.session_key(named) if named else viewing.address_key(address)
    viewing.follow(
        video,
        viewer,
        ping.position_s,
        duration_s=duration_s,
        has_jumped=ping.has_jumped,
        address=address,
    )


async def refuse_method(video_id: FromPath[str]) -> None:
    # Everywhere else a method that there is not is a 400.
    raise WireError(405, "Method Not Allowed", headers={"Allow": "POST, PUT"})


def _find(request: AnyRequest, video_id: str) -> tuple[VideoId, float | None]:
    """The number and length (s) of the video.

    Raises:
        NotFound: no such video, or it is hidden from the caller.
    """
    viewer = viewer_of(request)
    try:
        entry = parts_of(request).runtime.delivery.admit_to_page(
            parse_video_ref(video_id), viewer
        )
    except Forbidden:
        raise NotFound("video", video_id) from None
    duration_ms = None if entry.media is None else entry.media.duration_ms
    return entry.video.id, None if duration_ms is None else duration_ms / 1000


def _read(fields: Mapping[str, Any], duration_s: float | None) -> _Ping:
    """
    Raises:
        InvalidFields: the position is missing or beyond the end, or another field is faulty.
    """
    values = Values(fields)
    values.require("currentTime")
    # Lengths are told in whole seconds, so the last moment may lie behind the end.
    highest = {} if duration_s is None else {"highest": int(duration_s) + 1}
    position_s = values.number("currentTime", **highest)
    event = values.raw("viewEvent")
    if event not in (UNSET, None, _SEEK):
        values.fault("viewEvent", "Should be seek")
    session = values.text("sessionId", 1, _LONGEST_SESSION)
    values.check()
    return _Ping(
        position_s=position_s if isinstance(position_s, int) else 0,
        has_jumped=event == _SEEK,
        session=session if isinstance(session, str) else "",
    )


ROUTES = (
    *(
        route(
            path,
            http_method=[HttpMethod.POST, HttpMethod.PUT],
            operation_id="addView",
            status_code=204,
        )(tell_view)
        for path in VIEW_PATHS
    ),
    *(
        route(
            path,
            http_method=[
                HttpMethod.GET,
                HttpMethod.HEAD,
                HttpMethod.PATCH,
                HttpMethod.DELETE,
            ],
        )(refuse_method)
        for path in VIEW_PATHS
    ),
)
