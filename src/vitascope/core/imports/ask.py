"""Asking for an import."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from msgspec import UNSET

from vitascope.base.errors import Invalid
from vitascope.base.ids import SyncId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.queries import get_user
from vitascope.core.imports.events import ImportAsked
from vitascope.core.imports.model import (
    Import,
    ImportKind,
    ImportQueueFull,
    ImportsDisabled,
    ImportState,
)
from vitascope.core.imports.queries import count_active, insert_import
from vitascope.core.settings.model import Settings
from vitascope.core.uploads.finish import check_upload, make_waiting_video
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.fields_document import pack_fields
from vitascope.db import Tx
from vitascope.jobs import emit

UNNAMED = "Unknown name"
_LONGEST_URL = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPolicy:
    """What the operator lets people import: files by HTTP, pages of sites, torrents."""

    urls: bool = True
    sites: bool = False
    torrents: bool = False

    def offers(self, kind: ImportKind) -> bool:
        return self.urls if kind is ImportKind.URL else self.torrents


def import_policy(settings: Settings) -> ImportPolicy:
    return ImportPolicy(
        urls=settings.imports_urls,
        sites=settings.imports_sites,
        torrents=settings.imports_torrents,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewImport:
    """One of ``url``, ``magnet`` and ``torrent`` (the file's bytes) says what to fetch.

    ``fields`` are the video's; without a title it gets the one that is found out there.
    With ``usual_only`` what is fetched has to be a usual video, and may use the quota up.
    """

    url: str | None = None
    magnet: str | None = None
    torrent: bytes | None = None
    torrent_name: str | None = None
    fields: VideoFields = field(default_factory=VideoFields)
    sync_id: SyncId | None = None
    usual_only: bool = False

    @property
    def kind(self) -> ImportKind:
        if self.url is not None:
            return ImportKind.URL
        return ImportKind.TORRENT if self.torrent is not None else ImportKind.MAGNET


def ask_import(
    tx: Tx,
    actor: Actor,
    new: NewImport,
    *,
    policy: ImportPolicy,
    most_active: int | None = None,
    now: datetime,
) -> Import:
    """Have something fetched; a video is made when it is here.

    ``most_active`` limits how many imports the user may have under way, None not at all.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`check_upload`, or the address is none.
        ImportsDisabled: this kind of import is not offered, or not to this user.
        ImportQueueFull: others are under way.
    """
    _check(tx, actor, new, policy, most_active)
    check_upload(tx, actor, _titled(new), now=now)
    return _insert(tx, actor, new, None, now)


def ask_import_with_video(
    tx: Tx,
    actor: Actor,
    new: NewImport,
    *,
    policy: ImportPolicy,
    most_active: int | None = None,
    now: datetime,
) -> Import:
    """As :func:`ask_import`, and the video is there at once, waiting for its source."""
    _check(tx, actor, new, policy, most_active)
    entry = make_waiting_video(tx, actor, _titled(new), now=now)
    return _insert(tx, actor, new, entry.video.id, now)


def check_import_address(url: str) -> None:
    """Raises Invalid unless ``url`` is an http or https address with a host. Whether it may be
    reached is decided when it is.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Invalid("url", "This is not an address") from None
    if parts.scheme not in {"http", "https"}:
        raise Invalid("url", "Only http and https addresses can be imported")
    if not host:
        raise Invalid("url", "The address names no host")
    if len(url) > _LONGEST_URL:
        raise Invalid("url", f"An address has at most {_LONGEST_URL} characters")


def _check(
    tx: Tx, actor: Actor, new: NewImport, policy: ImportPolicy, most_active: int | None
) -> None:
    user_id = actor.known_user()
    actor.check_writes()
    if not policy.offers(new.kind):
        what = "addresses" if new.kind is ImportKind.URL else "torrents"
        raise ImportsDisabled(f"This server does not import from {what}")
    if not get_user(tx, user_id).allowances.imports_enabled:
        raise ImportsDisabled("You may not import videos", is_personal=True)
    if new.url is not None:
        check_import_address(new.url)
    elif new.magnet is None and new.torrent is None:
        raise Invalid("url", "Say what to import: an address, a magnet link or a torrent file")
    if most_active is not None:
        active = count_active(tx, user_id)
        if active >= most_active:
            raise ImportQueueFull(active, most_active)


def _titled(new: NewImport) -> VideoFields:
    if new.fields.title is not UNSET:
        return new.fields
    values = {name: getattr(new.fields, name) for name in new.fields.__slots__}
    return VideoFields(**{**values, "title": new.torrent_name or UNNAMED})


def _insert(
    tx: Tx, actor: Actor, new: NewImport, video_id: VideoId | None, now: datetime
) -> Import:
    made = insert_import(
        tx,
        {
            "uuid": uuid.uuid4(),
            "user_id": actor.known_user(),
            "kind": new.kind,
            "state": ImportState.PENDING,
            "url": new.url,
            "magnet": new.magnet,
            "torrent": new.torrent,
            "torrent_name": new.torrent_name,
            "fields": pack_fields(tx, new.fields),
            "has_video": video_id is not None,
            "video_id": video_id,
            "sync_id": new.sync_id,
            "usual_only": new.usual_only,
            "received_bytes": 0,
            "attempts": 0,
            "created_at": now,
            "updated_at": now,
        },
    )
    emit(tx, ImportAsked(import_id=made.id))
    return made
