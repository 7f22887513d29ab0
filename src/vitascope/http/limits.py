"""Rate limits: the policies are data of the dialects, the counting is here."""

from vitascope.db import Database
from vitascope.http.limit_memory import MemoryLimiter
from vitascope.http.limit_model import Kind, Policy, RateLimiter, Verdict

__all__ = ["Kind", "Policy", "RateLimiter", "Verdict", "open_limiter"]

_REDIS = ("redis://", "rediss://")


def open_limiter(url: str, db: Database) -> RateLimiter:
    """Counts where ``url`` says: ``memory:`` (this process), ``database:`` (``db``), or in
    the Redis at ``redis://…`` or ``rediss://…``. Redis is first asked at the first hit.

    Raises:
        ValueError: it says something else.
    """
    if url == "memory:":
        return MemoryLimiter()
    if url != "database:" and not url.startswith(_REDIS):
        # Not the address itself: it may hold a password.
        raise ValueError(
            f"limits cannot be counted in {url.partition(':')[0]!r}: use memory:, database:, "
            "redis://… or rediss://…"
        )
    # Half a second of every start, for those who need it only.
    from vitascope.http.limit_storages import open_storage  # noqa: PLC0415 -- see above

    return open_storage(url, db)
