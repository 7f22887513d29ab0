"""What the handlers of this dialect work with."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from litestar import Request

from vitascope.http.cache import BytesCache, TtlCache
from vitascope.http.runtime import Runtime

AnyRequest: TypeAlias = Request[Any, Any, Any]

# As long as a list may lag behind.
FRESH_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Our address as it stands in answers, and what seals the names of files."""

    url: str
    host: str
    secret: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """``lists`` holds encoded answers to anonymous callers by query, ``totals`` the length of
    public lists. ``readers`` are the threads that make lists.
    """

    runtime: Runtime
    readers: ThreadPoolExecutor
    lists: BytesCache = field(default_factory=lambda: BytesCache(ttl_s=FRESH_S))
    totals: TtlCache[int] = field(default_factory=lambda: TtlCache(ttl_s=FRESH_S))

    @property
    def site(self) -> Site:
        url = self.runtime.public_url
        return Site(url=url, host=urlsplit(url).netloc, secret=self.runtime.secret)


def parts_for(runtime: Runtime) -> Parts:
    return Parts(
        runtime=runtime,
        # SQLite answers from memory, and several threads would only take the interpreter from
        # each other: a third more work per list. PostgreSQL is waited for.
        readers=ThreadPoolExecutor(1 if runtime.db.is_embedded else 8, "peertube-lists"),
    )


def parts_of(request: AnyRequest) -> Parts:
    parts: Parts = request.app.state.parts
    return parts
