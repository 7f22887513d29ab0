"""Who people are."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitascope.base.ids import AccountId, UserId


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    MODERATOR = "moderator"
    USER = "user"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How a user appears to others. ``name`` is unique among accounts and channels."""

    id: AccountId
    user_id: UserId
    name: str
    display_name: str
    description: str | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who can log in. Quotas are bytes; None means unlimited."""

    id: UserId
    username: str
    email: str
    password_hash: str
    role: Role
    is_blocked: bool
    quota_bytes: int | None
    daily_quota_bytes: int | None
    created_at: datetime
    updated_at: datetime
    last_login_at: datetime | None
    account: Account
