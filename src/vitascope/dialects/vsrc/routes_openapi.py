"""The OpenAPI document, which needs no key."""

from collections.abc import Sequence
from functools import cache

import msgspec
from litestar import MediaType, Response
from litestar.handlers import HTTPRouteHandler

from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.openapi import document


def routes(others: Sequence[HTTPRouteHandler]) -> list[HTTPRouteHandler]:
    """The document of ``others`` and of itself."""

    # Made when it is first asked for: most servers never are.
    @cache
    def written() -> bytes:
        return msgspec.json.encode(document([*others, *bound]))

    def show_document() -> Response[bytes]:
        return Response(written(), status_code=200, media_type=MediaType.JSON)

    bound = bind(paths.OPENAPI, show_document)
    return bound
