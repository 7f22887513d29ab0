"""How much room there is for what arrives here."""

import shutil

from vitascope.base.errors import StorageFull
from vitascope.core.uploads.room import Room
from vitascope.core.users.usage import QuotaRule
from vitascope.http.runtime import Runtime


def room_of(
    runtime: Runtime,
    *,
    most_bytes: int | None = None,
    rule: QuotaRule = QuotaRule.BELOW,
) -> Room:
    """What may come in now. ``most_bytes`` is a limit of the asker's API on one file, beside
    the server's own.
    """
    limit_bytes = runtime.max_upload_bytes
    return Room(
        most_bytes=limit_bytes if most_bytes is None else min(limit_bytes, most_bytes),
        free_bytes=_free_bytes(runtime),
        rule=rule,
        is_open=runtime.settings.current().uploads_enabled,
    )


def check_disk(runtime: Runtime, size_bytes: int) -> None:
    """Asked before bytes of an announced upload are stored: by now others may have taken the
    room that there was.

    Raises:
        StorageFull: so many bytes more would leave too little of the disk free.
    """
    if size_bytes > _free_bytes(runtime):
        raise StorageFull("The server's disk is nearly full. What had arrived is kept.")


def _free_bytes(runtime: Runtime) -> int:
    runtime.uploads.mkdir(parents=True, exist_ok=True)
    return max(0, shutil.disk_usage(runtime.uploads).free - runtime.min_free_bytes)
