"""Where several servers count their limits together."""

from limits.storage import RedisStorage

from vitascope.db import Database
from vitascope.http.limit_database import DatabaseStorage
from vitascope.http.limit_shared import SharedLimiter

# A request waits at most this long for a Redis that does not answer.
_REDIS_TIMEOUT_S = 0.5


def open_storage(url: str, db: Database) -> SharedLimiter:
    """Counts in ``db`` (``database:``), or in the Redis at ``url``."""
    if url == "database:":
        return SharedLimiter(DatabaseStorage(db))
    return SharedLimiter(
        RedisStorage(
            url,
            key_prefix="vitascope",
            socket_timeout=_REDIS_TIMEOUT_S,
            socket_connect_timeout=_REDIS_TIMEOUT_S,
        )
    )
