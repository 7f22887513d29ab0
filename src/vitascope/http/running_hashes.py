"""SHA-256 of uploads while their bytes arrive, so that the end need not read them again."""

import hashlib
import threading
import uuid
from collections import OrderedDict

from vitascope.http.sink import Hash

_MOST = 1024


class RunningHashes:
    """Remembers the state after the last byte of each upload, in this process only: what is
    not known here is computed from the file.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[uuid.UUID, tuple[int, Hash]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, upload: uuid.UUID, offset: int) -> Hash | None:
        """The hash of the first ``offset`` bytes to go on with; None when it is not known."""
        with self._lock:
            known = self._known.pop(upload, None)
        if known is not None and known[0] == offset:
            return known[1]
        return hashlib.sha256() if offset == 0 else None

    def keep(self, upload: uuid.UUID, offset: int, running: Hash | None) -> None:
        """Remember the hash of the first ``offset`` bytes."""
        if running is None:
            return
        with self._lock:
            self._known[upload] = (offset, running)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
