"""Bytes for players and downloads, at PeerTube's addresses."""

import re
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlencode

from litestar import HttpMethod, route
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.types import ASGIApp

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import VideoRef, parse_video_ref
from vitascope.core.access.credentials import CredentialRefused
from vitascope.core.access.model import LoginRequired
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.read import check_has_files
from vitascope.dialects.peertube.auth import viewer_of
from vitascope.dialects.peertube.ids import (
    FileRef,
    check_sealed,
    parse_hls_file,
    parse_sealed,
    parse_web_file,
    part_of,
    rendition_of,
)
from vitascope.dialects.peertube.parts import AnyRequest, parts_of

T = TypeVar("T")

_STORYBOARD = "storyboard"
_PLAYLIST = re.compile(r"(?P<part>\d{1,5}|audio-\d+)\.m3u8")
_FRAGMENTED = re.compile(r"(?P<part>\d{1,5}|audio-\d+)-fragmented\.mp4")
_CAPTION = re.compile(r"captions-(?P<name>[\w.-]+)\.(?P<kind>m3u8|vtt)")
_UNSAFE = re.compile(r"[/\\]")


def web_video(request: AnyRequest, name: FromPath[str]) -> ASGIApp:
    file = _parsed(request, parse_web_file, name)
    entry = _admit(request, file.video)
    return parts_of(request).runtime.delivery.download(entry, file.rendition)


def hls_file(request: AnyRequest, video_id: FromPath[str], name: FromPath[str]) -> ASGIApp:
    entry = _admit(request, _parsed(request, parse_video_ref, video_id))
    delivery = parts_of(request).runtime.delivery
    address = _addresses(request, entry)
    stem = f"{entry.video.uuid}-"
    rest = name.removeprefix(stem) if name.startswith(stem) else ""
    if rest == "master.m3u8":
        return delivery.multivariant(entry, address)
    if found := _PLAYLIST.fullmatch(rest):
        rendition = rendition_of(found["part"])
        return delivery.media_playlist(entry, rendition, address(f"{rendition}.mp4"))
    if found := _FRAGMENTED.fullmatch(rest):
        return delivery.file(entry, f"{rendition_of(found['part'])}.mp4")
    if (found := _CAPTION.fullmatch(rest)) and found["kind"] == "m3u8":
        caption = found["name"]
        return delivery.caption_playlist(entry, caption, address(f"captions/{caption}.vtt"))
    if found:
        return delivery.file(entry, f"captions/{found['name']}.vtt")
    raise NotFound("file", name)


def download_web_video(request: AnyRequest, name: FromPath[str]) -> ASGIApp:
    file = parse_web_file(name)
    entry = _admit(request, file.video)
    filename = _saved_as(entry, file, "")
    delivery = parts_of(request).runtime.delivery
    return delivery.download(entry, file.rendition, filename=filename)


def download_hls(request: AnyRequest, name: FromPath[str]) -> ASGIApp:
    file = parse_hls_file(name)
    entry = _admit(request, file.video)
    filename = _saved_as(entry, file, "-hls")
    delivery = parts_of(request).runtime.delivery
    return delivery.file(entry, f"{file.rendition}.mp4", filename=filename)


def picture(request: AnyRequest, name: FromPath[str]) -> ASGIApp:
    entry, _ = _sealed(request, name, lambda entry: entry.video.poster_key or "")
    return parts_of(request).runtime.delivery.file(entry, "poster.jpg")


def storyboard(request: AnyRequest, name: FromPath[str]) -> ASGIApp:
    entry, _ = _sealed(request, name, lambda _: _STORYBOARD)
    return parts_of(request).runtime.delivery.file(entry, "storyboard.jpg")


def caption(request: AnyRequest, name: FromPath[str]) -> ASGIApp:
    entry, rest = _sealed(request, name, lambda _: "")
    if entry.video.allowed_domains:
        # Nobody shows a credential for the others, and a wrong one is no reason to refuse them.
        check_has_files(viewer_of(request).actor, entry)
    return parts_of(request).runtime.delivery.file(entry, f"captions/{rest.removeprefix('-')}")


def _admit(request: AnyRequest, video: VideoRef) -> VideoEntry:
    """The video, when the caller may have its files.

    Raises:
        NotFound: no such video.
        Forbidden: everything else. Where private files are, an unknown video is forbidden,
            too: nobody learns which ones there are.
    """
    delivery = parts_of(request).runtime.delivery
    try:
        return delivery.admit(video, viewer_of(request))
    except (LoginRequired, CredentialRefused) as error:
        raise Forbidden(error.message) from None
    except NotFound:
        if _is_guarded(request):
            raise Forbidden("You may not have this file") from None
        raise


def _parsed(request: AnyRequest, parse: Callable[[str], T], name: str) -> T:
    try:
        return parse(name)
    except NotFound:
        if _is_guarded(request):
            raise Forbidden("You may not have this file") from None
        raise


def _is_guarded(request: AnyRequest) -> bool:
    return "/private/" in request.scope["path"]


def _sealed(
    request: AnyRequest, name: str, salt: Callable[[VideoEntry], str]
) -> tuple[VideoEntry, str]:
    """The video and the rest of a name we gave out.

    Raises:
        NotFound: we did not.
    """
    parts = parts_of(request)
    video, rest = parse_sealed(name)
    with parts.runtime.db.read() as tx:
        entry = get_entry(tx, video)
    check_sealed(parts.site.secret, name, salt=salt(entry))
    return entry, rest


def _addresses(request: AnyRequest, entry: VideoEntry) -> Callable[[str], str]:
    """URIs inside playlists: beside the playlist, and with its token when it is to be passed
    on, since players pass on nothing themselves.
    """
    query = request.query_params
    token, tail = query.get("videoFileToken"), ""
    if token is not None and query.get("reinjectVideoFileToken") == "true":
        tail = f"?{urlencode({'videoFileToken': token, 'reinjectVideoFileToken': 'true'})}"

    def address(name: str) -> str:
        stem, _, kind = name.rpartition(".")
        if stem.startswith("captions/"):
            part = stem.replace("/", "-", 1)
        else:
            part = part_of(stem) + ("-fragmented" if kind == "mp4" else "")
        return f"{entry.video.uuid}-{part}.{kind}{tail}"

    return address


def _saved_as(entry: VideoEntry, file: FileRef, suffix: str) -> str:
    title = _UNSAFE.sub("_", entry.video.title)
    return f"{title}-{part_of(file.rendition)}p{suffix}.mp4"


def _reading(answer: Callable[..., ASGIApp], *paths: str) -> list[HTTPRouteHandler]:
    """One handler per path: the framework cannot give one that runs on a thread several."""
    methods = [HttpMethod.GET, HttpMethod.HEAD]
    return [route(path, http_method=methods, sync_to_thread=True)(answer) for path in paths]


ROUTES = (
    *_reading(
        web_video,
        "/static/web-videos/{name:str}",
        "/static/web-videos/private/{name:str}",
        # Torrents that were made long ago lead here.
        "/static/webseed/{name:str}",
        "/static/webseed/private/{name:str}",
    ),
    *_reading(
        hls_file,
        "/static/streaming-playlists/hls/{video_id:str}/{name:str}",
        "/static/streaming-playlists/hls/private/{video_id:str}/{name:str}",
    ),
    *_reading(download_web_video, "/download/web-videos/{name:str}"),
    *_reading(download_hls, "/download/streaming-playlists/hls/videos/{name:str}"),
    *_reading(
        picture,
        "/lazy-static/thumbnails/{name:str}",
        "/lazy-static/previews/{name:str}",
        "/static/thumbnails/{name:str}",
    ),
    *_reading(storyboard, "/lazy-static/storyboards/{name:str}"),
    *_reading(caption, "/lazy-static/video-captions/{name:str}"),
)
