"""What yt-dlp is told, as values."""

import logging
from typing import Any

from vitascope.fetch.site_words import Fetch, ListAll, LookAt, SiteOrder

# yt-dlp names what it fetched after the address; these names hold nothing of a stranger's.
VIDEO_NAME = "video"

# Those that yt-dlp fetches by itself. It would leave all others to ffmpeg, which takes no
# orders from our proxy.
_PROTOCOLS = "https?|m3u8|m3u8_native|http_dash_segments|http_dash_segments_generator"

# Containers that hold their own bytes, and texts. A playlist under the name of a video would
# make ffmpeg open files of this machine.
_FORMATS = (
    "mov,matroska,avi,flv,asf,mpegts,mpeg,mpegvideo,ogg,mp3,wav,flac,aac,ac3,eac3,amr,ivf"
    ",webvtt,srt,ass,ffmetadata"
)
_READ_ARGS = ["-protocol_whitelist", "file", "-format_whitelist", _FORMATS]


def options_for(order: SiteOrder) -> dict[str, Any]:
    """The parameters of the ``YoutubeDL`` that carries out ``order``."""
    shared = {
        "proxy": order.proxy_url,
        "logger": logging.getLogger("vitascope.fetch.site"),
        "quiet": True,
        "no_warnings": True,
        "noprogress": True,
        "color": "no_color",
        "cachedir": False,
        "socket_timeout": 30,
        "noplaylist": True,
        "extract_flat": "in_playlist",
        "enable_file_urls": False,
        "usenetrc": False,
        "js_runtimes": {},
    }
    match order:
        case LookAt():
            # What can be shown without being played is enough: a site may have gone live.
            return {**shared, "ignore_no_formats_error": True}
        case ListAll():
            return {**shared, "playlist_items": f"1:{order.most}"}
        case Fetch():
            return {**shared, **_download_options(order)}


def _download_options(order: Fetch) -> dict[str, Any]:
    return {
        "outtmpl": {"default": f"{VIDEO_NAME}.%(ext)s"},
        "paths": {"home": str(order.folder)},
        "format": format_selector(order.most_height),
        "merge_output_format": "mp4/mkv",
        "external_downloader": {"default": "native"},
        "continuedl": True,
        "updatetime": False,
        "retries": 5,
        "fragment_retries": 5,
        # A video with a hole in it would look complete.
        "skip_unavailable_fragments": False,
        "ffmpeg_location": order.ffmpeg,
        "postprocessor_args": {"ffmpeg_i": _READ_ARGS},
        "writesubtitles": True,
        "subtitleslangs": ["all", "-live_chat", "-rechat", "-danmaku"],
        "subtitlesformat": "vtt/srt/ass/best",
    }


def format_selector(most_height: int) -> str:
    """The best picture no higher than ``most_height`` with the best sound.

    A site that has only higher ones gives its smallest, and a height that the site does not
    tell is allowed.
    """
    known = f"[protocol~='^({_PROTOCOLS})$']"
    fitting = f"{known}[height<=?{most_height}]"
    return "/".join(
        (
            f"bv*{fitting}+ba{known}",
            f"b{fitting}",
            f"bv*{fitting}",
            f"wv*{known}+ba{known}",
            f"w{known}",
            f"ba{known}",
        )
    )
