"""Posters as WebP, for players that ask for nothing else."""

from collections.abc import Sequence

from vitascope.http.cache import BytesCache
from vitascope.media.pictures import UnreadablePicture, make_webp
from vitascope.storage import BlobMissing, BlobStore

_REMEMBERED_S = 60.0
_MOST = 256
# What is larger than that is not worth a place in the memory.
_LARGEST_BYTES = 512 * 1024


class WebPictures:
    """Made when somebody asks, and remembered for a moment."""

    def __init__(self, store: BlobStore) -> None:
        self._store = store
        self._made = BytesCache(ttl_s=_REMEMBERED_S, max_entries=_MOST)

    def first(self, keys: Sequence[str]) -> bytes | None:
        """The first of those blobs that is there, as WebP; None when there is none, or none
        that is a picture. Blocking.
        """
        for key in keys:
            known = self._made.get(key) or self._make(key)
            if known is not None:
                return known
        return None

    def _make(self, key: str) -> bytes | None:
        try:
            made = make_webp(b"".join(self._store.read(key)))
        except (BlobMissing, UnreadablePicture):
            return None
        return self._made.put(key, made) if len(made) <= _LARGEST_BYTES else made
