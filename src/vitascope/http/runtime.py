"""The running parts a request handler may use, built once in ``app``."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from vitascope.core.access.vault import Vault
from vitascope.core.imports.ask import ImportPolicy, import_policy
from vitascope.core.pages.live import LiveFooter
from vitascope.core.registration.model import SignupPolicy
from vitascope.core.settings.live import LiveSettings
from vitascope.core.webhooks.addresses import AddressPolicy
from vitascope.db import Database
from vitascope.fetch.guard import Guard
from vitascope.http.caller import Callers
from vitascope.http.delivery import Delivery
from vitascope.http.limits import RateLimiter
from vitascope.http.metering import Metering
from vitascope.http.player_pages import PlayerPages
from vitascope.http.recording import Recording
from vitascope.http.running_hashes import RunningHashes
from vitascope.http.viewing import Viewing
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
    """``settings`` may change at any time, so what depends on them is asked for with each
    request and kept nowhere.

    ``uploads`` holds what arrives in several requests; it outlives a restart, and uploads
    leave ``min_free_bytes`` of its disk free. ``incoming`` is the folder where request bodies
    are written. Both folders are on the file system of a local store.

    ``version_feed_url`` is asked for the newest release, and nobody when it is empty.

    ``guard`` says where may be fetched from, ``webhook_addresses`` where webhooks may be sent
    to. ``secret`` signs playback tokens. ``limiter``
    is None where nothing is limited.
    """

    db: Database
    store: BlobStore
    tools: Tools
    delivery: Delivery
    pages: PlayerPages
    settings: LiveSettings
    metering: Metering
    viewing: Viewing
    recording: Recording
    footer: LiveFooter
    sends_mail: bool = False
    secret: bytes
    vault: Vault
    callers: Callers
    limiter: RateLimiter | None
    signup: SignupPolicy
    incoming: Path
    uploads: Path
    min_free_bytes: int = 0
    avcaption_direct_bytes: int = 100 * 1024**2
    clones_any_file: bool = False
    replaces_sources: bool = True
    version_feed_url: str = ""
    guard: Guard = field(default_factory=Guard)
    webhook_addresses: AddressPolicy = field(default_factory=AddressPolicy)
    hashes: RunningHashes = field(default_factory=RunningHashes)
    now: Callable[[], datetime] = utc_now

    @property
    def instance(self) -> Instance:
        settings = self.settings.current()
        return Instance(
            name=settings.instance_name,
            description=settings.instance_description,
            sends_mail=self.sends_mail,
        )

    @property
    def public_url(self) -> str:
        """The origin people see, without a slash at the end."""
        return self.settings.current().public_url

    @property
    def max_upload_bytes(self) -> int:
        return self.settings.current().max_upload_bytes

    @property
    def imports(self) -> ImportPolicy:
        return import_policy(self.settings.current())

    @property
    def resolutions(self) -> tuple[int, ...]:
        """The heights that videos are made in, best first."""
        return self.settings.current().heights

    @property
    def is_secure(self) -> bool:
        """Whether people come by TLS."""
        return self.public_url.startswith("https:")
