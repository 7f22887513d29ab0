"""The app of this dialect: its routes, its errors, its keys."""

from litestar import Litestar, Router
from litestar.config.cors import CORSConfig
from litestar.exceptions import HTTPException

from vitascope.base.errors import ProductError
from vitascope.dialects.vsrc import (
    routes_account,
    routes_media,
    routes_player,
    routes_upload,
)
from vitascope.dialects.vsrc.auth import KeyGate
from vitascope.dialects.vsrc.errors import fail, refuse, respond
from vitascope.dialects.vsrc.limits import EXPOSED, limited
from vitascope.http.runtime import Runtime


def build(runtime: Runtime) -> Litestar:
    """An app that answers the paths of :mod:`vitascope.dialects.vsrc.paths`."""
    gate = KeyGate(runtime)
    routes = [
        *routes_media.routes(runtime, gate),
        *routes_upload.routes(runtime, gate),
        *routes_account.routes(runtime, gate),
        *routes_player.routes(runtime),
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
