"""yt-dlp as this product uses it: one video, its captions, and nothing about them fatal."""

import contextlib
from typing import Any

from yt_dlp import YoutubeDL
from yt_dlp.networking.exceptions import RequestError
from yt_dlp.postprocessor import (
    FFmpegEmbedSubtitlePP,
    FFmpegMetadataPP,
    FFmpegSubtitlesConvertorPP,
    FFmpegVideoRemuxerPP,
)
from yt_dlp.utils import DownloadCancelled, DownloadError, PostProcessingError

from vitascope.fetch.child_side import Report
from vitascope.fetch.site_info import Info

_MOST_THUMBNAIL_BYTES = 10 * 2**20


class Grabber(YoutubeDL):  # type: ignore[misc] # yt-dlp is not typed
    """A caption that cannot be fetched or read is left out; a video is worth having without."""

    def dl(self, name: str, info: Info, subtitle: bool = False, test: bool = False) -> Any:
        if not subtitle:
            return super().dl(name, info, subtitle, test)
        with contextlib.suppress(DownloadError, RequestError, OSError, ValueError):
            return super().dl(name, info, subtitle, test)
        return False, False

    def add_embedding(self) -> None:
        """Have captions and chapters put into the file."""
        # Captions of any form fit into Matroska, and into WebM nearly none.
        self.add_post_processor(FFmpegVideoRemuxerPP(self, "webm>mkv"))
        self.add_post_processor(_ReadableCaptions(self, "vtt"))
        self.add_post_processor(FFmpegEmbedSubtitlePP(self))
        self.add_post_processor(
            FFmpegMetadataPP(self, add_metadata=False, add_chapters=True, add_infojson=False)
        )

    def read_thumbnail(self, url: str) -> bytes:
        """The picture at ``url``; empty when it cannot be had or is unreasonably large."""
        try:
            data = bytes(self.urlopen(url).read(_MOST_THUMBNAIL_BYTES + 1))
        except (RequestError, OSError, ValueError):
            return b""
        return data if len(data) <= _MOST_THUMBNAIL_BYTES else b""


class OverLimit(DownloadCancelled):  # type: ignore[misc] # yt-dlp is not typed
    """More bytes came than are allowed: the one error that yt-dlp does not try again."""


class Meter:
    """Counts what is fetched in all files together, and stops at the limit."""

    def __init__(self, report: Report, limit_bytes: int, total_bytes: int | None) -> None:
        """``total_bytes`` may be a guess."""
        self._report = report
        self._limit_bytes = limit_bytes
        self._total_bytes = total_bytes
        self._files: dict[str, int] = {}

    def __call__(self, status: Info) -> None:
        self._files[str(status.get("filename"))] = int(status.get("downloaded_bytes") or 0)
        done_bytes = sum(self._files.values())
        if done_bytes > self._limit_bytes:
            raise OverLimit
        total = self._total_bytes
        self._report(done_bytes, None if total is None else max(total, done_bytes))


class _ReadableCaptions(FFmpegSubtitlesConvertorPP):  # type: ignore[misc] # yt-dlp is not typed
    """Makes every caption WebVTT by itself, so that a broken one takes no other with it."""

    def run(self, info: Info) -> tuple[list[str], Info]:
        done: list[str] = []
        kept: Info = {}
        for language, caption in (info.get("requested_subtitles") or {}).items():
            alone = {**info, "requested_subtitles": {language: caption}}
            try:
                files, _ = super().run(alone)
            except (PostProcessingError, OSError, ValueError):
                continue
            done += files
            kept |= alone["requested_subtitles"]
        info["requested_subtitles"] = kept
        return done, info
