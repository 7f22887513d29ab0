"""Tags of links."""

from collections.abc import Iterator
from contextlib import contextmanager

from litestar import delete, post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import TagId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.library.tag import add_tag, drop_tag
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, empty
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.dialects.videocms.wire_files import TagOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_LONGEST_NAME = 120


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @post("/api/file/tag")
    async def add(request: AnyRequest) -> Answer:
        given = await read_input(request)
        return answer(await on_thread(_add, runtime, actor_of(request), given))

    @delete("/api/file/tag", status_code=200)
    async def drop(request: AnyRequest) -> Answer:
        given = await read_input(request)
        await on_thread(_drop, runtime, actor_of(request), given)
        return empty()

    return [add, drop]


def _add(runtime: Runtime, actor: Actor, given: Given) -> TagOut:
    name = given.text("Name", shortest=1, longest=_LONGEST_NAME, is_required=True)
    video_id = VideoId(given.known_number("LinkId"))
    with _said(), runtime.db.begin() as tx:
        tag = add_tag(tx, actor, video_id, name, now=runtime.now())
    return TagOut(id=tag.id, name=tag.name)


def _drop(runtime: Runtime, actor: Actor, given: Given) -> None:
    tag_id = TagId(given.known_number("TagId"))
    video_id = VideoId(given.known_number("LinkId"))
    with _said(), runtime.db.begin() as tx:
        drop_tag(tx, actor, video_id, tag_id, now=runtime.now())


@contextmanager
def _said() -> Iterator[None]:
    """What is not there, and what is another's, in VideoCMS's words."""
    try:
        yield
    except (NotFound, ForeignItem) as error:
        word = "tag" if error.kind == "tag" else "link"
        raise Invalid(word, f"{word} doesn't exist") from None
