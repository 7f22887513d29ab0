"""What credentials were used for, without a write per request."""

import threading
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial

from vitascope.core.access.keys import USES_KEPT
from vitascope.core.access.model import Actor, ClientInfo, KeyUse
from vitascope.core.access.queries.keys import delete_key_uses, insert_key_uses
from vitascope.core.access.queries.sessions import note_session_use
from vitascope.db import Database
from vitascope.http.asgi import Scope
from vitascope.http.background import repeated
from vitascope.http.caller import client_of
from vitascope.http.threads import on_thread

_CLEANED_EVERY_S = 3600.0
_LONGEST_PATH = 500
# A flood of requests with one key must not fill the memory.
_MOST_GATHERED = 10_000


class Uses:
    """Gathers uses in memory and writes them at most once per ``interval_s`` seconds.

    A process that is killed loses the uses of its last interval.
    """

    def __init__(
        self, db: Database, now: Callable[[], datetime], *, interval_s: float = 1.0
    ) -> None:
        self._db = db
        self._now = now
        self._interval_s = interval_s
        self._lock = threading.Lock()
        self._of_keys: list[KeyUse] = []
        self._of_sessions: dict[int, tuple[ClientInfo, datetime]] = {}
        self._cleaned_at: float | None = None

    def note_key(self, use: KeyUse) -> None:
        """Remember a request made with a key. Safe from any thread."""
        with self._lock:
            if len(self._of_keys) < _MOST_GATHERED:
                self._of_keys.append(use)

    def note_session(self, session_id: int, client: ClientInfo) -> None:
        """Remember that a session is in use. Safe from any thread."""
        with self._lock:
            self._of_sessions[session_id] = (client, self._now())

    def note(self, scope: Scope, actor: Actor, status: int) -> None:
        """Remember a request that was answered with ``status``."""
        client = client_of(scope)
        if actor.credential_id is None:
            return
        if not actor.is_key:
            self.note_session(actor.credential_id, client)
            return
        self.note_key(
            KeyUse(
                key_id=actor.credential_id,
                method=scope.get("method", ""),
                path=scope["path"][:_LONGEST_PATH],
                status=status,
                address=client.address,
                used_at=self._now(),
            )
        )

    def write(self) -> None:
        """Write what was gathered, in one transaction."""
        with self._lock:
            of_keys, self._of_keys = self._of_keys, []
            of_sessions, self._of_sessions = self._of_sessions, {}
        is_time = self._is_time_to_clean()
        if not of_keys and not of_sessions and not is_time:
            return
        with self._db.begin() as tx:
            insert_key_uses(tx, of_keys)
            for session_id, (client, at) in of_sessions.items():
                note_session_use(tx, session_id, client, at)
            if is_time:
                delete_key_uses(tx, self._now() - USES_KEPT)

    def writing(self) -> AbstractAsyncContextManager[None]:
        """Write in the background until the block is left, and once more then."""
        return repeated(
            partial(on_thread, self.write),
            every_s=self._interval_s,
            failure="uses of credentials not written",
            at_once=False,
            at_end=True,
        )

    def _is_time_to_clean(self) -> bool:
        now = time.monotonic()
        if self._cleaned_at is not None and now - self._cleaned_at < _CLEANED_EVERY_S:
            return False
        self._cleaned_at = now
        return True
