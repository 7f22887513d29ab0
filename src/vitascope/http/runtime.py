"""The running parts a request handler may use, built once in ``app``."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from vitascope.core.access.vault import Vault
from vitascope.core.imports.ask import ImportPolicy
from vitascope.core.registration.model import SignupPolicy
from vitascope.db import Database
from vitascope.fetch.guard import Guard
from vitascope.http.caller import Callers
from vitascope.http.delivery import Delivery
from vitascope.http.limits import RateLimiter
from vitascope.http.running_hashes import RunningHashes
from vitascope.media.ffmpeg import Tools
from vitascope.storage import BlobStore


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """What this server says about itself. ``sends_mail`` is False without an SMTP server:
    mails are noted in the log then, and nobody gets them.
    """

    name: str
    description: str
    sends_mail: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """``uploads`` holds what arrives in several requests; it outlives a restart, and uploads
    leave ``min_free_bytes`` of its disk free. ``public_url`` is the origin people see,
    without a slash at the end. ``incoming`` is the folder where request bodies are written.
    Both folders are on the file system of a local store.
    ``guard`` says where may be fetched from. ``secret`` signs playback tokens. ``limiter``
    is None where nothing is limited.
    """

    db: Database
    store: BlobStore
    tools: Tools
    delivery: Delivery
    instance: Instance
    public_url: str
    secret: bytes
    vault: Vault
    callers: Callers
    limiter: RateLimiter | None
    signup: SignupPolicy
    incoming: Path
    max_upload_bytes: int
    uploads: Path
    min_free_bytes: int = 0
    avcaption_direct_bytes: int = 100 * 1024**2
    clones_any_file: bool = False
    replaces_sources: bool = True
    imports: ImportPolicy = field(default_factory=ImportPolicy)
    guard: Guard = field(default_factory=Guard)
    hashes: RunningHashes = field(default_factory=RunningHashes)
    resolutions: tuple[int, ...]
    now: Callable[[], datetime] = utc_now

    @property
    def is_secure(self) -> bool:
        """Whether people come by TLS."""
        return self.public_url.startswith("https:")
