"""Moving folders and links."""

from litestar import route
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Forbidden, Invalid, NotFound, ProductError
from vitascope.base.ids import FolderId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.library.model import IntoChild, IntoItself, NothingSelected, OwnersDiffer
from vitascope.core.library.move import move_items
from vitascope.dialects.videocms.answers import Answer, AnyRequest, text
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_MISSING = {
    "target folder": "target folder doesn't exist",
    "folder": "folder to move not found",
    "video": "file to move not found",
}
_WORDS = {"target folder": "target folder", "folder": "folder", "video": "file"}
_SENTENCES: dict[type[ProductError], str] = {
    NothingSelected: "no items selected to move",
    IntoItself: "cannot move folder into itself",
    IntoChild: "cannot move parent folder into its child",
}


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    # Documented with one method, and what every client calls is the other.
    @route("/api/move", http_method=["GET", "PUT"])
    async def move(request: AnyRequest) -> Answer:
        given = await read_input(request)
        await on_thread(_move, runtime, actor_of(request), given)
        return text("", 200, {"Cache-Control": "no-store"})

    return [move]


def _move(runtime: Runtime, actor: Actor, given: Given) -> None:
    target = given.number("ParentFolderID", least=0)
    folder_ids = [FolderId(number) for number in given.numbers("FolderIDs")]
    video_ids = [VideoId(number) for number in given.numbers("LinkIDs")]
    try:
        with runtime.db.begin() as tx:
            move_items(
                tx,
                actor,
                target_id=FolderId(target) if target else None,
                folder_ids=folder_ids,
                video_ids=video_ids,
                now=runtime.now(),
            )
    except ProductError as error:
        raise _said(error) from None


def _said(error: ProductError) -> ProductError:
    """The same in VideoCMS's words."""
    if type(error) in _SENTENCES:
        return Invalid("items", _SENTENCES[type(error)])
    if isinstance(error, OwnersDiffer):
        word = _WORDS[error.kind]
        return Invalid("items", f"cannot move {word} to a destination owned by another user")
    if isinstance(error, ForeignItem):
        return Forbidden(f"unauthorized access to {_WORDS[error.kind]}")
    if isinstance(error, NotFound):
        return Invalid("items", _MISSING[error.kind])
    return error
