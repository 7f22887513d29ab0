"""The app of this dialect: its routes, and what stands before them."""

from functools import partial

from litestar import Litestar, Router

from vitascope.dialects.videocms import (
    routes_account,
    routes_config,
    routes_files,
    routes_folders,
    routes_keys,
    routes_remote,
    routes_sessions,
    routes_upload,
    routes_uploads,
    routes_users,
)
from vitascope.dialects.videocms.auth import Gate
from vitascope.dialects.videocms.cors import Cors
from vitascope.dialects.videocms.errors import HANDLERS
from vitascope.dialects.videocms.limits import limited
from vitascope.dialects.videocms.uploads import tus_edge
from vitascope.http.asgi import ASGIApp
from vitascope.http.runtime import Runtime
from vitascope.http.tus.respond import discovery_headers

_MOST_BODY_BYTES = 100 * 1024**2


def build(runtime: Runtime, limits: bool = False) -> Litestar:
    """An app that answers ``/api`` but for its ``v1``. VideoCMS limits how fast it may be
    called only when told to; with ``limits`` this one does, where anything is limited at all.
    """
    routes = [
        *routes_sessions.routes(runtime),
        *routes_keys.routes(runtime),
        *routes_account.routes(runtime),
        *routes_users.routes(runtime),
        *routes_config.routes(runtime),
        *routes_folders.routes(runtime),
        *routes_files.routes(runtime),
        *routes_upload.routes(runtime),
        *routes_uploads.routes(runtime),
        *routes_remote.routes(runtime),
    ]
    # By way of a router: the app would put a handler that shares its path with others on a
    # thread twice.
    app = Litestar(
        [Router("/", route_handlers=routes)],
        exception_handlers=HANDLERS,
        openapi_config=None,
        logging_config=None,
        request_max_body_size=_MOST_BODY_BYTES,
    )
    front: ASGIApp = Gate(app.asgi_handler, runtime)
    if limits and runtime.limiter is not None:
        front = limited(front, runtime.limiter)
    app.asgi_handler = Cors(front, partial(discovery_headers, tus_edge(runtime)))
    return app
