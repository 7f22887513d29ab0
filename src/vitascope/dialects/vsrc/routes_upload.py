"""Uploading a file."""

import asyncio

from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import NotFound
from vitascope.core.access.model import Actor
from vitascope.core.profiles.keep import recipe_for
from vitascope.core.profiles.model import Recipe
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.auth import AnyRequest, KeyGate
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.formats import content_type_of
from vitascope.dialects.vsrc.ids import media_id
from vitascope.dialects.vsrc.input import Input
from vitascope.dialects.vsrc.media import show
from vitascope.dialects.vsrc.profiles import LARGEST_PROFILE, SERVER_PROFILE, profile_of
from vitascope.dialects.vsrc.query import LONGEST_TAGS
from vitascope.dialects.vsrc.wire import Envelope, UploadedOut
from vitascope.http.multipart import FileRule, Form, read_form
from vitascope.http.parts import PartHead
from vitascope.http.runtime import Runtime
from vitascope.http.uploading import Arrived, accept_upload, check_announced
from vitascope.http.uploads.room import room_of

_MOST_FILE_BYTES = 10 * 1024**3
# What the text fields and the form's own lines take at the very most.
_FORM_BYTES = 64 * 1024
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 255, 1000


def routes(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    async def upload(request: AnyRequest) -> Envelope[UploadedOut]:
        actor = await asyncio.to_thread(gate.writer, request)
        room = room_of(runtime, most_bytes=_MOST_FILE_BYTES)
        await check_announced(runtime, actor, request.scope, room=room)
        limit_bytes = min(_MOST_FILE_BYTES, runtime.max_upload_bytes)
        rule = FileRule(limit_bytes=limit_bytes, folder=runtime.incoming, check=_check_format)
        form = await read_form(
            request.scope,
            request.receive,
            files={"file": rule},
            max_field_bytes=_FORM_BYTES,
        )
        entry = await _accept(runtime, actor, form)
        uploaded = await asyncio.to_thread(_uploaded, runtime, entry)
        return Envelope(message="Video uploaded successfully", data=uploaded)

    return [
        *bind(paths.UPLOAD, upload),
    ]


async def _accept(runtime: Runtime, actor: Actor, form: Form) -> VideoEntry:
    try:
        fields, recipe = await asyncio.to_thread(_read, runtime, actor, form)
        file = form.files["file"]
        arrived = Arrived(
            path=file.path,
            size_bytes=file.size_bytes,
            sha256=file.sha256,
            content_type=content_type_of(file.filename, file.content_type),
            filename=file.filename,
        )
        room = room_of(runtime, most_bytes=_MOST_FILE_BYTES)
        return await accept_upload(runtime, actor, arrived, fields, room=room, recipe=recipe)
    finally:
        await form.discard()


def _check_format(head: PartHead) -> None:
    """Raises UnsupportedFormat."""
    content_type_of(head.filename or "", head.content_type)


def _read(runtime: Runtime, actor: Actor, form: Form) -> tuple[VideoFields, Recipe | None]:
    """Raises Rejected when a field breaks its rule or there is no file."""
    given = Input({name: values[0] for name, values in form.fields.items()})
    title = given.text("title", longest=_LONGEST_TITLE, is_required=True)
    description = given.text("description", longest=_LONGEST_DESCRIPTION)
    tags = given.words("tags", longest=LONGEST_TAGS)
    recipe = _recipe(runtime, actor, given)
    if "file" not in form.files:
        given.refuse("file", "file is required")
    given.check()
    fields = VideoFields(
        title=title, description=description or None, tags=tags, privacy=Privacy.UNLISTED
    )
    return fields, recipe


def _recipe(runtime: Runtime, actor: Actor, given: Input) -> Recipe | None:
    """What the profile named says, or the caller's default; None leaves it to the server."""
    number = given.number("encodingProfileId", default=None, most=LARGEST_PROFILE)
    if number == SERVER_PROFILE:
        return None
    try:
        with runtime.db.read() as tx:
            return recipe_for(tx, actor, None if number is None else profile_of(number))
    except NotFound:
        given.refuse("encodingProfileId", "There is no encoding profile of this number")
        return None


def _uploaded(runtime: Runtime, entry: VideoEntry) -> UploadedOut:
    with runtime.db.read() as tx:
        shown = show(tx, entry)
    return UploadedOut(
        media_id=media_id(entry.video.uuid),
        title=shown.title,
        description=shown.description,
        file_size=shown.file_size or 0,
        encoding_status=shown.encoding_status,
        tags=[tag.name for tag in shown.tags],
        uploaded_at=shown.created_at,
    )
