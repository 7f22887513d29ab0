"""The upload in one request."""

from litestar import post

from vitascope.core.access.model import Actor
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.bodies import read_fields_and_files
from vitascope.dialects.peertube.errors import Fault, InvalidFields
from vitascope.dialects.peertube.fields import read_fields
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.pictures import (
    LARGEST_PICTURE_BYTES,
    PICTURE_FIELDS,
    convert_picture,
    give_picture,
    picture_rules,
)
from vitascope.dialects.peertube.uploads import check_media_type, judging_media, made_out
from vitascope.http.multipart import FileRule, Form, ReceivedFile
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploading import Arrived, accept_upload, check_announced
from vitascope.http.uploads.room import room_of

_FIELD = "videofile"
# What a form may hold beside the video: its pictures, and its fields with their own lines.
_BESIDE_BYTES = len(PICTURE_FIELDS) * LARGEST_PICTURE_BYTES + 2**20


@post("/api/v1/videos/upload", operation_id="uploadLegacy", status_code=200)
async def upload(request: AnyRequest) -> Answer:
    runtime = parts_of(request).runtime
    # Before the body: a stranger's bytes are not stored, nor those that cannot be taken.
    actor = await on_thread(get_caller, request)
    actor.check_writes()
    await check_announced(
        runtime, actor, request.scope, room=room_of(runtime), beside_bytes=_BESIDE_BYTES
    )
    rules = picture_rules(runtime.incoming)
    rules[_FIELD] = FileRule(
        limit_bytes=runtime.max_upload_bytes,
        folder=runtime.incoming,
        check=lambda head: check_media_type(head.content_type),
    )
    given, form = await read_fields_and_files(request, rules)
    try:
        source = _source(form)
        fields = read_fields(given, is_new=True)
        picture = await on_thread(convert_picture, form)
        entry = await _accept(runtime, actor, source, fields)
        if picture is not None:
            await on_thread(give_picture, runtime, actor, entry.video, picture)
    finally:
        await form.discard()
    return answer(made_out(entry))


def _source(form: Form) -> ReceivedFile:
    """Raises InvalidFields when no file came."""
    source = form.files.get(_FIELD)
    if source is None:
        raise InvalidFields({_FIELD: Fault(msg="Is missing")})
    return source


async def _accept(
    runtime: Runtime, actor: Actor, source: ReceivedFile, fields: VideoFields
) -> VideoEntry:
    arrived = Arrived(
        path=source.path,
        size_bytes=source.size_bytes,
        sha256=source.sha256,
        content_type=source.content_type,
        filename=source.filename,
    )
    with judging_media():
        return await accept_upload(runtime, actor, arrived, fields, room=room_of(runtime))


ROUTES = (upload,)
