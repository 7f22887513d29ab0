"""oEmbed: other sites ask how to show one of our videos."""

import html
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from litestar import get

from vitascope.base.ids import parse_video_ref
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.read import PasswordRequired, view_video
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.errors import Fault, InvalidFields, WireError
from vitascope.dialects.peertube.parts import AnyRequest, Parts, Site, parts_of
from vitascope.dialects.peertube.wire import picture_paths

_WIDTH, _HEIGHT = 560, 315
_PICTURE_WIDTH, _PICTURE_HEIGHT = 850, 480
_PAGES = ("/w/", "/videos/watch/")
_PLAYER_OPTIONS = frozenset(
    (
        "start",
        "stop",
        "loop",
        "autoplay",
        "muted",
        "controls",
        "controlBar",
        "title",
        "api",
        "warningTitle",
        "peertubeLink",
        "p2p",
        "subtitle",
        "bigPlayBackgroundColor",
        "mode",
        "foregroundColor",
        "playbackRate",
        "waitPasswordFromEmbedAPI",
    )
)


@get("/services/oembed", sync_to_thread=True)
def oembed(request: AnyRequest) -> Answer:
    parts, query = parts_of(request), request.query_params
    if query.get("format", "json") != "json":
        raise WireError(501, "Only the format json is known here")
    url = urlsplit(query.get("url", ""))
    width, height = _limit(request, "maxwidth"), _limit(request, "maxheight")
    entry = _entry(parts, _video_id(f"{url.scheme}://{url.netloc}", url.path, parts.site))
    options = [(name, value) for name, value in parse_qsl(url.query) if name in _PLAYER_OPTIONS]
    return answer(_oembed_out(entry, parts, urlencode(options), width, height))


def _video_id(origin: str, path: str, site: Site) -> str:
    """
    Raises:
        InvalidFields: this is not the address of one of our pages.
    """
    page = next((page for page in _PAGES if path.startswith(page)), None)
    if origin.lower() != site.url.lower() or page is None:
        raise InvalidFields(
            {"url": Fault(msg="Is not a video of this server", location="query")}
        )
    return path.removeprefix(page).rstrip("/")


def _entry(parts: Parts, video_id: str) -> VideoEntry:
    ref = parse_video_ref(video_id)
    try:
        with parts.runtime.db.read() as tx:
            return view_video(tx, ANONYMOUS, ref)
    except (LoginRequired, PasswordRequired):
        # Logging in would not help: the page is shown to everybody.
        raise WireError(403, "This video is not public") from None


def _limit(request: AnyRequest, name: str) -> int | None:
    """
    Raises:
        InvalidFields: it is not a number.
    """
    given = request.query_params.get(name)
    if given is None:
        return None
    if not given.isascii() or not given.isdigit() or len(given) > 9:
        raise InvalidFields({name: Fault(msg="Should be a whole number", location="query")})
    return int(given)


def _oembed_out(
    entry: VideoEntry, parts: Parts, options: str, max_width: int | None, max_height: int | None
) -> dict[str, Any]:
    video, site = entry.video, parts.site
    width = _WIDTH if max_width is None else min(_WIDTH, max_width)
    height = _HEIGHT if max_height is None else min(_HEIGHT, max_height)
    address = f"{site.url}/videos/embed/{video.uuid}{'?' + options if options else ''}"
    title = html.escape(video.title)
    frame = (
        f'<iframe width="{width}" height="{height}" '
        f'sandbox="allow-same-origin allow-scripts allow-popups allow-forms" '
        f'title="{title}" src="{html.escape(address)}" frameborder="0" '
        "allowfullscreen></iframe>"
    )
    return {
        "type": "video",
        "version": "1.0",
        "html": frame,
        "width": width,
        "height": height,
        "title": video.title,
        "author_name": entry.account.display_name,
        "author_url": f"{site.url}/accounts/{entry.account.name}",
        "provider_name": parts.runtime.instance.name,
        "provider_url": site.url,
        **_picture(entry, site, max_width, max_height),
    }


def _picture(
    entry: VideoEntry, site: Site, max_width: int | None, max_height: int | None
) -> dict[str, Any]:
    """Nothing when it is larger than the caller wants."""
    _, preview = picture_paths(entry, site)
    too_wide = max_width is not None and max_width < _PICTURE_WIDTH
    too_high = max_height is not None and max_height < _PICTURE_HEIGHT
    if preview is None or too_wide or too_high:
        return {}
    return {
        "thumbnail_url": f"{site.url}{preview}",
        "thumbnail_width": _PICTURE_WIDTH,
        "thumbnail_height": _PICTURE_HEIGHT,
    }


ROUTES = (oembed,)
