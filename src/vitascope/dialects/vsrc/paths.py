"""Every path of this dialect. VSRC documents its operations without their paths, so these are
ours; when the true ones become known, only this table changes.

The first path of an operation is the one to tell people, the others are aliases.
"""

from typing import NamedTuple

from litestar import HttpMethod

PREFIX = "/api/public/v1"


class Operation(NamedTuple):
    """``status`` is that of an answer without error."""

    methods: list[HttpMethod]
    paths: list[str]
    status: int = 200


def _get(*paths: str) -> Operation:
    return Operation([HttpMethod.GET], [PREFIX + path for path in paths])


def _delete(*paths: str) -> Operation:
    return Operation([HttpMethod.DELETE], [PREFIX + path for path in paths])


def _put(*paths: str) -> Operation:
    return Operation([HttpMethod.PUT], [PREFIX + path for path in paths])


def _post(*paths: str, status: int = 201) -> Operation:
    return Operation([HttpMethod.POST], [PREFIX + path for path in paths], status)


UPLOAD = _post("/vod/upload", "/vod", "/media", "/media/upload")
LIST = _get("/media", "/vod")
SEARCH = _get("/media/search", "/vod/search", "/media/search/tags")
SHOW = _get("/media/{media_id:str}", "/vod/{media_id:str}")
DELETE = _delete("/media/{media_id:str}", "/vod/{media_id:str}")
EMBED = _get(
    "/media/{media_id:str}/embed",
    "/embed/{media_id:str}",
    "/vod/{media_id:str}/embed",
    "/live/{media_id:str}/embed",
)
CREATE_LIVE = _post("/live", "/live/create", "/live/streams")
LIST_LIVE = _get("/live")
SHOW_LIVE = _get("/live/{media_id:str}")
DELETE_LIVE = _delete("/live/{media_id:str}")
TAGS = _get("/tags")
OPENAPI = _get("/openapi.json")

_PROFILE = "/encoding-profiles/{profile_id:str}"
LIST_PROFILES = _get("/encoding-profiles")
CREATE_PROFILE = _post("/encoding-profiles")
SHOW_PROFILE = _get(_PROFILE)
CHANGE_PROFILE = _put(_PROFILE)
DELETE_PROFILE = _delete(_PROFILE)

_WEBHOOK = "/webhooks/{webhook_id:str}"
LIST_WEBHOOKS = _get("/webhooks")
CREATE_WEBHOOK = _post("/webhooks")
SHOW_WEBHOOK = _get(_WEBHOOK)
CHANGE_WEBHOOK = _put(_WEBHOOK)
DELETE_WEBHOOK = _delete(_WEBHOOK)
TRY_WEBHOOK = _post(f"{_WEBHOOK}/test", status=202)
LIST_DELIVERIES = _get(f"{_WEBHOOK}/deliveries")
REDELIVER = _post(f"{_WEBHOOK}/deliveries/{{delivery_id:str}}/redeliver", status=202)

# Asked by players and monitors rather than by holders of a key.
RESOLVE = Operation([HttpMethod.GET, HttpMethod.HEAD], ["/hls/resolve/{media_id:str}"])
HEALTH = Operation([HttpMethod.GET], ["/health"])

RECORD_EVENT = Operation([HttpMethod.POST], ["/api/analytics/event"], 201)
RECORD_EVENTS = Operation([HttpMethod.POST], ["/api/analytics/batch"], 201)
EVENT_STATS = Operation([HttpMethod.GET], ["/api/analytics/stats"])

ANALYTICS = "/ws/analytics"
CHAT = "/ws/chat/{media_id:str}"
