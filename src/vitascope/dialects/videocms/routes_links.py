"""Links: renaming, deleting, finding."""

from litestar import delete, get, put
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Forbidden, Invalid, NotFound, ProductError
from vitascope.base.ids import VideoId
from vitascope.core.access.model import Actor
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.library.model import NothingSelected, RepeatedItem, TooManyItems
from vitascope.core.library.remove import remove_videos
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.update import edit_video
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, empty
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.dialects.videocms.library import (
    entries_named,
    own_entry,
    show_links,
    whose,
)
from vitascope.dialects.videocms.wire_files import LinkOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_LONGEST_NAME = _LONGEST_QUERY = 120


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get("/api/files/search")
    async def search(request: AnyRequest) -> Answer:
        given = await read_input(request)
        return answer(await on_thread(_search, runtime, actor_of(request), given))

    @put("/api/file")
    async def rename(request: AnyRequest) -> Answer:
        given = await read_input(request)
        await on_thread(_rename, runtime, actor_of(request), given)
        return empty()

    @delete("/api/file", status_code=200)
    async def remove(request: AnyRequest) -> Answer:
        numbers = [(await read_input(request)).known_number("LinkID")]
        await on_thread(_remove, runtime, actor_of(request), numbers)
        return empty()

    @delete("/api/files", status_code=200)
    async def remove_several(request: AnyRequest) -> Answer:
        numbers = (await read_input(request)).numbers("LinkIDs", member="LinkID")
        await on_thread(_remove, runtime, actor_of(request), numbers)
        return empty()

    return [search, rename, remove, remove_several]


def _search(runtime: Runtime, actor: Actor, given: Given) -> list[LinkOut]:
    query = given.text("Query", shortest=1, longest=_LONGEST_QUERY, is_required=True)
    with runtime.db.read() as tx:
        owner = whose(tx, actor, given.number("UserID", least=0))
        if owner is None:
            return []
        _, account_id = owner
        return show_links(tx, entries_named(tx, account_id, query))


def _rename(runtime: Runtime, actor: Actor, given: Given) -> None:
    number = given.known_number("LinkID")
    name = given.text("Name", shortest=1, longest=_LONGEST_NAME, is_required=True)
    try:
        with runtime.db.begin() as tx:
            entry = own_entry(tx, actor, number)
            fields = VideoFields(title=name)
            edit_video(tx, actor, entry.video.id, fields, now=runtime.now())
    except NotFound:
        raise Invalid("link", "File doesn't exist") from None
    except ForeignItem:
        raise Forbidden("Unauthorized access to file") from None


def _remove(runtime: Runtime, actor: Actor, numbers: list[int]) -> None:
    video_ids = [VideoId(number) for number in numbers]
    most = runtime.settings.current().max_items_at_once
    try:
        with runtime.db.begin() as tx:
            remove_videos(tx, actor, video_ids, most_items=most)
    except ProductError as error:
        raise _said(error) from None


def _said(error: ProductError) -> ProductError:
    """The same in VideoCMS's words."""
    if isinstance(error, NothingSelected):
        return Invalid("items", "array LinkIDs is empty")
    if isinstance(error, TooManyItems):
        return Invalid("items", "max requested items exceeded")
    if isinstance(error, RepeatedItem):
        words = f"the files have to be distinct. File {error.ref} is dublicate"
        return Invalid("items", words)
    if isinstance(error, NotFound | ForeignItem):
        return Invalid("link", f"linkID ({error.ref}) doesn't exist")
    return error
