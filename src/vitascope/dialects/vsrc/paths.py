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


def _post(*paths: str) -> Operation:
    return Operation([HttpMethod.POST], [PREFIX + path for path in paths], 201)


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
ENCODING_PROFILES = _get("/encoding-profiles")
TAGS = _get("/tags")

# Asked by players and monitors rather than by holders of a key.
RESOLVE = Operation([HttpMethod.GET, HttpMethod.HEAD], ["/hls/resolve/{media_id:str}"])
HEALTH = Operation([HttpMethod.GET], ["/health"])
