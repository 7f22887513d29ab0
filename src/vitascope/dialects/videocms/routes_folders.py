"""Folders."""

from litestar import delete, get, post, put
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Forbidden, Invalid, NotFound, ProductError
from vitascope.base.ids import FolderId
from vitascope.core.access.model import Actor
from vitascope.core.folders.make import make_folder
from vitascope.core.folders.queries import list_folders
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.folders.rename import rename_folder
from vitascope.core.library.model import (
    NothingSelected,
    ParentsDiffer,
    RepeatedItem,
    TooManyItems,
)
from vitascope.core.library.remove import remove_folders
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, empty
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.dialects.videocms.library import account_of, parent_of, whose
from vitascope.dialects.videocms.turns import Turns
from vitascope.dialects.videocms.wire_files import FolderOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_LONGEST_NAME = 120


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get("/api/folders")
    async def folders(request: AnyRequest) -> Answer:
        given = await read_input(request)
        return answer(await on_thread(_list, runtime, actor_of(request), given))

    @post("/api/folder")
    async def create(request: AnyRequest) -> Answer:
        given = await read_input(request)
        return answer(await on_thread(_make, runtime, actor_of(request), given))

    @put("/api/folder")
    async def rename(request: AnyRequest) -> Answer:
        given = await read_input(request)
        await on_thread(_rename, runtime, actor_of(request), given)
        return empty()

    return [folders, create, rename, *_removals(runtime)]


def _removals(runtime: Runtime) -> list[HTTPRouteHandler]:
    turns = Turns()

    @delete("/api/folder", status_code=200)
    async def remove(request: AnyRequest) -> Answer:
        given = await read_input(request)
        return await _remove(runtime, turns, request, [given.known_number("FolderID")])

    @delete("/api/folders", status_code=200)
    async def remove_several(request: AnyRequest) -> Answer:
        given = await read_input(request)
        numbers = given.numbers("FolderIDs", member="FolderID")
        return await _remove(runtime, turns, request, numbers)

    return [remove, remove_several]


def _list(runtime: Runtime, actor: Actor, given: Given) -> list[FolderOut]:
    number = given.number("ParentFolderID", least=0)
    with runtime.db.read() as tx:
        owner = whose(tx, actor, given.number("UserID", least=0))
        if owner is None:
            return []
        user_id, account_id = owner
        parent_id = parent_of(tx, account_id, number, "Parent folder doesn't exist")
        return [FolderOut.of(each, user_id) for each in list_folders(tx, account_id, parent_id)]


def _make(runtime: Runtime, actor: Actor, given: Given) -> FolderOut:
    name = given.text("Name", shortest=1, longest=_LONGEST_NAME, is_required=True)
    number = given.number("ParentFolderID", least=0)
    with runtime.db.begin() as tx:
        refusal = "parent folder doesn't exist"
        parent_id = parent_of(tx, account_of(actor), number, refusal)
        folder = make_folder(tx, actor, name, parent_id, now=runtime.now())
    return FolderOut.of(folder, actor.known_user())


def _rename(runtime: Runtime, actor: Actor, given: Given) -> None:
    number = given.known_number("FolderID")
    name = given.text("Name", shortest=1, longest=_LONGEST_NAME, is_required=True)
    try:
        with runtime.db.begin() as tx:
            rename_folder(tx, actor, FolderId(number), name, now=runtime.now())
    except NotFound:
        raise Invalid("folder", "Folder doesn't exist") from None
    except ForeignItem:
        raise Forbidden("Unauthorized access to folder") from None


async def _remove(
    runtime: Runtime, turns: Turns, request: AnyRequest, numbers: list[int]
) -> Answer:
    actor = actor_of(request)
    with turns.take(actor.known_user()):
        await on_thread(_remove_all, runtime, actor, numbers)
    return empty()


def _remove_all(runtime: Runtime, actor: Actor, numbers: list[int]) -> None:
    folder_ids = [FolderId(number) for number in numbers]
    most = runtime.settings.current().max_items_at_once
    try:
        with runtime.db.begin() as tx:
            remove_folders(tx, actor, folder_ids, most_items=most)
    except ProductError as error:
        raise _said(error) from None


def _said(error: ProductError) -> ProductError:
    """The same in VideoCMS's words."""
    if isinstance(error, NothingSelected):
        return Invalid("items", "array FolderIDs is empty")
    if isinstance(error, TooManyItems):
        return Invalid("items", "max requested items exceeded")
    if isinstance(error, RepeatedItem):
        words = f"the folders have to be distinct. Folder {error.ref} is dublicate"
        return Invalid("items", words)
    if isinstance(error, ParentsDiffer):
        return Invalid("items", "all folders must have the same parent folder")
    if isinstance(error, NotFound | ForeignItem):
        return Invalid("folder", f"FolderID ({error.ref}) doesn't exist")
    return error
