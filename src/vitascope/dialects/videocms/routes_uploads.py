"""Uploads in several requests, by tus, and what becomes of them."""

from functools import partial

from litestar import HttpMethod, get, post, route
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.types import ASGIApp

from vitascope.base.errors import Conflict, Invalid, NotFound
from vitascope.core.access.model import Actor
from vitascope.core.uploads.model import (
    UploadBusy,
    UploadIncomplete,
    UploadPart,
    UploadProtocol,
)
from vitascope.core.uploads.queries import list_uploads
from vitascope.core.uploads.usual import check_usual
from vitascope.core.users.usage import QuotaRule
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, text
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.import_checks import explained
from vitascope.dialects.videocms.library import show_link
from vitascope.dialects.videocms.uploads import UPLOADS, tus_edge
from vitascope.dialects.videocms.wire_uploads import SessionOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.find import Found, find_upload, offset_of
from vitascope.http.tus.respond import discovery_headers, respond
from vitascope.http.uploads.finish import finish
from vitascope.http.uploads.room import room_of

_ONE = f"{UPLOADS}/{{upload_id:str}}"
_METHODS = [HttpMethod.HEAD, HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.POST]


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    edge = tus_edge(runtime)

    @route([UPLOADS, _ONE], http_method=[HttpMethod.OPTIONS])
    async def discover() -> ASGIApp:
        return TusAnswer(204, discovery_headers(edge))

    @post(UPLOADS)
    async def create(request: AnyRequest) -> ASGIApp:
        actor = actor_of(request)
        return await respond(edge, actor, None, request.scope, request.receive)

    @route(_ONE, http_method=_METHODS)
    async def proceed(request: AnyRequest, upload_id: FromPath[str]) -> ASGIApp:
        actor = actor_of(request)
        return await respond(edge, actor, upload_id, request.scope, request.receive)

    @get(f"{UPLOADS}/sessions", sync_to_thread=True)
    def sessions(request: AnyRequest) -> Answer:
        return answer(_sessions(runtime, actor_of(request)))

    @post(f"{UPLOADS}/{{upload_id:str}}/finalize")
    async def finalize(request: AnyRequest, upload_id: FromPath[str]) -> Answer:
        actor = actor_of(request)
        found = await on_thread(find_upload, runtime, actor, upload_id)
        if found.upload.part is UploadPart.PARTIAL:
            raise Invalid("upload", "partial uploads cannot be finalized")
        try:
            entry = await _finish(runtime, actor, found)
        except NotFound:
            return text("uploaded file not found", 404)
        return answer(await on_thread(show_link, runtime, entry))

    return [discover, create, proceed, sessions, finalize]


def _sessions(runtime: Runtime, actor: Actor) -> list[SessionOut]:
    with runtime.db.read() as tx:
        uploads = list_uploads(tx, actor.known_user(), now=runtime.now())
    return [
        SessionOut.of(upload, offset_of(runtime, upload))
        for upload in uploads
        if upload.protocol is UploadProtocol.TUS
    ]


async def _finish(runtime: Runtime, actor: Actor, found: Found) -> VideoEntry:
    """
    Raises:
        Conflict: bytes are missing, or another request is at work on the upload.
        Unusual: the file is none that this API takes.
        Other errors as :func:`finish`.
    """
    room = await on_thread(partial(room_of, runtime, rule=QuotaRule.UP_TO))
    try:
        with explained():
            return await finish(runtime, actor, found.upload, room=room, inspect=check_usual)
    except UploadIncomplete as error:
        if error.expected is None:
            raise Conflict("upload is not complete") from error
        raise Conflict(
            f"uploaded file size mismatch: server {error.received}, expected {error.expected}"
        ) from error
    except UploadBusy as error:
        is_here = found.offset == found.upload.size_bytes
        is_what = "already importing" if is_here else "not complete"
        raise Conflict(f"upload is {is_what}") from error
