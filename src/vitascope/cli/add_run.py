"""One run of ``vitascope add``: file after file, while earlier ones are encoded."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from msgspec import UNSET

from vitascope.app import Parts, engine, media_origin, public_url, runtime
from vitascope.base.errors import ProductError
from vitascope.base.ids import short_uuid
from vitascope.cli.add_finding import Finding, Found
from vitascope.cli.add_showing import Bars, Tally, tell_address
from vitascope.cli.add_storing import find_stored, store_file
from vitascope.cli.add_watching import Watch
from vitascope.core.access.model import Actor
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Video
from vitascope.http.uploads.sweep import sweep_uploads
from vitascope.jobs import AlreadyServing
from vitascope.media.ffmpeg import EncodeFailed


class Run:
    """Adds what was found as videos with ``fields``, titled like their files unless these
    say otherwise. ``waits`` is whether to encode here and wait for it.
    """

    def __init__(
        self,
        parts: Parts,
        actor: Actor,
        fields: VideoFields,
        finding: Finding,
        *,
        waits: bool,
    ) -> None:
        self.tally = Tally()
        self.watch = Watch(parts.db)
        self._parts = parts
        self._runtime = runtime(parts, media_origin(parts))
        self._actor = actor
        self._fields = fields
        self._files = finding.files
        self._waits = waits
        self._bars = Bars(finding.files)

    def finish(self) -> bool:
        """Do it all; False when somebody stopped it. No file that was stopped at stays half."""
        sweep_uploads(self._runtime)
        try:
            work = _encoding(self._parts) if self._waits else nullcontext()
            with work, self._bars.progress:
                for found in self._files:
                    self._bars.begin(found)
                    self._settle(found)
                    self._bars.end()
                while self.watch.waiting:
                    self.watch.pause()
                    self._look()
        except KeyboardInterrupt:
            return False
        return True

    def _settle(self, found: Found) -> None:
        try:
            known = find_stored(self._runtime, self._actor, found)
            video = known or self._store(found)
        except ProductError as error:
            self.tally.refused.append((found.path, error.message))
        except EncodeFailed as error:
            # The prober was killed, perhaps for want of memory; the next file may be smaller.
            self.tally.refused.append((found.path, str(error)))
        except OSError as error:
            self.tally.refused.append((found.path, error.strerror or str(error)))
        else:
            self._tell(found, video, is_new=known is None)

    def _store(self, found: Found) -> Video:
        fields = self._fields
        if fields.title is UNSET:
            fields = replace(fields, title=Path(found.name).stem)
        return store_file(self._runtime, self._actor, found, fields, on_bytes=self._copied)

    def _tell(self, found: Found, video: Video, *, is_new: bool) -> None:
        self.tally.take(found, is_new=is_new)
        if self._waits:
            self.watch.follow(video.id, found.path)
        address = f"{public_url(self._parts.config)}/w/{short_uuid(video.uuid)}"
        tell_address(found, address, is_new=is_new)
        self._look()

    def _copied(self, size_bytes: int) -> None:
        self._bars.advance(size_bytes)
        self._look()

    def _look(self) -> None:
        self.watch.look()
        self._bars.show_encoding(self.watch)


@contextmanager
def _encoding(parts: Parts) -> Iterator[None]:
    """Encode here, unless a server is at work on this folder and does it."""
    jobs = engine(parts)
    try:
        jobs.start()
    except AlreadyServing:
        yield
        return
    try:
        yield
    finally:
        jobs.stop()
