"""Uploads that go on after an interruption: videos that are new."""

from litestar import delete, post, put

from vitascope.core.access.model import Actor
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.peertube.announcing import File, announce, read_file
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.bodies import read_fields_and_files
from vitascope.dialects.peertube.fields import read_fields
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.pictures import convert_picture, picture_rules
from vitascope.dialects.peertube.resumable import begun, give_up, picture_path, take_piece
from vitascope.dialects.peertube.uploads import made_out
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_PATH = "/api/v1/videos/upload-resumable"


@post(_PATH, operation_id="uploadResumableInit")
async def begin(request: AnyRequest) -> Answer:
    runtime = parts_of(request).runtime
    actor = await on_thread(get_caller, request)
    actor.check_writes()
    given, form = await read_fields_and_files(request, picture_rules(runtime.incoming))
    try:
        fields, file = read_fields(given, is_new=True), read_file(request, given)
        picture = await on_thread(convert_picture, form)
    finally:
        await form.discard()
    return await on_thread(_begin, request, actor, file, fields, picture)


@put(_PATH, operation_id="uploadResumable")
async def proceed(request: AnyRequest) -> Answer:
    return await take_piece(request, await on_thread(get_caller, request), _made)


@delete(_PATH, operation_id="uploadResumableCancel", status_code=204)
async def cancel(request: AnyRequest) -> None:
    await give_up(request, await on_thread(get_caller, request))


def _begin(
    request: AnyRequest, actor: Actor, file: File, fields: VideoFields, picture: bytes | None
) -> Answer:
    runtime = parts_of(request).runtime
    upload = announce(runtime, actor, file, fields)
    if picture is not None:
        picture_path(runtime, upload).write_bytes(picture)
    return begun(request, upload)


def _made(_: Runtime, entry: VideoEntry) -> Answer:
    return answer(made_out(entry))


ROUTES = (begin, proceed, cancel)
