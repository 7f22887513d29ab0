"""What the other side says about a file that was fetched from it."""

import mimetypes
from datetime import UTC, datetime, time
from pathlib import PurePosixPath

import msgspec
from msgspec import UNSET

from vitascope.core.imports.model import Import
from vitascope.core.videos.fields import VideoFields
from vitascope.fetch.download import Downloaded
from vitascope.fetch.filename import clean_filename
from vitascope.fetch.site import FetchedVideo
from vitascope.fetch.torrent import FetchedFile
from vitascope.media.languages import language_code

# As long and as many as every dialect lets people say (facts: peertube/02-videos, section 3).
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 120, 10_000
_SHORTEST_TAG, _LONGEST_TAG, _MOST_TAGS = 2, 30, 5
# What Python does not know, or not in every version; what the machine knows is left aside.
_MORE_TYPES = {
    ".flac": "audio/flac",
    ".flv": "video/x-flv",
    ".m4a": "audio/mp4",
    ".m4v": "video/x-m4v",
    ".mkv": "video/x-matroska",
    ".ogg": "audio/ogg",
    ".ogv": "video/ogg",
    ".ts": "video/mp2t",
    ".wav": "audio/x-wav",
    ".wmv": "video/x-ms-wmv",
}
_UNKNOWN_TYPE = "application/octet-stream"
_SAYS_NOTHING = frozenset({"", _UNKNOWN_TYPE, "binary/octet-stream", "application/x-download"})


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """``file`` and ``thumbnail`` are paths below the working folder. ``filename`` is what the
    other side calls the file; None and empty where it says nothing.
    """

    file: str
    filename: str
    content_type: str
    title: str | None = None
    description: str | None = None
    language: str | None = None
    originally_published_at: datetime | None = None
    is_nsfw: bool = False
    tags: tuple[str, ...] = ()
    thumbnail: str | None = None

    def fields(self) -> VideoFields:
        """As fields of a video; what is not known is not set."""
        return VideoFields(
            title=self.title or UNSET,
            description=self.description or UNSET,
            language=self.language or UNSET,
            originally_published_at=self.originally_published_at or UNSET,
            is_nsfw=self.is_nsfw or UNSET,
            tags=self.tags or UNSET,
        )


def of_download(found: Import, file: str, downloaded: Downloaded) -> Findings:
    kind = (downloaded.content_type or "").partition(";")[0].strip().lower()
    return Findings(
        file=file,
        filename=downloaded.filename,
        content_type=type_of(downloaded.filename) if kind in _SAYS_NOTHING else kind,
        title=_title_of(found, downloaded.filename),
    )


def of_torrent(found: Import, file: str, fetched: FetchedFile) -> Findings:
    name = clean_filename(fetched.name)
    return Findings(
        file=file,
        filename=name,
        content_type=type_of(name),
        title=_title_of(found, name),
    )


def of_site(file: str, fetched: FetchedVideo, *, thumbnail: str | None) -> Findings:
    about = fetched.about
    day = about.upload_date
    title = about.title[:_LONGEST_TITLE].strip()
    name = clean_filename(f"{title}{fetched.path.suffix}")
    return Findings(
        file=file,
        filename=name,
        content_type=type_of(name),
        title=title or None,
        description=(about.description or "")[:_LONGEST_DESCRIPTION] or None,
        language=language_code(about.language),
        originally_published_at=datetime.combine(day, time(), UTC) if day else None,
        is_nsfw=about.is_nsfw,
        tags=tuple(filter(_is_tag, about.tags))[:_MOST_TAGS],
        thumbnail=thumbnail,
    )


def type_of(filename: str) -> str:
    """The content type that a file of this name mostly has."""
    known = _MORE_TYPES.get(PurePosixPath(filename).suffix.lower())
    return known or mimetypes.MimeTypes(()).guess_type(filename)[0] or _UNKNOWN_TYPE


def _title_of(found: Import, filename: str) -> str | None:
    # A video that is made when its file is here is called as the file is, suffix and all, as
    # VideoCMS has it; one that people see waiting gets a title.
    if not found.has_video:
        return None
    return PurePosixPath(filename).stem[:_LONGEST_TITLE].strip() or None


def _is_tag(text: str) -> bool:
    return _SHORTEST_TAG <= len(text) <= _LONGEST_TAG
