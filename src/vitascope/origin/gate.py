"""May this viewer watch that video? Asked with every segment, so the answer is remembered."""

import uuid
from collections.abc import Callable
from datetime import datetime

from vitascope.base.ids import VideoRef
from vitascope.core.access.playback import playback_token_holds
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.read import check_has_files, view_video
from vitascope.db import Database
from vitascope.http.cache import TtlCache
from vitascope.http.delivery import Viewer

# How long somebody whose permission was taken away may go on watching.
_REMEMBERED_S = 2.0
_MOST = 4096


class Gate:
    def __init__(self, db: Database, secret: bytes, now: Callable[[], datetime]) -> None:
        self._db = db
        self._secret = secret
        self._now = now
        self._admitted: TtlCache[VideoEntry] = TtlCache(ttl_s=_REMEMBERED_S, max_entries=_MOST)

    def admit(self, ref: VideoRef, viewer: Viewer) -> VideoEntry:
        """The video, as :meth:`vitascope.http.delivery.Delivery.admit` promises."""
        entry = self.admit_to_page(ref, viewer)
        check_has_files(viewer.actor, entry)
        return entry

    def admit_to_page(self, ref: VideoRef, viewer: Viewer) -> VideoEntry:
        """The video, as :meth:`vitascope.http.delivery.Delivery.admit_to_page` promises."""
        key = (ref, viewer)
        return self._admitted.get(key) or self._admitted.put(key, self._ask(ref, viewer))

    def remembered(self, ref: VideoRef, viewer: Viewer) -> VideoEntry | None:
        """Who is admitted to the page, when that needs no database, so that an event loop may
        ask.
        """
        return self._admitted.get((ref, viewer))

    def _ask(self, ref: VideoRef, viewer: Viewer) -> VideoEntry:
        with self._db.read() as tx:
            if isinstance(ref, uuid.UUID) and self._holds(ref, viewer.playback_token):
                return get_entry(tx, ref)
            return view_video(
                tx,
                viewer.actor,
                ref,
                password=viewer.password,
                knows_password=viewer.knows_password,
            )

    def _holds(self, video: uuid.UUID, token: str | None) -> bool:
        return token is not None and playback_token_holds(
            self._secret, video, token, now=self._now()
        )
