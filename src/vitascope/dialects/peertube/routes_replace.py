"""Another file for a video that exists, sent as resumable uploads are."""

from litestar import delete, post, put
from litestar.params import FromPath

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import parse_video_ref
from vitascope.core.access.model import Actor, Right
from vitascope.core.assets.queries import get_asset
from vitascope.core.uploads.replace import NotReplaceable
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.read import manage_video
from vitascope.dialects.peertube.announcing import File, announce, read_file
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.bodies import read_fields
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.resumable import begun, give_up, take_piece
from vitascope.dialects.peertube.wire_source import source_out
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_PATH = "/api/v1/videos/{video_id:str}/source/replace-resumable"


@post(_PATH, operation_id="replaceVideoSourceResumableInit")
async def begin(request: AnyRequest, video_id: FromPath[str]) -> Answer:
    actor = await on_thread(get_caller, request)
    entry = await on_thread(_managed, request, actor, video_id)
    file = read_file(request, await read_fields(request))
    return await on_thread(_begin, request, actor, file, entry)


@put(_PATH, operation_id="replaceVideoSourceResumable")
async def proceed(request: AnyRequest, video_id: FromPath[str]) -> Answer:
    actor = await on_thread(get_caller, request)
    video = (await on_thread(_managed, request, actor, video_id)).video
    return await take_piece(request, actor, _source, replaces=video.id)


@delete(_PATH, operation_id="replaceVideoSourceResumableCancel", status_code=204)
async def cancel(request: AnyRequest, video_id: FromPath[str]) -> None:
    actor = await on_thread(get_caller, request)
    video = (await on_thread(_managed, request, actor, video_id)).video
    await give_up(request, actor, replaces=video.id)


def _managed(request: AnyRequest, actor: Actor, video_id: str) -> VideoEntry:
    runtime = parts_of(request).runtime
    if not runtime.replaces_sources:
        raise Forbidden("This server does not replace the files of videos")
    with runtime.db.read() as tx:
        return manage_video(tx, actor, parse_video_ref(video_id), Right.UPDATE_ANY_VIDEO)


def _begin(request: AnyRequest, actor: Actor, file: File, entry: VideoEntry) -> Answer:
    runtime, video = parts_of(request).runtime, entry.video
    try:
        upload = announce(runtime, actor, file, VideoFields(), replaces=video.id)
    except NotReplaceable as error:
        status = 409 if video.state is State.PROCESSING else 400
        raise WireError(status, error.message) from error
    return begun(request, upload)


def _source(runtime: Runtime, entry: VideoEntry) -> Answer:
    video = entry.video
    if video.asset_id is None:
        raise NotFound("video source", video.uuid)
    with runtime.db.read() as tx:
        asset = get_asset(tx, video.asset_id)
    return answer(source_out(asset, video.source_filename))


ROUTES = (begin, proceed, cancel)
