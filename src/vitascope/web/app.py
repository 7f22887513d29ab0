"""Routes of the pages that people see."""

import logging
from collections.abc import Sequence
from typing import Annotated, Any

from litestar import HttpMethod, Litestar, Response, get, post, route
from litestar.config.compression import CompressionConfig
from litestar.enums import RequestEncodingType
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect
from litestar.types import ASGIApp

from vitascope.base.errors import ProductError
from vitascope.http.runtime import Runtime
from vitascope.web.assets import Assets
from vitascope.web.pages import Pages, WebRequest
from vitascope.web.views import Site

_READING = [HttpMethod.GET, HttpMethod.HEAD]
_LARGEST_FORM_BYTES = 64_000
_ROBOTS = "User-agent: *\nDisallow: /api/\nAllow: /\n"

Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]

log = logging.getLogger(__name__)


def build(runtime: Runtime, *, media_hosts: Sequence[str] = ()) -> Litestar:
    """The app behind ``/``, ``/w/``, ``/videos/``, ``/a/`` and ``/dist/``.

    ``media_hosts`` are origins (``https://…``) that media is redirected to, if any.
    """
    assets = Assets()
    site = Site(
        name=runtime.instance.name,
        description=runtime.instance.description,
        public_url=runtime.public_url,
        assets=assets.base,
    )
    pages = Pages(runtime, site, media_hosts)
    return Litestar(
        [*_page_routes(pages), *_form_routes(pages), *_file_routes(assets)],
        exception_handlers=_error_pages(pages),
        # Files come packed already.
        compression_config=CompressionConfig("gzip", exclude=["^/a/", "^/dist/", "^/favicon"]),
        request_max_body_size=_LARGEST_FORM_BYTES,
        openapi_config=None,
        logging_config=None,
    )


def _page_routes(pages: Pages) -> list[HTTPRouteHandler]:
    @route("/", http_method=_READING, sync_to_thread=True)
    def home(page: FromQuery[str] = "1") -> Response[str]:
        is_number = page.isascii() and page.isdigit() and len(page) < 6
        return pages.home(max(1, int(page)) if is_number else 1)

    @route("/w/{ref:str}", http_method=_READING, sync_to_thread=True)
    def watch(request: WebRequest, ref: FromPath[str]) -> Response[str] | Redirect:
        return pages.watch(request, ref)

    @route("/videos/watch/{ref:str}", http_method=_READING, sync_to_thread=False)
    def watch_by_long_path(request: WebRequest, ref: FromPath[str]) -> Redirect:
        return pages.canonical(request, ref)

    @route("/videos/embed/{ref:str}", http_method=_READING, sync_to_thread=True)
    def embed(request: WebRequest, ref: FromPath[str]) -> Response[str]:
        return pages.embed(request, ref)

    return [home, watch, watch_by_long_path, embed]


def _form_routes(pages: Pages) -> list[HTTPRouteHandler]:
    @post("/w/{ref:str}/unlock", sync_to_thread=True)
    def unlock(ref: FromPath[str], data: Form) -> Response[str] | Redirect:
        return pages.unlock(ref, data.get("password", ""), is_embed=False)

    @post("/videos/embed/{ref:str}/unlock", sync_to_thread=True)
    def unlock_embed(ref: FromPath[str], data: Form) -> Response[str] | Redirect:
        return pages.unlock(ref, data.get("password", ""), is_embed=True)

    return [unlock, unlock_embed]


def _file_routes(assets: Assets) -> list[HTTPRouteHandler]:
    @route("/a/{build_id:str}/{name:path}", http_method=_READING, sync_to_thread=False)
    def static(request: WebRequest, build_id: FromPath[str], name: FromPath[str]) -> ASGIApp:
        return assets.file(name.lstrip("/"), request.headers, build=build_id)

    @route("/dist/vsrc-player.js", http_method=_READING, sync_to_thread=False)
    def vsrc_script() -> ASGIApp:
        return assets.vsrc_script()

    @route("/favicon.svg", http_method=_READING, sync_to_thread=False)
    def favicon(request: WebRequest) -> ASGIApp:
        return assets.root_file("favicon.svg", request.headers)

    @route(
        ["/favicon.ico", "/apple-touch-icon.png"], http_method=_READING, sync_to_thread=False
    )
    def icon(request: WebRequest) -> ASGIApp:
        return assets.root_file("icon.png", request.headers)

    @get("/robots.txt", media_type="text/plain", sync_to_thread=False)
    def robots() -> str:
        return _ROBOTS

    return [static, vsrc_script, favicon, icon, robots]


def _error_pages(pages: Pages) -> dict[int | type[Exception], Any]:
    def missing(request: WebRequest, _error: ProductError) -> Response[str]:
        return pages.missing(request)

    def refused(request: WebRequest, error: HTTPException) -> Response[str]:
        if error.status_code == 404:
            return pages.missing(request)
        return pages.error(request, error.status_code, "This did not work", error.detail)

    def broken(request: WebRequest, error: Exception) -> Response[str]:
        log.error("page failed", exc_info=error, extra={"path": request.url.path})
        sentence = "Something went wrong on our side. Please try again in a minute."
        return pages.error(request, 500, "This did not work", sentence)

    return {ProductError: missing, HTTPException: refused, Exception: broken}
