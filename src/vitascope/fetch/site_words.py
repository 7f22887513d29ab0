"""What there is to say about a video that a site shows, and about a list of such videos."""

from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

import msgspec


class SiteVideo(msgspec.Struct, frozen=True, kw_only=True):
    """Everything but ``title`` and ``webpage_url`` is None or empty when the site is silent.

    ``language`` is the site's own code, mostly BCP 47.
    """

    title: str
    webpage_url: str
    description: str | None = None
    duration_ms: int | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    upload_date: date | None = None
    thumbnail_url: str | None = None
    license: str | None = None
    is_nsfw: bool = False
    uploader: str | None = None


class SiteEntry(msgspec.Struct, frozen=True, kw_only=True):
    url: str
    title: str | None = None
    published_at: datetime | None = None


class SiteList(msgspec.Struct, frozen=True, kw_only=True):
    entries: tuple[SiteEntry, ...]


class FetchedVideo(msgspec.Struct, frozen=True, kw_only=True):
    """The site's captions and chapters are in the file at ``path``; the thumbnail is a JPEG."""

    path: Path
    size_bytes: int
    about: SiteVideo
    thumbnail_path: Path | None = None


class LookAt(msgspec.Struct, tag="look", kw_only=True):
    proxy_url: str
    url: str


class ListAll(msgspec.Struct, tag="list", kw_only=True):
    proxy_url: str
    url: str
    most: int


class Fetch(msgspec.Struct, tag="fetch", kw_only=True):
    proxy_url: str
    url: str
    folder: Path
    ffmpeg: str
    limit_bytes: int
    most_height: int


SiteOrder: TypeAlias = LookAt | ListAll | Fetch


class SiteRequest(msgspec.Struct, kw_only=True):
    order: SiteOrder
