"""The app of this dialect: its routes, its errors, its headers."""

from litestar import Litestar, Router
from litestar.config.cors import CORSConfig
from litestar.exceptions import HTTPException

from vitascope.base.errors import ProductError
from vitascope.dialects.avcaption import (
    routes_auth,
    routes_embed,
    routes_keys,
    routes_pages,
    routes_presets,
    routes_stats,
    routes_stream,
    routes_subtitles,
    routes_upload,
    routes_videos,
    routes_webhooks,
)
from vitascope.dialects.avcaption.auth import Gate
from vitascope.dialects.avcaption.errors import fail, refuse, respond
from vitascope.dialects.avcaption.headers import EXPOSED, finish_headers
from vitascope.http.runtime import Runtime
from vitascope.http.stream_addresses import STREAM_PREFIX

_MOST_BODY_BYTES = 64 * 1024


def build(runtime: Runtime) -> Litestar:
    """An app that answers what this API alone has below ``/api/v1``, ``/api/v1/videos`` for
    callers with a credential of it, ``/api/stream``, ``/watch`` and ``/embed``.
    """
    gate = Gate(runtime)
    routes = [
        *routes_videos.routes(runtime, gate),
        *routes_upload.routes(runtime, gate),
        *routes_stats.routes(runtime, gate),
        *routes_auth.routes(runtime, gate),
        *routes_keys.routes(runtime, gate),
        *routes_presets.routes(runtime, gate),
        *routes_embed.routes(runtime, gate),
        *routes_webhooks.routes(runtime, gate),
        *routes_subtitles.routes(runtime, gate),
    ]
    return Litestar(
        # By way of a router: the app would put handlers that share a path on threads twice.
        [
            Router("/api/v1", route_handlers=routes),
            Router(STREAM_PREFIX, route_handlers=routes_stream.routes(runtime, gate)),
            Router("/", route_handlers=routes_pages.routes(runtime)),
        ],
        exception_handlers={ProductError: respond, HTTPException: refuse, Exception: fail},
        # Credentials travel in a header or the query, never in a cookie, so any page may
        # call with its own.
        cors_config=CORSConfig(allow_origins=["*"], expose_headers=EXPOSED),
        before_send=[finish_headers],
        openapi_config=None,
        logging_config=None,
        request_max_body_size=_MOST_BODY_BYTES,
    )
