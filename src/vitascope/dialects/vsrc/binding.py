"""Handlers under the paths of the table."""

import inspect
from collections.abc import Callable
from typing import Any

from litestar import route
from litestar.handlers import HTTPRouteHandler

from vitascope.dialects.vsrc.paths import Operation


def bind(operation: Operation, handler: Callable[..., Any]) -> list[HTTPRouteHandler]:
    """Have ``handler`` answer an operation under all of its paths; on a thread unless it is
    a coroutine function.
    """
    in_thread = None if inspect.iscoroutinefunction(handler) else True
    # One handler per path: Litestar wraps the function of a handler with several paths once
    # for each, and a thread then answers with a coroutine that nobody awaits.
    return [
        route(
            path,
            http_method=operation.methods,
            status_code=operation.status,
            sync_to_thread=in_thread,
        )(handler)
        for path in operation.paths
    ]
