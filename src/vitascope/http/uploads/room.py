"""How much room there is for what arrives here."""

import shutil

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
    runtime.uploads.mkdir(parents=True, exist_ok=True)
    free_bytes = shutil.disk_usage(runtime.uploads).free - runtime.min_free_bytes
    limit_bytes = runtime.max_upload_bytes
    return Room(
        most_bytes=limit_bytes if most_bytes is None else min(limit_bytes, most_bytes),
        free_bytes=max(0, free_bytes),
        rule=rule,
    )
