"""A desk to import at, things asked for, and recordings that need no ffmpeg."""

import io
import wave
from pathlib import Path
from typing import Any

from PIL import Image
from tests.factories import NOON, actor_of, make_user
from tests.settings import WHOLE_LADDER, changed

from vitascope.base.ids import ImportId
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.imports.ask import (
    ImportPolicy,
    NewImport,
    ask_import,
    ask_import_with_video,
)
from vitascope.core.imports.events import ImportAsked
from vitascope.core.imports.model import Import
from vitascope.core.imports.queries import get_import
from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Settings
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_folder import ImportFolder
from vitascope.storage import StorageOptions, open_store

LOOPBACK = "127.0.0.0/8"
SETTINGS = Settings(max_upload_bytes=10**9, import_timeout_s=600.0, ladder=WHOLE_LADDER)
EVERYTHING = ImportPolicy(urls=True, sites=True, torrents=True)


def open_desk(db: Database, folder: Path, tools: Tools, **changes: Any) -> ImportDesk:
    """It fetches files from loopback; ``changes`` are its parts and settings by name."""
    given: dict[str, Any] = {
        "db": db,
        "store": open_store(StorageOptions(url=f"file:{folder / 'media'}")),
        "tools": tools,
        "folder": folder / "imports",
        "networks": (LOOPBACK,),
        "settings": LiveSettings(db, SETTINGS),
        "min_free_bytes": 0,
        "cancel": lambda _handler, _key: 0,
        "now": lambda: NOON,
        "joins_swarms": False,
        "pauses_s": (0.01,),
    }
    return changed(ImportDesk(**given), **changes)


def ada(db: Database, **values: Any) -> User:
    """The user who imports."""
    with db.begin() as tx:
        return find_user_by_login(tx, "ada") or make_user(tx, **values)


def ask(
    db: Database,
    url: str | None = "http://127.0.0.1/clip.mp4",
    *,
    waiting: bool = False,
    fields: VideoFields | None = None,
    **source: Any,
) -> Import:
    """Ada asks for an import; with ``waiting`` its video is there at once."""
    actor = actor_of(ada(db))
    new = NewImport(url=url, fields=fields or VideoFields(), **source)
    deed = ask_import_with_video if waiting else ask_import
    with db.begin() as tx:
        return deed(tx, actor, new, policy=EVERYTHING, now=NOON)


def asked(found: Import) -> ImportAsked:
    return ImportAsked(import_id=found.id)


def current(db: Database, import_id: ImportId) -> Import:
    with db.read() as tx:
        return get_import(tx, import_id)


def video_of(db: Database, found: Import) -> VideoEntry:
    """What the import has become."""
    now = current(db, found.id)
    assert now.video_id is not None
    with db.read() as tx:
        return get_entry(tx, now.video_id)


def folder_of(desk: ImportDesk, found: Import) -> ImportFolder:
    return ImportFolder(desk.folder, found.uuid)


def blobs(desk: ImportDesk) -> list[str]:
    return sorted(desk.store.list(""))


def a_picture() -> bytes:
    """A JPEG of one colour."""
    written = io.BytesIO()
    Image.new("RGB", (64, 36), "teal").save(written, "JPEG")
    return written.getvalue()


def recording(seconds: float = 0.5, sample: int = 1000, *, rate: int = 8000) -> bytes:
    """A WAV file of two bytes per sample, ``rate`` of them in a second; each ``sample`` value
    makes another file.
    """
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(sample.to_bytes(2, "little") * round(rate * seconds))
    return written.getvalue()
