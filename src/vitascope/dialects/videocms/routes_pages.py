"""Pages that administrators write."""

from collections.abc import Callable

from litestar import Response, delete, get, post, put
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import NotFound
from vitascope.core.pages.queries import list_published_links
from vitascope.core.pages.read import published_page
from vitascope.core.pages.write import (
    PathTaken,
    add_page,
    change_page,
    remove_page,
    see_page,
    see_pages,
)
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, text
from vitascope.dialects.videocms.auth import PAGE, PAGES, administrator_of
from vitascope.dialects.videocms.input import read_input
from vitascope.dialects.videocms.page_fields import (
    changes_of,
    read_page,
    read_page_id,
    read_path,
)
from vitascope.dialects.videocms.wire_pages import PageLinkOut, PageOut, PublicPageOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_PAGE = "/api/page"
# Nobody has to be known to send one, so it is kept small.
_MOST_ASKED_BYTES = 64 * 1024
# People wrote it: opened by itself, it must not act as a page of ours.
_HTML_HEADERS = {
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
}


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    return [*_for_everybody(runtime), *_for_administrators(runtime)]


def _for_everybody(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get(PAGES, sync_to_thread=True)
    def links() -> Answer:
        with runtime.db.read() as tx:
            return answer([PageLinkOut.of(link) for link in list_published_links(tx)])

    @get(PAGE, request_max_body_size=_MOST_ASKED_BYTES)
    async def show(request: AnyRequest) -> Answer:
        path = read_path(await read_input(request))

        def find() -> Answer:
            try:
                with runtime.db.read() as tx:
                    page = published_page(tx, path)
            except NotFound:
                return text("Page not found", 404)
            if _wants_json(request):
                return answer(PublicPageOut.of(page))
            return Response(page.html.encode(), media_type="text/html", headers=_HTML_HEADERS)

        return await on_thread(find)

    return [links, show]


def _for_administrators(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get("/api/pages", sync_to_thread=True)
    def pages(request: AnyRequest) -> Answer:
        actor = administrator_of(request)
        with runtime.db.read() as tx:
            return answer([PageOut.of(page) for page in see_pages(tx, actor)])

    @post(_PAGE, status_code=200)
    async def add(request: AnyRequest) -> Answer:
        actor = administrator_of(request)
        new = read_page(await read_input(request))

        def make() -> None:
            with runtime.db.begin() as tx:
                add_page(tx, actor, new, now=runtime.now())

        return await _answered(runtime, make)

    @put(_PAGE)
    async def change(request: AnyRequest) -> Answer:
        actor = administrator_of(request)
        given = await read_input(request)
        page_id = read_page_id(given)

        def make() -> None:
            with runtime.db.begin() as tx:
                changes = changes_of(see_page(tx, actor, page_id), given)
                change_page(tx, actor, page_id, changes, now=runtime.now())

        return await _answered(runtime, make)

    @delete(_PAGE, status_code=200)
    async def remove(request: AnyRequest) -> Answer:
        actor = administrator_of(request)
        page_id = read_page_id(await read_input(request))

        def make() -> None:
            with runtime.db.begin() as tx:
                remove_page(tx, actor, page_id)

        return await _answered(runtime, make, unknown=400)

    return [pages, add, change, remove]


async def _answered(
    runtime: Runtime, make: Callable[[], None], *, unknown: int = 404
) -> Answer:
    """``make``, and VideoCMS's words for what came of it; ``unknown`` is the status when there
    is no such page.
    """
    try:
        await on_thread(make)
    except PathTaken:
        return text("Path already used", 400)
    except NotFound:
        return text("Webpage not found", unknown)
    runtime.footer.forget()
    return text("ok", 200)


def _wants_json(request: AnyRequest) -> bool:
    """Whether JSON is what the client names first."""
    first = request.headers.get("accept", "").partition(",")[0].partition(";")[0]
    return first.strip().lower() == "application/json"
