"""The app of this dialect: its routes, and what stands before them."""

from litestar import Litestar, Router
from litestar.exceptions import HTTPException, NotFoundException

from vitascope.dialects.videocms import (
    routes_account,
    routes_captcha,
    routes_config,
    routes_encodings,
    routes_files,
    routes_folders,
    routes_keys,
    routes_links,
    routes_media,
    routes_move,
    routes_pages,
    routes_player,
    routes_remote,
    routes_sessions,
    routes_settings,
    routes_stats,
    routes_tags,
    routes_thumbnails,
    routes_upload,
    routes_uploads,
    routes_users,
    routes_version,
    routes_webhooks,
)
from vitascope.dialects.videocms.answers import Answer, AnyRequest, html
from vitascope.dialects.videocms.auth import Gate, plain_path
from vitascope.dialects.videocms.bodies import BodyLimit
from vitascope.dialects.videocms.cors import Cors
from vitascope.dialects.videocms.errors import HANDLERS, refuse
from vitascope.dialects.videocms.limits import limited
from vitascope.dialects.videocms.media_paths import is_media
from vitascope.dialects.videocms.routes_player import MISSING
from vitascope.dialects.videocms.uploads import is_upload
from vitascope.http.asgi import ASGIApp, Scope
from vitascope.http.compressing import Compressed
from vitascope.http.runtime import Runtime


def build(runtime: Runtime) -> Litestar:
    """An app that answers ``/api`` but for its ``v1``. How fast it may be called is limited
    while the settings say so, where anything is limited at all.
    """
    routes = [
        *routes_sessions.routes(runtime),
        *routes_keys.routes(runtime),
        *routes_account.routes(runtime),
        *routes_stats.routes(runtime),
        *routes_users.routes(runtime),
        *routes_config.routes(runtime),
        *routes_settings.routes(runtime),
        *routes_version.routes(runtime),
        *routes_captcha.routes(runtime),
        *routes_encodings.routes(runtime),
        *routes_pages.routes(runtime),
        *routes_player.routes(runtime),
        *routes_media.routes(runtime),
        *routes_webhooks.routes(runtime),
        *routes_folders.routes(runtime),
        *routes_files.routes(runtime),
        *routes_links.routes(runtime),
        *routes_move.routes(runtime),
        *routes_tags.routes(runtime),
        *routes_thumbnails.routes(runtime),
        *routes_upload.routes(runtime),
        *routes_uploads.routes(runtime),
        *routes_remote.routes(runtime),
    ]

    def missing(request: AnyRequest, error: HTTPException) -> Answer:
        # People follow addresses of files as well, and programs read the status.
        if is_media(request.scope):
            return html(runtime.pages.error(404, *MISSING))
        return refuse(request, error)

    # By way of a router: the app would put a handler that shares its path with others on a
    # thread twice.
    app = Litestar(
        [Router("/", route_handlers=routes)],
        exception_handlers={**HANDLERS, NotFoundException: missing},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=None,
    )
    front: ASGIApp = Gate(BodyLimit(app.asgi_handler, runtime), runtime)
    if runtime.limiter is not None:
        front = limited(front, runtime.limiter, runtime)
    app.asgi_handler = Compressed(Cors(front, runtime), _leaves)
    return app


def _leaves(scope: Scope) -> bool:
    """Whether answers are sent as they are: pieces of media, and what tus clients read."""
    return is_media(scope) or is_upload(plain_path(scope))
