"""One's own videos: list, get, change, delete."""

from litestar import delete, get, put
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from msgspec import UNSET, UnsetType

from vitascope.base.ids import PresetId, VideoRef, parse_video_ref
from vitascope.core.access.model import Actor
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Video
from vitascope.core.videos.queries.listing import list_videos
from vitascope.core.videos.update import edit_video
from vitascope.dialects.avcaption.auth import AnyRequest, Gate
from vitascope.dialects.avcaption.input import Input, read_json
from vitascope.dialects.avcaption.library import own_entry, own_selection, show, show_all
from vitascope.dialects.avcaption.showing import domains_of, preset_of, privacy_of
from vitascope.dialects.avcaption.wire import Status, VideoOut, VideoPageOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_DEFAULT_PER_PAGE, _MOST_PER_PAGE = 20, 100
# Far beyond every list, and far below what a database takes for an offset.
_MOST_PAGE = 1_000_000_000
_LONGEST_TITLE = 255


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @get("/videos", sync_to_thread=True)
    def list_own(request: AnyRequest) -> VideoPageOut:
        return _page(runtime, gate.reader(request), Input(request.query_params))

    @get("/videos/{video_id:str}", sync_to_thread=True)
    def show_own(video_id: FromPath[str], request: AnyRequest) -> VideoOut:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            entry = own_entry(tx, actor, parse_video_ref(video_id))
            return show(tx, entry, runtime.public_url)

    @put("/videos/{video_id:str}")
    async def change_own(video_id: FromPath[str], request: AnyRequest) -> VideoOut:
        actor = await on_thread(gate.writer, request)
        given = await read_json(request)
        return await on_thread(_change, runtime, actor, parse_video_ref(video_id), given)

    @delete("/videos/{video_id:str}", sync_to_thread=True)
    def delete_own(video_id: FromPath[str], request: AnyRequest) -> None:
        actor = gate.writer(request)
        with runtime.db.begin() as tx:
            entry = own_entry(tx, actor, parse_video_ref(video_id))
            delete_video(tx, actor, entry.video.id)

    return [list_own, show_own, change_own, delete_own]


def _page(runtime: Runtime, actor: Actor, query: Input) -> VideoPageOut:
    page = query.number("page", default=1, most=_MOST_PAGE)
    per_page = query.number("per_page", default=_DEFAULT_PER_PAGE, most=_MOST_PER_PAGE)
    status = query.choice("status", Status)
    search = query.text("q", longest=_LONGEST_TITLE)
    query.check()
    selection = own_selection(actor, status=status, search=search)
    with runtime.db.read() as tx:
        found = list_videos(tx, selection, start=(page - 1) * per_page, count=per_page)
        shown = show_all(tx, found.items, runtime.public_url)
    total = found.total or 0
    return VideoPageOut(shown, page, per_page, total, -(-total // per_page))


def _change(runtime: Runtime, actor: Actor, ref: VideoRef, given: Input) -> VideoOut:
    """Raises Rejected when a field breaks its rule."""
    preset_id = preset_of(runtime, actor, given)
    with runtime.db.begin() as tx:
        entry = own_entry(tx, actor, ref)
        fields = _fields(given, entry.video, preset_id)
        if fields.columns():
            entry = edit_video(tx, actor, entry.video.id, fields, now=runtime.now())
        return show(tx, entry, runtime.public_url)


def _fields(given: Input, video: Video, preset_id: PresetId | UnsetType | None) -> VideoFields:
    title = given.text("title", longest=_LONGEST_TITLE, is_required="title" in given)
    domains = domains_of(given)
    privacy = privacy_of(given, video.privacy)
    given.check()
    return VideoFields(
        title=title if "title" in given else UNSET,
        allowed_domains=domains if given.is_said("allowed_domains") else UNSET,
        privacy=UNSET if privacy is video.privacy else privacy,
        preset_id=preset_id,
    )
