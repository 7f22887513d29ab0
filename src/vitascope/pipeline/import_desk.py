"""What everything that imports may use."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vitascope.core.imports.ask import ImportPolicy, import_policy
from vitascope.core.settings.live import LiveSettings
from vitascope.core.uploads.room import Room
from vitascope.db import Database
from vitascope.fetch.download import PAUSES_S
from vitascope.fetch.guard import Guard
from vitascope.media.ffmpeg import Tools
from vitascope.storage import BlobStore


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportDesk:
    """``folder`` holds a working folder for each import. ``networks`` may be fetched from
    although they are private. ``timeout_s`` is for fetching one import, from its beginning or
    after a crash. ``cancel`` stops the jobs of a handler about an import.

    Videos of sites are fetched no higher than ``most_height``. Without ``joins_swarms``
    torrents come from the peers that their links name, and nobody else is asked. ``pauses_s``
    are those between tries after a broken connection.
    """

    db: Database
    store: BlobStore
    tools: Tools
    folder: Path
    networks: tuple[str, ...]
    settings: LiveSettings
    min_free_bytes: int
    cancel: Callable[[str, str], int]
    now: Callable[[], datetime]
    joins_swarms: bool = True
    pauses_s: Sequence[float] = PAUSES_S

    @property
    def policy(self) -> ImportPolicy:
        return import_policy(self.settings.current())

    @property
    def max_upload_bytes(self) -> int:
        return self.settings.current().max_upload_bytes

    @property
    def timeout_s(self) -> float:
        return self.settings.current().import_timeout_s

    @property
    def most_height(self) -> int:
        return self.settings.current().heights[0]

    @property
    def guard(self) -> Guard:
        return Guard(self.networks)

    def room_with(self, arrived_bytes: int) -> Room:
        """What there is room for, when ``arrived_bytes`` of it are on the disk already."""
        self.folder.mkdir(parents=True, exist_ok=True)
        free_bytes = shutil.disk_usage(self.folder).free - self.min_free_bytes
        return Room(
            most_bytes=self.max_upload_bytes, free_bytes=max(0, free_bytes + arrived_bytes)
        )
