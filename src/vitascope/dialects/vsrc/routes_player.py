"""What players and monitors ask without a key."""

from litestar import HttpMethod, MediaType, Response
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.errors import NotFound
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.auth import AnyRequest
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.media import open_media
from vitascope.dialects.vsrc.wire import HealthOut, ResolvedOut, iso
from vitascope.http.runtime import Runtime

# The vendor's player runs on other people's pages. The answer changes once the video can be
# watched, so nobody may keep it.
_HEADERS = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store", "Vary": "Accept"}
_JSON_TYPES = {"application/json", "application/*", "*/*"}


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    def resolve(media_id: FromPath[str], request: AnyRequest) -> Response[ResolvedOut | bytes]:
        url = _playlist_url(runtime, media_id)
        if request.method == HttpMethod.HEAD or not _takes_json(request):
            headers = {**_HEADERS, "Location": url}
            return Response(b"", status_code=302, headers=headers, media_type=MediaType.TEXT)
        return Response(ResolvedOut(url=url, ul=url), status_code=200, headers=_HEADERS)

    def health() -> HealthOut:
        return HealthOut(True, "The server is running", iso(runtime.now()))

    return [
        *bind(paths.RESOLVE, resolve),
        *bind(paths.HEALTH, health),
    ]


def _playlist_url(runtime: Runtime, media_id: str) -> str:
    """The address of the multivariant playlist.

    Raises:
        NotFound: no such video, one that is not for everybody who has its id, or one that
            cannot be watched yet.
    """
    with runtime.db.read() as tx:
        entry = open_media(tx, media_id)
    if entry.media is None or not entry.media.is_watchable:
        raise NotFound("media", media_id)
    return f"{runtime.public_url}/media/{entry.video.uuid}/master.m3u8"


def _takes_json(request: AnyRequest) -> bool:
    accepted = request.headers.get("accept", "*/*").split(",")
    return any(kind.partition(";")[0].strip().lower() in _JSON_TYPES for kind in accepted)
