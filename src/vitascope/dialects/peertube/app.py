"""The routes of this API, each once."""

from litestar import Litestar, Router
from litestar.datastructures import State

from vitascope.dialects.peertube import (
    routes_accounts,
    routes_admin_users,
    routes_avatars,
    routes_beside,
    routes_captions,
    routes_config,
    routes_files,
    routes_imports,
    routes_mail,
    routes_oembed,
    routes_registrations,
    routes_replace,
    routes_resumable,
    routes_sessions,
    routes_syncs,
    routes_two_factor,
    routes_upload,
    routes_users,
    routes_videos,
    routes_views,
    routes_words,
)
from vitascope.dialects.peertube.errors import HANDLERS
from vitascope.dialects.peertube.front import Front, Remembering
from vitascope.dialects.peertube.limits import limited
from vitascope.dialects.peertube.parts import parts_for
from vitascope.http.asgi import ASGIApp
from vitascope.http.runtime import Runtime

# Of JSON and plain forms; forms with files have rules of their own.
_MOST_BODY_BYTES = 500_000

ROUTES = (
    *routes_sessions.ROUTES,
    *routes_two_factor.ROUTES,
    *routes_registrations.ROUTES,
    *routes_mail.ROUTES,
    *routes_users.ROUTES,
    *routes_avatars.ROUTES,
    *routes_admin_users.ROUTES,
    *routes_accounts.ROUTES,
    *routes_words.ROUTES,
    *routes_videos.ROUTES,
    *routes_views.ROUTES,
    *routes_upload.ROUTES,
    *routes_resumable.ROUTES,
    *routes_replace.ROUTES,
    *routes_imports.ROUTES,
    *routes_syncs.ROUTES,
    *routes_beside.ROUTES,
    *routes_captions.ROUTES,
    *routes_config.ROUTES,
    *routes_files.ROUTES,
    *routes_oembed.ROUTES,
)


def build(runtime: Runtime) -> Litestar:
    """An app that answers ``/api/v1``, ``/static``, ``/lazy-static``, ``/download`` and
    ``/services`` at their full paths.
    """
    # By way of a router: the app would build its tree of paths again for every route, and
    # put a handler that shares its path with others on a thread twice.
    app = Litestar(
        [Router("/", route_handlers=ROUTES)],
        exception_handlers=HANDLERS,
        state=State({"parts": parts_for(runtime)}),
        openapi_config=None,
        logging_config=None,
        request_max_body_size=_MOST_BODY_BYTES,
    )
    inner: ASGIApp = Remembering(app.asgi_handler)
    if runtime.limiter is not None:
        paths = [route.path for route in app.routes]
        inner = limited(inner, runtime.limiter, paths)
    app.asgi_handler = Front(inner)
    return app
