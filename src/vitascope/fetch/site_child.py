"""Asks yt-dlp about a site, in a process of its own. Run with ``python -m``."""

from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from yt_dlp.utils import YoutubeDLError

from vitascope.fetch.child_side import Report, serve
from vitascope.fetch.errors import FetchError, TooLarge
from vitascope.fetch.site_errors import translate
from vitascope.fetch.site_grabber import Grabber, Meter, OverLimit
from vitascope.fetch.site_info import (
    Info,
    announced_bytes,
    entries_of,
    expected_bytes,
    is_list,
    is_live,
    video_of,
)
from vitascope.fetch.site_options import VIDEO_NAME, options_for
from vitascope.fetch.site_thumbnail import write_thumbnail
from vitascope.fetch.site_walls import wall_in
from vitascope.fetch.site_words import (
    Fetch,
    FetchedVideo,
    ListAll,
    LookAt,
    SiteList,
    SiteRequest,
    SiteVideo,
)


def carry_out(request: SiteRequest, report: Report) -> msgspec.Struct:
    """Do what is asked for.

    Raises:
        FetchError: the site has no such thing, or does not give it.
    """
    order = request.order
    wall_in(order.proxy_url, order.ffmpeg if isinstance(order, Fetch) else None)
    try:
        with Grabber(options_for(order), auto_init=True) as grabber:
            match order:
                case LookAt():
                    return _look(grabber, order)
                case ListAll():
                    return _list(grabber, order)
                case Fetch():
                    return _fetch(grabber, order, report)
    except YoutubeDLError as error:
        raise translate(error) from error


def _look(grabber: Grabber, order: LookAt) -> SiteVideo:
    return video_of(_one_video(grabber, order.url))


def _list(grabber: Grabber, order: ListAll) -> SiteList:
    info = _extract(grabber, order.url)
    if not is_list(info):
        raise FetchError("There is one video at this address, and no list", permanent=True)
    return SiteList(entries=tuple(islice(entries_of(info), order.most)))


def _fetch(grabber: Grabber, order: Fetch, report: Report) -> FetchedVideo:
    info = _one_video(grabber, order.url)
    if is_live(info):
        raise FetchError("This is live, and can be fetched when it is over", permanent=False)
    if (announced_bytes(info) or 0) > order.limit_bytes:
        raise TooLarge(limit_bytes=order.limit_bytes)
    grabber.add_embedding()
    grabber.add_progress_hook(Meter(report, order.limit_bytes, expected_bytes(info)))
    try:
        info = grabber.process_ie_result(info, download=True)
    except OverLimit:
        raise TooLarge(limit_bytes=order.limit_bytes) from None
    return _fetched(grabber, order, info)


def _fetched(grabber: Grabber, order: Fetch, info: Info) -> FetchedVideo:
    path = _finished_file(info)
    if path is None:
        raise FetchError("The site gave nothing that could be kept", permanent=False)
    size_bytes = path.stat().st_size
    if size_bytes > order.limit_bytes:
        raise TooLarge(limit_bytes=order.limit_bytes)
    about = video_of(info)
    thumbnail_path = _thumbnail(grabber, about, order.folder)
    _clear(order.folder, {path, thumbnail_path})
    return FetchedVideo(
        path=path, size_bytes=size_bytes, about=about, thumbnail_path=thumbnail_path
    )


# Halves of captions that broke, and what a child that was killed had begun.
def _clear(folder: Path, kept: set[Path | None]) -> None:
    for path in folder.glob(f"{VIDEO_NAME}.*"):
        if path not in kept:
            path.unlink()


def _thumbnail(grabber: Grabber, about: SiteVideo, folder: Path) -> Path | None:
    if about.thumbnail_url is None:
        return None
    data = grabber.read_thumbnail(about.thumbnail_url)
    return write_thumbnail(data, folder / f"{VIDEO_NAME}.jpg")


# Many sites wrap a single video into a list of one.
def _one_video(grabber: Grabber, url: str) -> Info:
    info = _extract(grabber, url)
    if not is_list(info):
        return info
    entries = [entry for entry in info.get("entries") or () if entry]
    if len(entries) != 1:
        raise FetchError("There is a list at this address, and not one video", permanent=True)
    inner = grabber.process_ie_result(entries[0], download=False)
    if not inner or is_list(inner):
        raise FetchError("There is a list at this address, and not one video", permanent=True)
    return dict(inner)


def _extract(grabber: Grabber, url: str) -> Info:
    info: dict[str, Any] | None = grabber.extract_info(url, download=False)
    if not info:
        raise FetchError("There is no video at this address", permanent=True)
    return info


def _finished_file(info: Info) -> Path | None:
    for download in info.get("requested_downloads") or ():
        if download.get("filepath"):
            return Path(download["filepath"])
    return None


if __name__ == "__main__":
    serve(SiteRequest, carry_out)
