"""What belongs to a video beside its description: captions, chapters, previews, its source."""

from typing import Any

from litestar import get, post
from litestar.params import FromPath

from vitascope.base.errors import NotFound
from vitascope.base.ids import parse_video_ref
from vitascope.core.access.model import LoginRequired, Right
from vitascope.core.access.playback import LIFETIME, mint_playback_token
from vitascope.core.assets.queries import get_asset
from vitascope.core.captions.model import Caption
from vitascope.core.captions.read import list_captions
from vitascope.core.videos.chapters import list_chapters
from vitascope.core.videos.details import VideoDetails, view_details
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.read import manage_video, view_video
from vitascope.db import Tx
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import find_caller, get_caller, password_of
from vitascope.dialects.peertube.ids import sealed_name
from vitascope.dialects.peertube.labels import LANGUAGE_LABELS, label_of
from vitascope.dialects.peertube.lists import ListOut
from vitascope.dialects.peertube.metadata import metadata_out
from vitascope.dialects.peertube.parts import AnyRequest, Site, parts_of
from vitascope.dialects.peertube.wire import stamp
from vitascope.dialects.peertube.wire_files import rendition_number
from vitascope.dialects.peertube.wire_source import source_out


@get(
    "/api/v1/videos/{video_id:str}/captions",
    operation_id="getVideoCaptions",
    sync_to_thread=True,
)
def captions(request: AnyRequest, video_id: FromPath[str]) -> Answer:
    parts = parts_of(request)
    with parts.runtime.db.read() as tx:
        details = _details(tx, request, video_id)
        found = list_captions(tx, details.entry.video.id, details.asset)
    # One per language, as clients know it; the first track is the one players start with.
    by_language = {caption.language: caption for caption in reversed(found)}
    chosen = [caption for caption in found if by_language[caption.language] is caption]
    data = [_caption_out(caption, details, parts.site) for caption in chosen]
    return answer(ListOut(len(data), data))


@get(
    "/api/v1/videos/{video_id:str}/chapters",
    operation_id="getVideoChapters",
    sync_to_thread=True,
)
def chapters(request: AnyRequest, video_id: FromPath[str]) -> Answer:
    with parts_of(request).runtime.db.read() as tx:
        details = _details(tx, request, video_id)
        found = list_chapters(tx, details.entry.video.id, details.asset)
    marks = [{"timecode": start_ms // 1000, "title": title} for start_ms, title in found]
    return answer({"chapters": marks})


@get(
    "/api/v1/videos/{video_id:str}/storyboards",
    operation_id="listVideoStoryboards",
    sync_to_thread=True,
)
def storyboards(request: AnyRequest, video_id: FromPath[str]) -> Answer:
    parts = parts_of(request)
    with parts.runtime.db.read() as tx:
        details = _details(tx, request, video_id)
    cut = details.asset.storyboard if details.asset else None
    if cut is None:
        return answer({"storyboards": []})
    name = sealed_name(parts.site.secret, details.entry.video.uuid, ".jpg", salt="storyboard")
    return answer({"storyboards": [_storyboard_out(cut, name)]})


@get("/api/v1/videos/{video_id:str}/source", operation_id="getVideoSource", sync_to_thread=True)
def source(request: AnyRequest, video_id: FromPath[str]) -> Answer:
    actor, ref = get_caller(request), parse_video_ref(video_id)
    with parts_of(request).runtime.db.read() as tx:
        video = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO).video
        if video.asset_id is None:
            raise NotFound("video source", video_id)
        asset = get_asset(tx, video.asset_id)
    return answer(source_out(asset, video.source_filename))


@get("/api/v1/videos/{video_id:str}/metadata/{file_id:int}", sync_to_thread=True)
def metadata(request: AnyRequest, video_id: FromPath[str], file_id: FromPath[int]) -> Answer:
    with parts_of(request).runtime.db.read() as tx:
        details = _details(tx, request, video_id)
    wanted = rendition_number(file_id)
    rendition = next((r for r in details.renditions if r.id == wanted), None)
    if rendition is None or details.asset is None:
        raise NotFound("video file", file_id)
    return answer(metadata_out(rendition, details.asset))


@post(
    "/api/v1/videos/{video_id:str}/token",
    operation_id="requestVideoToken",
    status_code=200,
    sync_to_thread=True,
)
def playback_token(request: AnyRequest, video_id: FromPath[str]) -> Answer:
    runtime, actor = parts_of(request).runtime, find_caller(request)
    ref, password = parse_video_ref(video_id), password_of(request)
    with runtime.db.read() as tx:
        video = view_video(tx, actor, ref, password=password).video
    if actor.is_anonymous and video.privacy is not Privacy.PASSWORD:
        raise LoginRequired("Log in to get a token")
    now = runtime.now()
    token = mint_playback_token(runtime.secret, video.uuid, now=now)
    return answer({"files": {"token": token, "expires": stamp(now + LIFETIME)}})


def _details(tx: Tx, request: AnyRequest, video_id: str) -> VideoDetails:
    actor, password = find_caller(request), password_of(request)
    return view_details(tx, actor, parse_video_ref(video_id), password=password)


def _caption_out(caption: Caption, details: VideoDetails, site: Site) -> dict[str, Any]:
    name = sealed_name(site.secret, details.entry.video.uuid, f"-{caption.name}.vtt")
    return {
        "language": label_of(LANGUAGE_LABELS, caption.language),
        "automaticallyGenerated": caption.is_automatic,
        "captionPath": f"/lazy-static/video-captions/{name}",
        "updatedAt": stamp(caption.updated_at),
    }


def _storyboard_out(cut: dict[str, Any], name: str) -> dict[str, Any]:
    return {
        "storyboardPath": f"/lazy-static/storyboards/{name}",
        "totalHeight": cut["rows"] * cut["tile_height"],
        "totalWidth": cut["columns"] * cut["tile_width"],
        "spriteHeight": cut["tile_height"],
        "spriteWidth": cut["tile_width"],
        "spriteDuration": max(1, round(cut["interval_ms"] / 1000)),
    }


ROUTES = (captions, chapters, storyboards, source, metadata, playback_token)
