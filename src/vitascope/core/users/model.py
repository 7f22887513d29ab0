"""Users with what they use."""

from dataclasses import dataclass

from vitascope.core.accounts.model import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What the quotas count, in bytes: the largest file of each video. ``daily_bytes`` is
    about videos of the last 24 hours, ``file_bytes`` everything that is kept.
    """

    total_bytes: int = 0
    daily_bytes: int = 0
    file_bytes: int = 0
    videos: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UserEntry:
    user: User
    usage: Usage
