"""An edge that takes everything, and requests to it without a network."""

import base64
from dataclasses import dataclass, replace
from typing import Any

from tests.http.uploads.making import body

from vitascope.core.access.model import Actor
from vitascope.core.uploads.model import Upload
from vitascope.core.uploads.queries import list_uploads
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx
from vitascope.http.asgi import Receive
from vitascope.http.runtime import Runtime
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.edge import Announced, Described, TusEdge
from vitascope.http.tus.find import find_upload
from vitascope.http.tus.respond import respond

VERSION = {"Tus-Resumable": "1.0.0"}
CHUNK = {"Content-Type": "application/offset+octet-stream"}
EXPIRES = "Mon, 02 Mar 2026 12:00:00 GMT"
"""A day after noon."""


def described(_tx: Tx, _actor: Actor, announced: Announced) -> Described:
    name = announced.metadata.get("filename", "film.mp4")
    return Described(filename=name, fields=VideoFields(title=name), most_sessions=3)


def metadata(**values: str) -> dict[str, str]:
    """The header with these values."""
    pairs = [
        f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in values.items()
    ]
    return {"Upload-Metadata": ",".join(pairs)}


@dataclass(frozen=True)
class Visitor:
    """Somebody who speaks tus to an edge at ``/up``."""

    edge: TusEdge
    actor: Actor

    async def ask(
        self,
        method: str,
        ref: str | None = None,
        *more: dict[str, str],
        data: bytes = b"",
        receive: Receive | None = None,
        has_length: bool = True,
    ) -> TusAnswer:
        headers = dict(VERSION)
        if data and has_length:
            headers["Content-Length"] = str(len(data))
        for each in more:
            headers |= each
        scope = {
            "type": "http",
            "method": method,
            "scheme": "http",
            "path": "/up",
            "headers": [(k.lower().encode(), v.encode("latin-1")) for k, v in headers.items()],
        }
        given = body(data) if receive is None else receive
        return await respond(self.edge, self.actor, ref, scope, given)

    async def create(self, size_bytes: int, **more: str) -> str:
        """A new upload; returns the last word of its address."""
        headers = {name.replace("_", "-"): value for name, value in more.items()}
        length = {} if "Upload-Concat" in more and size_bytes == 0 else _length(size_bytes)
        made = await self.ask("POST", None, length, headers)
        assert made.status == 201, made
        return last_word(made)

    async def part(self, data: bytes, **more: str) -> str:
        """A partial upload whose bytes are all here."""
        ref = await self.create(len(data), Upload_Concat="partial", **more)
        sent = await self.ask("PATCH", ref, CHUNK, {"Upload-Offset": "0"}, data=data)
        assert sent.status == 204, sent
        return ref

    def offset(self, ref: str) -> int:
        return find_upload(self.edge.runtime, self.actor, ref).offset

    def upload(self, ref: str) -> Upload:
        return find_upload(self.edge.runtime, self.actor, ref).upload

    def content(self, ref: str) -> bytes:
        return (self.edge.runtime.uploads / ref).read_bytes()

    def uploads(self) -> list[Upload]:
        """Those that are not over."""
        runtime = self.edge.runtime
        with runtime.db.read() as tx:
            return list_uploads(tx, self.actor.known_user(), now=runtime.now())

    def with_edge(self, **changes: Any) -> "Visitor":
        return replace(self, edge=replace(self.edge, **changes))


def an_edge(runtime: Runtime) -> TusEdge:
    return TusEdge(runtime=runtime, path="/up", describe=described)


def last_word(answer: TusAnswer) -> str:
    return answer.headers["Location"].rpartition("/")[2]


def _length(size_bytes: int) -> dict[str, str]:
    return {"Upload-Length": str(size_bytes)}
