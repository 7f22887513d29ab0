"""Live streams, which are not here yet: nobody has any, and none can be made."""

from litestar import Response
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.errors import NotFound
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.auth import AnyRequest, KeyGate
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.documents import Document, read_document
from vitascope.dialects.vsrc.errors import Failure, failure
from vitascope.dialects.vsrc.ids import check_live_id
from vitascope.dialects.vsrc.query import live_query
from vitascope.dialects.vsrc.wire import Envelope, LivePageOut, PaginationOut
from vitascope.http.threads import on_thread

_LONGEST_TITLE, _LONGEST_DESCRIPTION, _LONGEST_REGION = 255, 1000, 100


def routes(gate: KeyGate) -> list[HTTPRouteHandler]:
    async def create_live(request: AnyRequest) -> Response[Failure]:
        await on_thread(gate.writer, request)
        _check(await read_document(request))
        return failure(
            501, "NOT_IMPLEMENTED", "Live streams are not available on this server yet"
        )

    def list_live(request: AnyRequest) -> Envelope[LivePageOut]:
        gate.reader(request)
        paging = live_query(request.query_params)
        pagination = PaginationOut(paging.page, paging.limit, total=0, total_pages=0)
        return Envelope(data=LivePageOut((), pagination))

    def show_live(media_id: FromPath[str], request: AnyRequest) -> None:
        gate.reader(request)
        _refuse(media_id)

    def delete_live(media_id: FromPath[str], request: AnyRequest) -> None:
        gate.writer(request)
        _refuse(media_id)

    return [
        *bind(paths.CREATE_LIVE, create_live),
        *bind(paths.LIST_LIVE, list_live),
        *bind(paths.SHOW_LIVE, show_live),
        *bind(paths.DELETE_LIVE, delete_live),
    ]


def _check(given: Document) -> None:
    """Raises Rejected when a field breaks its rule."""
    title = given.value("title", str, "a text", default="")
    if not title.strip() or len(title) > _LONGEST_TITLE:
        given.refuse("title", f"title is required, and has at most {_LONGEST_TITLE} characters")
    if len(given.value("description", str, "a text", default="")) > _LONGEST_DESCRIPTION:
        given.refuse(
            "description", f"description has at most {_LONGEST_DESCRIPTION} characters"
        )
    if len(given.value("region", str, "a text", default="")) > _LONGEST_REGION:
        given.refuse("region", f"region has at most {_LONGEST_REGION} characters")
    given.value("serverId", int, "a whole number", default=0)
    given.check()


def _refuse(media_id: str) -> None:
    check_live_id(media_id)
    raise NotFound("media", media_id)
