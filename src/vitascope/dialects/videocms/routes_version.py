"""Is there a newer version?"""

import re
from functools import cache
from importlib.metadata import version

from litestar import get
from litestar.handlers import HTTPRouteHandler

from vitascope.dialects.videocms.answers import Answer, AnyRequest, text
from vitascope.dialects.videocms.auth import administrator_of
from vitascope.fetch.client import get_json, open_client
from vitascope.fetch.errors import FetchError
from vitascope.http.runtime import Runtime

_MOST_BYTES = 1024**2
_TIMEOUT_S = 10.0
_VERSION = re.compile(r"v?([0-9]{1,6}(?:\.[0-9]{1,6}){0,3})")


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get("/api/versioncheck")
    async def check(request: AnyRequest) -> Answer:
        administrator_of(request)
        latest = await _latest(runtime) if runtime.version_feed_url else own_version()
        if latest is None:
            return text("code=500, message=Internal Server Error", 500)
        if _numbers(latest) > _numbers(own_version()):
            words = f"A new version is available: {latest}. Current version: {own_version()}"
            return text(words, 400)
        return text(f"You are using the latest version: {own_version()}", 200)

    return [check]


@cache
def own_version() -> str:
    """Of the package that runs."""
    return version("vitascope")


async def _latest(runtime: Runtime) -> str | None:
    """What the feed names as the newest release; None when it names none."""
    try:
        async with open_client(runtime.guard, timeout_s=_TIMEOUT_S) as client:
            found = await get_json(
                client,
                runtime.version_feed_url,
                limit_bytes=_MOST_BYTES,
                timeout_s=_TIMEOUT_S,
            )
    except FetchError:
        return None
    named = found.get("tag_name") or found.get("version") if isinstance(found, dict) else None
    match = _VERSION.match(named) if isinstance(named, str) else None
    return None if match is None else match[1]


def _numbers(name: str) -> tuple[int, ...]:
    """So that versions can be compared: 1.2 and 1.2.0 are the same."""
    match = _VERSION.match(name)
    numbers = [] if match is None else [int(part) for part in match[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
