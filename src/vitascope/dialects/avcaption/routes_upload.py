"""Uploading a file: in one request, or in chunks."""

from litestar import post
from litestar.handlers import HTTPRouteHandler

from vitascope.core.access.model import Actor
from vitascope.core.uploads.begin import NewUpload, begin_upload
from vitascope.core.uploads.model import Upload
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.avcaption.auth import AnyRequest, Gate
from vitascope.dialects.avcaption.input import Input, read_json
from vitascope.dialects.avcaption.library import STATUS
from vitascope.dialects.avcaption.limits import UPLOADS
from vitascope.dialects.avcaption.showing import preset_of
from vitascope.dialects.avcaption.uploads import (
    announced,
    arrived,
    chunk_index,
    direct_fields,
    find_own,
    judging_media,
)
from vitascope.dialects.avcaption.wire import BegunOut, ChunkOut, UploadedOut
from vitascope.http.multipart import FileRule, Form, read_form
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploading import accept_upload, check_announced
from vitascope.http.uploads.chunks import ChunkSizeMismatch, receive_chunk
from vitascope.http.uploads.finish import finish
from vitascope.http.uploads.room import room_of

_MOST_FIELD_BYTES = 64 * 1024
_LONGEST_ID = 100


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @post("/upload")
    async def upload(request: AnyRequest) -> UploadedOut:
        actor = await on_thread(gate.writer, request, UPLOADS)
        most_bytes = min(runtime.avcaption_direct_bytes, runtime.max_upload_bytes)
        room = room_of(runtime, most_bytes=most_bytes)
        await check_announced(runtime, actor, request.scope, room=room)
        rules = {"file": FileRule(limit_bytes=most_bytes, folder=runtime.incoming)}
        form = await read_form(
            request.scope, request.receive, files=rules, max_field_bytes=_MOST_FIELD_BYTES
        )
        return _uploaded(await _accept(runtime, actor, form, most_bytes))

    @post("/upload/init", status_code=200)
    async def begin(request: AnyRequest) -> BegunOut:
        actor = await on_thread(gate.writer, request, UPLOADS)
        given = await read_json(request)
        preset_id = await on_thread(preset_of, runtime, actor, given)
        new = announced(given, preset_id)
        return BegunOut.of(await on_thread(_begin, runtime, actor, new))

    @post("/upload/chunk", status_code=200)
    async def take_chunk(request: AnyRequest) -> ChunkOut:
        actor = await on_thread(gate.sender, request)
        upload_id = _header(request, "X-Upload-ID")
        upload = await on_thread(find_own, runtime, actor, upload_id)
        index = chunk_index(upload, _header(request, "X-Chunk-Index"))
        _check_length(request, upload.chunk_size(index))
        received = await receive_chunk(runtime, upload, index, request.receive)
        return ChunkOut(str(upload.uuid), index, len(received), upload.chunks)

    @post("/upload/complete", status_code=200)
    async def complete(request: AnyRequest) -> UploadedOut:
        actor = await on_thread(gate.writer, request, UPLOADS)
        given = await read_json(request)
        upload_id = given.text("upload_id", longest=_LONGEST_ID, is_required=True)
        given.check()
        upload = await on_thread(find_own, runtime, actor, upload_id)
        with judging_media():
            return _uploaded(await finish(runtime, actor, upload, room=room_of(runtime)))

    return [upload, begin, take_chunk, complete]


async def _accept(runtime: Runtime, actor: Actor, form: Form, most_bytes: int) -> VideoEntry:
    try:
        given = Input({name: values[0] for name, values in form.fields.items()})
        file = form.files.get("file")
        preset_id = await on_thread(preset_of, runtime, actor, given)
        fields = direct_fields(given, file, preset_id)
        room = room_of(runtime, most_bytes=most_bytes)
        with judging_media():
            return await accept_upload(
                runtime, actor, arrived(form.files["file"]), fields, room=room
            )
    finally:
        await form.discard()


def _begin(runtime: Runtime, actor: Actor, new: NewUpload) -> Upload:
    room, now = room_of(runtime), runtime.now()
    with runtime.db.begin() as tx:
        upload, _ = begin_upload(tx, actor, new, room=room, now=now)
    return upload


def _header(request: AnyRequest, name: str) -> str:
    """Raises Rejected when the request has no such header."""
    given = Input(request.headers)
    value = given.text(name, longest=_LONGEST_ID, is_required=True)
    given.check()
    return value


def _check_length(request: AnyRequest, expected: int) -> None:
    """Refuse a chunk before it is sent when it says itself that it does not fit."""
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) != expected:
        raise ChunkSizeMismatch(expected, int(length))


def _uploaded(entry: VideoEntry) -> UploadedOut:
    return UploadedOut(
        str(entry.video.uuid), entry.video.embed_token, STATUS[entry.video.state]
    )
