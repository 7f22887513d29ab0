"""A file in one request."""

from functools import partial

from litestar import post
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, QuotaExceeded
from vitascope.core.access.model import Actor
from vitascope.core.uploads.model import FileTooLarge, UploadsDisabled
from vitascope.core.uploads.room import Room
from vitascope.core.uploads.usual import check_usual, usual_type
from vitascope.core.users.usage import QuotaRule
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, text
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.import_checks import explained
from vitascope.dialects.videocms.input import Given, Malformed, form_input
from vitascope.dialects.videocms.library import (
    account_of,
    check_sessions,
    parent_of,
    show_link,
)
from vitascope.dialects.videocms.turns import Turns
from vitascope.http.multipart import FileRule, Form, read_form
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploading import Arrived, accept_upload, check_announced
from vitascope.http.uploads.room import room_of

_BESIDE_BYTES = 1024**2
# VideoCMS's own words, and its status for the route that takes a file with its name.
_CLOSED = "Upload has been desabled"
_FILE = "file"


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    turns = Turns()

    @post("/api/file/upload")
    async def upload(request: AnyRequest) -> Answer:
        return await _upload(runtime, turns, request, 128, "No file uploaded")

    @post("/api/file")
    async def create(request: AnyRequest) -> Answer:
        try:
            return await _upload(runtime, turns, request, 120, "No File uploaded")
        except UploadsDisabled:
            return text(_CLOSED, 503)

    return [upload, create]


async def _upload(
    runtime: Runtime, turns: Turns, request: AnyRequest, longest_name: int, no_file: str
) -> Answer:
    actor = actor_of(request)
    _check_length(runtime, request)
    room = await on_thread(partial(room_of, runtime, rule=QuotaRule.UP_TO))
    await check_announced(runtime, actor, request.scope, room=room)
    await on_thread(check_sessions, runtime, actor)
    with turns.take(actor.known_user()):
        form = await _read(runtime, request, no_file)
        try:
            given = form_input(request, form)
            name = given.text("Name", shortest=1, longest=longest_name, is_required=True)
            if _FILE not in form.files:
                raise Invalid(_FILE, no_file)
            entry = await _accept(runtime, actor, given, name, form, room)
        finally:
            await form.discard()
    return answer(await on_thread(show_link, runtime, entry))


def _check_length(runtime: Runtime, request: AnyRequest) -> None:
    """Raises HTTPException for a body that is longer than any form with a file may be."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > runtime.max_upload_bytes + _BESIDE_BYTES:
        raise HTTPException(status_code=413)


async def _read(runtime: Runtime, request: AnyRequest, no_file: str) -> Form:
    """
    Raises:
        FileTooLarge: the file is.
        Malformed: the form is broken, or stops before its end.
        Invalid: this is no form. Its message is ``no_file``.
    """
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise Invalid(_FILE, no_file)
    limit_bytes = runtime.max_upload_bytes
    rules = {_FILE: FileRule(limit_bytes=limit_bytes, folder=runtime.incoming)}
    try:
        return await read_form(request.scope, request.receive, files=rules)
    except QuotaExceeded as error:
        raise FileTooLarge(error.used, limit_bytes) from error
    except Invalid:
        raise Malformed from None


async def _accept(
    runtime: Runtime, actor: Actor, given: Given, name: str, form: Form, room: Room
) -> VideoEntry:
    file = form.files[_FILE]
    arrived = Arrived(
        path=file.path,
        size_bytes=file.size_bytes,
        sha256=file.sha256,
        content_type=usual_type(name),
        filename=file.filename or name,
    )
    number = given.number("ParentFolderID", least=0)
    fields = await on_thread(_fields, runtime, actor, name, number)
    with explained():
        return await accept_upload(
            runtime, actor, arrived, fields, room=room, inspect=check_usual
        )


def _fields(runtime: Runtime, actor: Actor, name: str, number: int | None) -> VideoFields:
    with runtime.db.read() as tx:
        parent_id = parent_of(tx, account_of(actor), number, "parent folder doesn't exist")
    return VideoFields(title=name, folder_id=parent_id)
