"""Videos of bytes that are here already."""

import re
from datetime import datetime

from vitascope.base.errors import Invalid, NotFound
from vitascope.core.access.model import Actor
from vitascope.core.assets.queries import find_asset_by_sha256
from vitascope.core.uploads.finish import make_video_of
from vitascope.core.uploads.room import Room, check_room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import find_account_video_of
from vitascope.db import Tx

_SHA256 = re.compile(r"[0-9a-f]{64}")


def clone_file(
    tx: Tx,
    actor: Actor,
    sha256: str,
    fields: VideoFields,
    *,
    is_open: bool = False,
    room: Room,
    now: datetime,
) -> VideoEntry:
    """Another video of a file, named by its SHA-256 in hex.

    Who knows a hash need not have the file: without ``is_open`` only files that the actor has
    a video of are found.

    Raises:
        NotFound: no such file.
        Invalid: this is no SHA-256, or a field breaks a rule.
        LoginRequired, Forbidden: the actor may not upload.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
    """
    user_id = actor.known_user()
    actor.check_writes()
    sha256 = sha256.lower()
    if not _SHA256.fullmatch(sha256):
        raise Invalid("sha256", "A SHA-256 has 64 hexadecimal digits")
    asset = find_asset_by_sha256(tx, sha256)
    if asset is None or actor.account_id is None:
        raise NotFound("file", sha256)
    own = find_account_video_of(tx, actor.account_id, asset.id)
    if own is None and not is_open:
        raise NotFound("file", sha256)
    check_room(tx, user_id, asset.size_bytes, room, now=now)
    filename = own.source_filename if own and own.source_filename else f"{sha256[:12]}"
    return make_video_of(tx, actor, asset, fields, filename=filename, now=now)
