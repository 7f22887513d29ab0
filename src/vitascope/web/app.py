"""Routes of the pages that people see."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from litestar import HttpMethod, Litestar, Response, Router, get, post, route
from litestar.config.compression import CompressionConfig
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from litestar.types import ASGIApp

from vitascope.base.errors import ProductError
from vitascope.http.runtime import Runtime
from vitascope.web.account_joining import JoiningPages
from vitascope.web.account_login import LoginPages
from vitascope.web.account_mailbox import MailboxPages
from vitascope.web.admin_encodings import EncodingsPage
from vitascope.web.admin_pages import PageForms
from vitascope.web.admin_settings import SettingsPages
from vitascope.web.admin_statistics import StatisticsPage
from vitascope.web.assets import Assets
from vitascope.web.desk import Desk
from vitascope.web.forms import Form, foreign_form_guard
from vitascope.web.pages import Pages
from vitascope.web.preset_logos import PresetLogos
from vitascope.web.routing import LARGEST_FORM_BYTES
from vitascope.web.sessions import WebRequest
from vitascope.web.settings_avatar import AvatarForms
from vitascope.web.settings_deliveries import DeliveryPages
from vitascope.web.settings_keys import KeyPages
from vitascope.web.settings_presets import PresetPages
from vitascope.web.settings_profile import ProfilePages
from vitascope.web.settings_security import SecurityPages
from vitascope.web.settings_two_factor import TwoFactorPages
from vitascope.web.settings_webhooks import WebhookPages
from vitascope.web.studio_analytics import AnalyticsPages
from vitascope.web.studio_captions_api import CaptionsApi
from vitascope.web.studio_imports import ImportPages
from vitascope.web.studio_library import LibraryPages
from vitascope.web.studio_library_api import LibraryApi
from vitascope.web.studio_tus import StudioUploads
from vitascope.web.studio_upload_form import UploadForm
from vitascope.web.studio_uploads import UploadApi
from vitascope.web.written_pages import WrittenPages

if TYPE_CHECKING:
    from vitascope.web.oidc import SingleSignOn

_READING = [HttpMethod.GET, HttpMethod.HEAD]
# Files that come packed already.
_PACKED = ["^/a/", "^/dist/", "^/favicon", "^/presets/"]
_ROBOTS = "User-agent: *\nDisallow: /api/\nAllow: /\n"

log = logging.getLogger(__name__)


def build(
    runtime: Runtime,
    *,
    media_hosts: Sequence[str] = (),
    sign_on: "SingleSignOn | None" = None,
) -> Litestar:
    """The app behind every path that no other edge has.

    ``media_hosts`` are origins (``https://…``) that media is redirected to, if any;
    ``sign_on`` is the service that people may log in with.
    """
    assets = Assets()
    service = None if sign_on is None else sign_on.service.name
    desk = Desk(runtime, assets.base, service, media_hosts)
    pages = Pages(desk)
    routes = [
        *_page_routes(pages),
        *_form_routes(pages),
        *_account_routes(desk),
        *_studio_routes(desk),
        *_admin_routes(desk),
        *WrittenPages(desk).routes(),
        *PresetLogos.of(runtime).routes(),
        *_sign_on_routes(desk, sign_on),
        *_file_routes(assets),
    ]
    return Litestar(
        # By way of a router: the app would build its tree of paths again for every route.
        [Router("/", route_handlers=routes)],
        guards=[foreign_form_guard(runtime)],
        exception_handlers=_error_pages(pages),
        compression_config=CompressionConfig("gzip", exclude=_PACKED),
        request_max_body_size=LARGEST_FORM_BYTES,
        openapi_config=None,
        logging_config=None,
    )


def _page_routes(pages: Pages) -> list[HTTPRouteHandler]:
    @route("/", http_method=_READING, sync_to_thread=True)
    def home(request: WebRequest, page: FromQuery[str] = "1") -> Response[str]:
        is_number = page.isascii() and page.isdigit() and len(page) < 6
        return pages.home(request, max(1, int(page)) if is_number else 1)

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
    def unlock(request: WebRequest, ref: FromPath[str], data: Form) -> Response[str] | Redirect:
        return pages.unlock(request, ref, data.get("password", ""), is_embed=False)

    @post("/videos/embed/{ref:str}/unlock", sync_to_thread=True)
    def unlock_embed(
        request: WebRequest, ref: FromPath[str], data: Form
    ) -> Response[str] | Redirect:
        return pages.unlock(request, ref, data.get("password", ""), is_embed=True)

    return [unlock, unlock_embed]


def _account_routes(desk: Desk) -> list[HTTPRouteHandler]:
    return [
        *LoginPages(desk).routes(),
        *JoiningPages(desk).routes(),
        *MailboxPages(desk).routes(),
        *ProfilePages(desk).routes(),
        *AvatarForms(desk).routes(),
        *SecurityPages(desk).routes(),
        *TwoFactorPages(desk).routes(),
        *KeyPages(desk).routes(),
        *WebhookPages(desk).routes(),
        *DeliveryPages(desk).routes(),
        *PresetPages(desk).routes(),
    ]


def _studio_routes(desk: Desk) -> list[BaseRouteHandler]:
    return [
        *StudioUploads(desk).routes(),
        *UploadForm(desk).routes(),
        *UploadApi(desk).routes(),
        *ImportPages(desk).routes(),
        *LibraryPages(desk).routes(),
        *LibraryApi(desk).routes(),
        *CaptionsApi(desk).routes(),
        *AnalyticsPages(desk).routes(),
    ]


def _admin_routes(desk: Desk) -> list[HTTPRouteHandler]:
    return [
        *SettingsPages(desk).routes(),
        *PageForms(desk).routes(),
        *EncodingsPage(desk).routes(),
        *StatisticsPage(desk).routes(),
    ]


def _sign_on_routes(desk: Desk, sign_on: "SingleSignOn | None") -> list[HTTPRouteHandler]:
    if sign_on is None:
        return []
    # Half a second of every start, for servers that use it only.
    from vitascope.web.account_sign_on import SignOnPages  # noqa: PLC0415 -- see above

    return SignOnPages(desk, sign_on).routes()


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
