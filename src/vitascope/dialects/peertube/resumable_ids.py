"""``upload_id``, by which clients find an upload again."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime

from vitascope.base.ids import UserId, VideoId
from vitascope.core.uploads.model import UNFINISHED
from vitascope.core.uploads.queries import find_upload_by_key
from vitascope.db import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What tells one file from another. ``modified`` is the sender's word for when it was
    changed last; a file without it is another every time.
    """

    user_id: UserId
    name: str
    size_bytes: int
    modified: str | None
    replaces: VideoId | None = None


def free_upload_id(tx: Tx, file: Announced, *, now: datetime) -> str:
    """The id of the unfinished upload of this file, or one for a new upload of it.

    What was announced, finished and announced again is uploaded again.
    """
    modified = uuid.uuid4().hex if file.modified is None else file.modified
    again = 0
    while True:
        key = _upload_id(file, f"{modified} {again}")
        known = find_upload_by_key(tx, key)
        if known is None or (known.state in UNFINISHED and known.expires_at > now):
            return key
        again += 1


def is_of(user_id: UserId, upload_id: str) -> bool:
    """Whether the id was given to this user, as its first part tells."""
    return upload_id.partition("-")[0] == _user(user_id)


def _upload_id(file: Announced, modified: str) -> str:
    name = f"{file.name}\n{file.replaces or ''}"
    return "-".join((_user(file.user_id), *map(_hash, (name, str(file.size_bytes), modified))))


def _user(user_id: UserId) -> str:
    return _hash(f"user {user_id}")


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
