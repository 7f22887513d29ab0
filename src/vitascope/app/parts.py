"""Everything that runs, made once from what the operator has set."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from vitascope.app.defaults import settings_of
from vitascope.config import Config
from vitascope.core.access.vault import Vault
from vitascope.core.settings.live import LiveSettings
from vitascope.db import Database
from vitascope.http.metering import Metering
from vitascope.http.runtime import utc_now
from vitascope.http.uses import Uses
from vitascope.http.viewing import Viewing
from vitascope.media.encoders import ENCODERS
from vitascope.media.ffmpeg import Tools
from vitascope.storage import BlobStore, StorageOptions, open_store
from vitascope.storage.scratch import Scratch


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything that runs, made once from the settings."""

    config: Config
    db: Database
    store: BlobStore
    tools: Tools
    scratch: Scratch
    secret: bytes
    vault: Vault
    uses: Uses
    metering: Metering
    viewing: Viewing
    settings: LiveSettings

    @property
    def incoming(self) -> Path:
        return self.config.data / "incoming"

    @property
    def uploads(self) -> Path:
        """Uploads that several requests bring; a restart does not touch them."""
        return self.config.data.resolve() / "uploads"

    @property
    def fetched(self) -> Path:
        """What imports have fetched so far."""
        return self.config.data.resolve() / "imports"


def open_parts(config: Config) -> Parts:
    """Make the data folder and connect to what the settings name.

    Raises:
        OSError: the data folder cannot be written.
        ValueError: a setting names no storage backend, encoder or database, or the secret is
            empty.
    """
    if config.video_encoder not in ENCODERS:
        raise ValueError(f"video_encoder: choose one of {', '.join(ENCODERS)}")
    data = config.data.resolve()
    data.mkdir(parents=True, exist_ok=True)
    for folder in ("incoming", "uploads", "imports"):
        (data / folder).mkdir(exist_ok=True)
    secret = _secret(config, data)
    url = config.database_url or f"sqlite:///{data / 'vitascope.db'}"
    db = Database(url, secret=secret)
    return Parts(
        config=config,
        db=db,
        store=open_store(_storage(config, data)),
        tools=Tools.find(config.ffmpeg_path or None),
        scratch=Scratch(data / "scratch"),
        secret=secret,
        vault=Vault(secret),
        uses=Uses(db, utc_now),
        metering=Metering(db, utc_now),
        viewing=Viewing(db, secret, utc_now),
        settings=LiveSettings(db, settings_of(config)),
    )


def _storage(config: Config, data: Path) -> StorageOptions:
    return StorageOptions(
        url=config.storage_url or f"file:{data / 'media'}",
        endpoint=config.storage_endpoint or None,
        region=config.storage_region,
        access_key=config.storage_access_key,
        secret_key=config.storage_secret_key,
    )


def _secret(config: Config, data: Path) -> bytes:
    if config.secret:
        return config.secret.encode()
    path = data / "secret"
    if not path.exists():
        _make_secret(path)
    found = path.read_text().strip()
    if not found:
        # Everybody could sign with it.
        raise ValueError(f"{path} is empty: delete it, and everybody logs in again")
    return found.encode()


def _make_secret(path: Path) -> None:
    """Write one whole, unless another process that starts now has done so."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    beside.touch(mode=0o600)
    try:
        beside.write_text(secrets.token_hex(32))
        path.hardlink_to(beside)
    except FileExistsError:
        pass
    except OSError:
        # Some file systems have no links. Renaming is as whole, but the last to come wins.
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
