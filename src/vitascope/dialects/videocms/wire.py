"""Shapes of the answers. Times are UTC, in JSON as RFC 3339 with Z."""

from datetime import datetime
from typing import Self

from msgspec import UNSET, Struct, UnsetType, field

from vitascope.base.ids import UserId
from vitascope.core.access.keys import NewKey
from vitascope.core.access.model import ApiKey, KeyUse, SessionTokens
from vitascope.core.accounts.model import Role, User
from vitascope.core.users.model import UserEntry

_ACRONYMS = {"id": "ID", "ip": "IP", "uuid": "UUID"}


def go_name(name: str) -> str:
    """The name as the original's records have it: ``user_id`` is ``UserID``."""
    return "".join(_ACRONYMS.get(word, word.capitalize()) for word in name.split("_"))


class TokenOut(Struct):
    exp: datetime
    token: str

    @classmethod
    def of(cls, tokens: SessionTokens) -> Self:
        return cls(tokens.access_expires_at, tokens.access_token)


class SessionCheckOut(Struct):
    username: str
    exp: datetime | None


class KeyCheckOut(Struct):
    """``exp`` is null for a key that never expires."""

    username: str
    is_api_key: bool
    exp: datetime | None


class Record(Struct, rename=go_name, kw_only=True):
    """How every stored record begins. What is deleted is gone, so nothing has a date of it."""

    id: int
    created_at: datetime
    updated_at: datetime
    deleted_at: None = None


class KeyOut(Record, rename=go_name, kw_only=True):
    """``prefix`` is the beginning of the key."""

    user_id: int
    name: str = field(name="name")
    prefix: str = field(name="prefix")
    expires_at: datetime | UnsetType = field(name="expires_at", default=UNSET)
    last_used_at: datetime | UnsetType = field(name="last_used_at", default=UNSET)

    @classmethod
    def of(cls, key: ApiKey) -> Self:
        return cls(
            id=key.id,
            created_at=key.created_at,
            updated_at=key.last_used_at or key.created_at,
            user_id=key.user_id,
            name=key.name,
            prefix=f"{key.prefix}...",
            expires_at=key.expires_at or UNSET,
            last_used_at=key.last_used_at or UNSET,
        )


class NewKeyOut(Struct):
    id: int
    name: str
    key: str
    expires_at: datetime | UnsetType = UNSET

    @classmethod
    def of(cls, made: NewKey) -> Self:
        key = made.key
        return cls(key.id, key.name, made.secret, key.expires_at or UNSET)


class KeyUseOut(Record, rename=go_name, kw_only=True):
    api_key_id: int
    user_id: int
    method: str
    path: str
    ip: str

    @classmethod
    def of(cls, use: KeyUse, user_id: UserId) -> Self:
        return cls(
            id=use.id or 0,
            created_at=use.used_at,
            updated_at=use.used_at,
            api_key_id=use.key_id,
            user_id=user_id,
            method=use.method,
            path=use.path,
            ip=use.address,
        )


class UserSettingsOut(Struct, rename=go_name, kw_only=True):
    webhooks_enabled: bool
    webhooks_max: int
    upload_sessions_max: int
    enable_player_captcha: bool
    max_remote_downloads: int
    remote_download_enabled: bool

    @classmethod
    def of(cls, user: User) -> Self:
        allowed = user.allowances
        return cls(
            webhooks_enabled=allowed.webhooks_enabled,
            webhooks_max=allowed.max_webhooks,
            upload_sessions_max=allowed.max_upload_sessions,
            enable_player_captcha=user.preferences.player_captcha,
            max_remote_downloads=allowed.max_imports,
            remote_download_enabled=allowed.imports_enabled,
        )


class AccountOut(Struct, rename=go_name, kw_only=True):
    """``storage`` and ``used`` are bytes; what is free on the disk where nothing limits it."""

    username: str
    admin: bool
    email: str | None
    balance: float
    storage: int
    used: int
    files: int
    settings: UserSettingsOut
    max_remote_downloads: int
    remote_download_enabled: bool

    @classmethod
    def of(cls, entry: UserEntry, *, free_bytes: int) -> Self:
        user, quota = entry.user, entry.user.quota_bytes
        return cls(
            username=user.username,
            admin=user.role is Role.ADMINISTRATOR,
            email=user.email,
            balance=user.allowances.balance,
            storage=free_bytes if quota is None else quota,
            used=entry.usage.total_bytes,
            files=entry.usage.videos,
            settings=UserSettingsOut.of(user),
            max_remote_downloads=user.allowances.max_imports,
            remote_download_enabled=user.allowances.imports_enabled,
        )


class OwnSettingsOut(Struct, rename=go_name):
    enable_player_captcha: bool


class UserOut(Record, rename=go_name, kw_only=True):
    """``storage`` is the quota in bytes, 0 without one."""

    username: str
    admin: bool
    email: str | None
    balance: float
    storage: int
    settings: UserSettingsOut
    max_remote_downloads: int
    remote_download_enabled: bool
    used_storage: int = field(name="used_storage")
    file_count: int = field(name="file_count")

    @classmethod
    def of(cls, entry: UserEntry) -> Self:
        user = entry.user
        return cls(
            id=user.id,
            created_at=user.created_at,
            updated_at=user.updated_at,
            username=user.username,
            admin=user.role is Role.ADMINISTRATOR,
            email=user.email,
            balance=user.allowances.balance,
            storage=user.quota_bytes or 0,
            settings=UserSettingsOut.of(user),
            max_remote_downloads=user.allowances.max_imports,
            remote_download_enabled=user.allowances.imports_enabled,
            used_storage=entry.usage.total_bytes,
            file_count=entry.usage.videos,
        )


class UsersMetaOut(Struct):
    total: int
    page: int
    limit: int


class UsersOut(Struct):
    data: list[UserOut]
    meta: UsersMetaOut
