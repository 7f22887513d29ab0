"""The app of this dialect: its routes, its errors, its keys."""

from litestar import Litestar, Router
from litestar.config.cors import CORSConfig
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import ProductError
from vitascope.dialects.vsrc import (
    routes_analytics,
    routes_chat,
    routes_live,
    routes_media,
    routes_openapi,
    routes_player,
    routes_profiles,
    routes_reports,
    routes_upload,
    routes_webhooks,
)
from vitascope.dialects.vsrc.auth import KeyGate
from vitascope.dialects.vsrc.errors import fail, refuse, respond
from vitascope.dialects.vsrc.limits import EXPOSED, limited
from vitascope.dialects.vsrc.reports import Reports
from vitascope.http.runtime import Runtime


def build(runtime: Runtime) -> Litestar:
    """An app that answers the paths of :mod:`vitascope.dialects.vsrc.paths`."""
    gate, reports = KeyGate(runtime), Reports(runtime)
    operations: list[HTTPRouteHandler] = [
        *routes_media.routes(runtime, gate),
        *routes_upload.routes(runtime, gate),
        *routes_profiles.routes(runtime, gate),
        *routes_live.routes(gate),
        *routes_webhooks.routes(runtime, gate),
        *routes_player.routes(runtime),
        *routes_analytics.routes(runtime, gate, reports),
    ]
    routes = [
        *operations,
        *routes_openapi.routes(operations),
        *routes_reports.routes(runtime, reports),
        *routes_chat.routes(runtime),
    ]
    app = Litestar(
        # By way of a router: the app would build its tree of paths again for every route.
        [Router("/", route_handlers=routes)],
        exception_handlers={ProductError: respond, HTTPException: refuse, Exception: fail},
        # Keys travel in a header, never in a cookie, so any page may call with its own key.
        cors_config=CORSConfig(allow_origins=["*"], expose_headers=EXPOSED),
        openapi_config=None,
        logging_config=None,
    )
    if runtime.limiter is not None:
        app.asgi_handler = limited(app.asgi_handler, runtime.limiter)
    return app
