"""Folders."""

from litestar import get, post
from litestar.handlers import HTTPRouteHandler

from vitascope.core.access.model import Actor
from vitascope.core.folders.make import make_folder
from vitascope.core.folders.queries import list_folders
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.dialects.videocms.library import account_of, parent_of, whose
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

    return [folders, create]


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
