"""The running parts a request handler may use, built once in ``app``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vitascope.db import Database
from vitascope.http.delivery import Delivery
from vitascope.media.ffmpeg import Tools
from vitascope.storage import BlobStore


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """What this server says about itself."""

    name: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """``public_url`` is the origin people see, without a slash at the end. ``incoming`` is
    the folder where request bodies are written, on the file system of a local store.
    ``secret`` signs playback tokens.
    """

    db: Database
    store: BlobStore
    tools: Tools
    delivery: Delivery
    instance: Instance
    public_url: str
    secret: bytes
    incoming: Path
    max_upload_bytes: int
    resolutions: tuple[int, ...]
    now: Callable[[], datetime] = utc_now
