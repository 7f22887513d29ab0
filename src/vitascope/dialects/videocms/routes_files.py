"""Links: lists, one with its file, and clones."""

import re

from litestar import get, post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import NotFound
from vitascope.core.access.model import Actor
from vitascope.core.uploads.clone import clone_file
from vitascope.core.uploads.usual import usual_type
from vitascope.core.users.usage import QuotaRule
from vitascope.core.videos.fields import VideoFields
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, text
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.input import Broken, Given, read_input
from vitascope.dialects.videocms.library import (
    account_of,
    entries_in,
    parent_of,
    seen_entry,
    show_links,
    whose,
)
from vitascope.dialects.videocms.wire_detail import DetailOut
from vitascope.dialects.videocms.wire_files import LinkOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploads.room import room_of

_LONGEST_NAME, _HASH_LENGTH = 120, 64
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get("/api/files")
    async def files(request: AnyRequest) -> Answer:
        given = await read_input(request)
        return answer(await on_thread(_list, runtime, actor_of(request), given))

    @get("/api/file")
    async def file(request: AnyRequest) -> Answer:
        given = await read_input(request)
        try:
            return answer(await on_thread(_detail, runtime, actor_of(request), given))
        except NotFound:
            return text("code=404, message=Not Found", 404)

    @post("/api/file/clone")
    async def clone(request: AnyRequest) -> Answer:
        given = await read_input(request)
        return answer(await on_thread(_clone, runtime, actor_of(request), given))

    return [files, file, clone]


def _list(runtime: Runtime, actor: Actor, given: Given) -> list[LinkOut]:
    number = given.number("ParentFolderID", least=0)
    with runtime.db.read() as tx:
        owner = whose(tx, actor, given.number("UserID", least=0))
        if owner is None:
            return []
        _, account_id = owner
        folder_id = parent_of(tx, account_id, number, "Parent folder doesn't exist")
        return show_links(tx, entries_in(tx, account_id, folder_id))


def _detail(runtime: Runtime, actor: Actor, given: Given) -> DetailOut:
    link_id = given.number("LinkID", least=0)
    if not link_id:
        raise Broken("LinkID", "required")
    with runtime.db.read() as tx:
        return DetailOut.read(tx, seen_entry(tx, actor, link_id), runtime.public_url)


def _clone(runtime: Runtime, actor: Actor, given: Given) -> LinkOut:
    name = given.text("Name", shortest=1, longest=_LONGEST_NAME, is_required=True)
    sha256 = given.text("Sha256", longest=_HASH_LENGTH, is_required=True)
    if not _SHA256.fullmatch(sha256):
        raise Broken("Sha256", "sha256")
    number = given.number("ParentFolderID", least=0)
    usual_type(name)
    room = room_of(runtime, rule=QuotaRule.UP_TO)
    with runtime.db.begin() as tx:
        parent_id = parent_of(tx, account_of(actor), number, "parent folder doesn't exist")
        entry = clone_file(
            tx,
            actor,
            sha256,
            VideoFields(title=name, folder_id=parent_id),
            is_open=runtime.clones_any_file,
            room=room,
            now=runtime.now(),
        )
        return show_links(tx, [entry])[0]
