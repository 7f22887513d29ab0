"""The names of ASGI. Frameworks type its dictionaries each in their own way, so here they
are Any, and our responses fit into all of them.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

Scope: TypeAlias = Any
Message: TypeAlias = Any
Receive: TypeAlias = Callable[[], Awaitable[Any]]
Send: TypeAlias = Callable[[Any], Awaitable[None]]
ASGIApp: TypeAlias = Callable[[Any, Receive, Send], Awaitable[None]]

Headers: TypeAlias = list[tuple[bytes, bytes]]
"""Names in lower case, as ASGI has them."""

ZERO_COPY = "http.response.zerocopysend"
"""The extension of ASGI, and its message, that sends part of a file without reading it."""
