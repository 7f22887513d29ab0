"""The studio's uploads by tus 1.0, for those who are logged in to the pages."""

from dataclasses import dataclass

import msgspec
from litestar import Request, asgi
from litestar.handlers import ASGIRouteHandler
from litestar.types import Receive, Scope, Send
from msgspec import UNSET

from vitascope.base.errors import ProductError
from vitascope.core.access.model import Actor
from vitascope.core.uploads.model import Upload
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx
from vitascope.http.threads import on_thread
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.edge import Announced, Described, TusEdge
from vitascope.http.tus.find import own_tus_upload
from vitascope.http.tus.refusals import plain_refusal
from vitascope.http.tus.respond import respond
from vitascope.http.uploads.finish import finish
from vitascope.web.api import HEADERS, known_user, sender
from vitascope.web.desk import Desk
from vitascope.web.problems import problem_of, status_of
from vitascope.web.sessions import Visit, WebRequest
from vitascope.web.studio_fields import title_of
from vitascope.web.studio_library_wish import folder_named
from vitascope.web.studio_uploads import UploadApi
from vitascope.web.studio_wire import TUS_PATH

_FINALIZE = "finalize"
_READING = {"GET", "HEAD", "OPTIONS"}
_JSON = {"content-type": "application/json", **HEADERS}


@dataclass(frozen=True, slots=True)
class StudioUploads:
    """Everything below ``/studio/uploads``. What changes something has to come from a page
    that was made for the login: a request without that page's token is refused before its
    body.
    """

    desk: Desk

    def routes(self) -> list[ASGIRouteHandler]:
        edge = TusEdge(
            runtime=self.desk.runtime, path=TUS_PATH, describe=describe, refuse=refuse
        )

        @asgi(TUS_PATH, is_mount=True, copy_scope=True)
        async def uploads(scope: Scope, receive: Receive, send: Send) -> None:
            answer = await self._answer(edge, scope, receive)
            await answer(scope, receive, send)

        return [uploads]

    async def _answer(self, edge: TusEdge, scope: Scope, receive: Receive) -> TusAnswer:
        request: WebRequest = Request(scope, receive)
        try:
            visit = await on_thread(self._visit, request)
        except ProductError as error:
            return _refused(error, status_of(error))
        ref, deed = _target(scope["path"])
        if deed is None:
            return await respond(edge, visit.actor, ref, scope, receive)
        if deed != _FINALIZE or ref is None or request.method != "POST":
            return TusAnswer(404)
        return await self._finalize(edge, visit, ref)

    def _visit(self, request: WebRequest) -> Visit:
        if request.method in _READING:
            visit = self.desk.visit(request)
            known_user(visit)
            return visit
        return sender(self.desk, request)[0]

    async def _finalize(self, edge: TusEdge, visit: Visit, ref: str) -> TusAnswer:
        """Make the video, and tell what the upload is then. Twice is once."""
        runtime = self.desk.runtime
        try:
            upload = await on_thread(self._find, visit.actor, ref)
            room = await on_thread(edge.room)
            await finish(runtime, visit.actor, upload, room=room)
            shown = await on_thread(UploadApi(self.desk).shown, visit, ref)
        except ProductError as error:
            return _refused(error, status_of(error))
        return TusAnswer(200, dict(_JSON), msgspec.json.encode(shown))

    def _find(self, actor: Actor, ref: str) -> Upload:
        runtime = self.desk.runtime
        with runtime.db.read() as tx:
            return own_tus_upload(tx, runtime, actor, ref)


def describe(_tx: Tx, _actor: Actor, announced: Announced) -> Described:
    """What the page says of a file; other clients may leave out the title and the folder."""
    said = announced.metadata
    folder = said.get("folder")
    filename = said.get("filename") or "video"
    return Described(
        filename=filename,
        content_type=said.get("filetype") or "application/octet-stream",
        fields=VideoFields(
            title=said.get("title") or title_of(filename),
            folder_id=folder_named(folder) if folder else UNSET,
        ),
    )


def refuse(error: ProductError) -> TusAnswer:
    """With the status that tus has for it, and a sentence for the person."""
    plain = plain_refusal(error)
    return _refused(error, plain.status, plain.headers)


def _refused(
    error: ProductError, status: int, headers: dict[str, str] | None = None
) -> TusAnswer:
    problem = problem_of(error)
    told = {"sentence": problem.sentence, "field": problem.field}
    kept = {name: value for name, value in (headers or {}).items() if name != "Content-Type"}
    return TusAnswer(status, {**kept, **_JSON}, msgspec.json.encode(told))


def _target(path: str) -> tuple[str | None, str | None]:
    """The upload that a path names, and what is to be done with it beside tus."""
    rest = path.removeprefix(TUS_PATH).strip("/")
    ref, _, deed = rest.partition("/")
    return ref or None, deed or None
