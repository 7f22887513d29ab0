"""Asking a server for imports, and looking at them, past its APIs: straight in its database."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.factories import actor_of
from tests.journeys.server import Server, wait_for

from vitascope.base.ids import ImportId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.channels.queries import default_channel
from vitascope.core.imports.ask import ImportPolicy, NewImport, ask_import_with_video
from vitascope.core.imports.model import ChannelSync, Import, ImportState
from vitascope.core.imports.queries import ImportSelection, get_import, list_imports
from vitascope.core.imports.steer import cancel_import, retry_import
from vitascope.core.imports.sync import add_sync
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.http.runtime import utc_now

SETTINGS = {
    "VITASCOPE_FETCH_NETWORKS": "127.0.0.0/8",
    "VITASCOPE_IMPORTS_SITES": "true",
    "VITASCOPE_MIN_FREE_BYTES": "0",
}
_POLICY = ImportPolicy(sites=True)


@dataclass(frozen=True)
class Imports:
    """Those of root."""

    server: Server
    db: Database

    def root(self) -> Actor:
        with self.db.read() as tx:
            user = find_user_by_login(tx, "root")
        assert user is not None
        return actor_of(user)

    def ask(self, url: str) -> Import:
        new = NewImport(url=url, fields=VideoFields(privacy=Privacy.PUBLIC))
        root = self.root()
        with self.db.begin() as tx:
            return ask_import_with_video(tx, root, new, policy=_POLICY, now=utc_now())

    def follow(self, url: str) -> ChannelSync:
        root = self.root()
        assert root.account_id is not None
        with self.db.begin() as tx:
            channel = default_channel(tx, root.account_id)
            return add_sync(tx, root, channel.id, url, policy=_POLICY, now=utc_now())

    def cancel(self, import_id: ImportId) -> None:
        root = self.root()
        with self.db.begin() as tx:
            cancel_import(tx, root, get_import(tx, import_id), now=utc_now())

    def retry(self, import_id: ImportId) -> None:
        root = self.root()
        with self.db.begin() as tx:
            retry_import(tx, root, get_import(tx, import_id), policy=_POLICY, now=utc_now())

    def get(self, import_id: ImportId) -> Import:
        with self.db.read() as tx:
            return get_import(tx, import_id)

    def all(self) -> list[Import]:
        wanted = ImportSelection(user_id=self.root().known_user(), descending=False, count=100)
        with self.db.read() as tx:
            return list(list_imports(tx, wanted).items)

    def video(self, import_id: ImportId) -> VideoEntry:
        found = self.get(import_id)
        assert found.video_id is not None
        with self.db.read() as tx:
            return get_entry(tx, found.video_id)

    def file(self, found: Import) -> Path:
        """Where a file that is fetched by HTTP arrives."""
        return self.server.data / "imports" / found.uuid.hex / "file"

    def received(self, found: Import) -> int:
        path = self.file(found)
        return path.stat().st_size if path.exists() else 0

    def wait_until_ready(self, import_id: ImportId) -> VideoEntry:
        """The video, once it can be watched in every quality."""

        def is_ready() -> bool:
            found = self.get(import_id)
            if found.state is ImportState.FAILED:
                raise RuntimeError(found.failure)
            is_done = found.state is ImportState.DONE
            return is_done and self.video(import_id).video.state is State.READY

        wait_for(is_ready, f"import {import_id} is a video")
        return self.video(import_id)

    def sha256(self, entry: VideoEntry) -> str:
        assert entry.media is not None
        source = self.server.data / "media" / "assets" / str(entry.media.uuid) / "source"
        return hashlib.sha256(source.read_bytes()).hexdigest()

    def poster(self, entry: VideoEntry) -> bytes:
        """The picture that the video has of its own."""
        assert entry.video.poster_key is not None
        return (self.server.data / "media" / entry.video.poster_key).read_bytes()


@contextmanager
def importing(server: Server) -> Iterator[Imports]:
    """The imports of a server that has been started once."""
    db = Database(f"sqlite:///{server.data / 'vitascope.db'}")
    yield Imports(server, db)
    db.close()
