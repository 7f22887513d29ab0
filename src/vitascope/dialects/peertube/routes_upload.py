"""The upload in one request."""

from pathlib import Path

from litestar import post

from vitascope.base.errors import Invalid
from vitascope.base.ids import short_uuid
from vitascope.core.access.model import Actor
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.update import edit_video
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.bodies import read_fields_and_files
from vitascope.dialects.peertube.errors import Fault, InvalidFields, WireError
from vitascope.dialects.peertube.fields import read_fields
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.pictures import (
    convert_picture,
    picture_rules,
    store_picture,
)
from vitascope.dialects.peertube.upload_types import ACCEPTED_TYPES
from vitascope.http.multipart import FileRule, Form, ReceivedFile
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploading import Arrived, accept_upload
from vitascope.http.uploads.room import room_of

_FIELD = "videofile"


@post("/api/v1/videos/upload", operation_id="uploadLegacy", status_code=200)
async def upload(request: AnyRequest) -> Answer:
    runtime = parts_of(request).runtime
    # Before the body: a stranger's bytes are not stored.
    actor = await on_thread(get_caller, request)
    rules = picture_rules(runtime.incoming)
    rules[_FIELD] = FileRule(limit_bytes=runtime.max_upload_bytes, folder=runtime.incoming)
    given, form = await read_fields_and_files(request, rules)
    try:
        source = _source(form)
        fields = read_fields(given, is_new=True)
        picture = await on_thread(convert_picture, form)
        entry = await _accept(runtime, actor, source, fields)
        if picture is not None:
            await on_thread(_set_picture, runtime, actor, entry, picture)
    finally:
        await form.discard()
    video = entry.video
    made = {"id": video.id, "shortUUID": short_uuid(video.uuid), "uuid": video.uuid}
    return answer({"video": made})


def _source(form: Form) -> ReceivedFile:
    """
    Raises:
        InvalidFields: no file came.
        WireError: 415, its type says that it is no video or audio.
    """
    source = form.files.get(_FIELD)
    if source is None:
        raise InvalidFields({_FIELD: Fault(msg="Is missing")})
    kind = source.content_type.partition(";")[0].strip().lower()
    if kind not in ACCEPTED_TYPES:
        raise WireError(415, f"This server does not take files of the type {kind or 'unknown'}")
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
    try:
        return await accept_upload(runtime, actor, arrived, fields, room=room_of(runtime))
    except Invalid as error:
        if error.field != "file":
            raise
        raise WireError(422, error.message) from error


def _set_picture(runtime: Runtime, actor: Actor, entry: VideoEntry, picture: Path) -> None:
    fields = VideoFields(poster_key=store_picture(runtime, entry.video.uuid, picture))
    with runtime.db.begin() as tx:
        edit_video(tx, actor, entry.video.id, fields, now=runtime.now())


ROUTES = (upload,)
