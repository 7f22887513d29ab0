"""What players and monitors ask without a key."""

from litestar import HttpMethod, MediaType, Response
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.core.access.model import ANONYMOUS
from vitascope.core.videos.read import view_video
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.auth import AnyRequest
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.ids import parse_any_id
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
    try:
        video = parse_any_id(media_id)
        with runtime.db.read() as tx:
            media = view_video(tx, ANONYMOUS, video).media
    except (Invalid, Forbidden, NotFound):
        raise NotFound("media", media_id) from None
    if media is None or not media.is_watchable:
        raise NotFound("media", media_id)
    return f"{runtime.public_url}/media/{video}/master.m3u8"


def _takes_json(request: AnyRequest) -> bool:
    accepted = request.headers.get("accept", "*/*").split(",")
    return any(kind.partition(";")[0].strip().lower() in _JSON_TYPES for kind in accepted)
