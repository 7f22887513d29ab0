"""Videos from sites that yt-dlp knows, through a proxy that guards where it goes."""

from pathlib import Path
from typing import TypeVar

from vitascope.fetch.child import OnProgress, ask_child
from vitascope.fetch.child_lines import Limits
from vitascope.fetch.site_words import (
    Fetch,
    FetchedVideo,
    ListAll,
    LookAt,
    SiteEntry,
    SiteList,
    SiteOrder,
    SiteRequest,
    SiteVideo,
)
from vitascope.fetch.url import parse_url

__all__ = [
    "FetchedVideo",
    "SiteEntry",
    "SiteVideo",
    "fetch_site",
    "list_site",
    "look_at_site",
]

T = TypeVar("T")

_CHILD = "vitascope.fetch.site_child"
_LOOK_LIMITS = Limits(cpu_s=120, fsize_bytes=2**20, timeout_s=180, nice=5)
_LIST_LIMITS = Limits(cpu_s=300, fsize_bytes=2**20, timeout_s=900, nice=5)
# Pictures and sound are fetched apart and then stand beside what they are put together to.
_ROOM_BYTES = 2**26


async def look_at_site(proxy_url: str, url: str) -> SiteVideo:
    """What the site says of the video at ``url``.

    Raises:
        BadUrl: not an http or https address.
        FetchError: there is no video, or more than one, or the site does not answer.
    """
    return await _ask(LookAt(proxy_url=proxy_url, url=url), SiteVideo, _LOOK_LIMITS)


async def list_site(proxy_url: str, url: str, *, most: int = 1000) -> list[SiteEntry]:
    """The videos of the channel or playlist at ``url``, in the site's order.

    Raises:
        BadUrl: not an http or https address.
        FetchError: there is no list, or the site does not answer.
    """
    listed = await _ask(
        ListAll(proxy_url=proxy_url, url=url, most=most), SiteList, _LIST_LIMITS
    )
    return list(listed.entries)


async def fetch_site(
    proxy_url: str,
    url: str,
    folder: Path,
    *,
    limit_bytes: int,
    most_height: int,
    ffmpeg: str,
    timeout_s: float = 24 * 3600,
    on_progress: OnProgress | None = None,
) -> FetchedVideo:
    """Fetch the video at ``url`` into ``folder``: the best that is no higher than asked.

    The folder is kept for this address and no other: what an earlier try left there is gone on
    with. Cancelling leaves it as it is.

    Raises:
        BadUrl: not an http or https address.
        TooLarge: the site announces more than ``limit_bytes``, or gives more.
        FetchError: there is no video, or it cannot be had.
    """
    order = Fetch(
        proxy_url=proxy_url,
        url=url,
        folder=folder,
        ffmpeg=ffmpeg,
        limit_bytes=limit_bytes,
        most_height=most_height,
    )
    limits = Limits(fsize_bytes=limit_bytes + _ROOM_BYTES, timeout_s=timeout_s)
    return await _ask(order, FetchedVideo, limits, on_progress)


async def _ask(
    order: SiteOrder, answer: type[T], limits: Limits, on_progress: OnProgress | None = None
) -> T:
    # yt-dlp takes more than addresses: words to search for, files, names of extractors.
    parse_url(order.url)
    return await ask_child(
        _CHILD,
        SiteRequest(order=order),
        answer=answer,
        limits=limits,
        on_progress=on_progress,
    )
