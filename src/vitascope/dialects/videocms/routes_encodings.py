"""What is being made, and making again what failed."""

from litestar import get, post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import NotFound
from vitascope.base.ids import VideoId
from vitascope.core.access.model import Actor
from vitascope.core.videos.encodings import all_encodings, own_encodings
from vitascope.core.videos.retry import retry_video
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, text
from vitascope.dialects.videocms.auth import actor_of, administrator_of
from vitascope.dialects.videocms.input import Broken, Given, read_input
from vitascope.dialects.videocms.library import seen_entry
from vitascope.dialects.videocms.wire_encodings import AnyEncodingOut, EncodingOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get("/api/encodings", sync_to_thread=True)
    def encodings(request: AnyRequest) -> Answer:
        with runtime.db.read() as tx:
            found = own_encodings(tx, actor_of(request))
        return answer([EncodingOut.of(each) for each in found])

    @get("/api/admin/encodings", sync_to_thread=True)
    def everybodys(request: AnyRequest) -> Answer:
        with runtime.db.read() as tx:
            found = all_encodings(tx, administrator_of(request))
        return answer([AnyEncodingOut.of(each) for each in found])

    @post("/api/encodings/retry")
    async def retry(request: AnyRequest) -> Answer:
        given = await read_input(request)
        try:
            await on_thread(_retry, runtime, actor_of(request), given)
        except NotFound:
            return text("link doesn't exist", 400)
        return text("ok", 200)

    return [encodings, everybodys, retry]


def _retry(runtime: Runtime, actor: Actor, given: Given) -> None:
    link_id = given.number("LinkID", least=0)
    if not link_id:
        raise Broken("LinkID", "required")
    with runtime.db.begin() as tx:
        entry = seen_entry(tx, actor, link_id)
        retry_video(tx, actor, VideoId(entry.video.id), now=runtime.now())
