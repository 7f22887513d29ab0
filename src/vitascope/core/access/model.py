"""Callers and their credentials."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitascope.base.ids import AccountId, UserId
from vitascope.core.accounts.model import Role


class Permission(StrEnum):
    READ = "read"
    WRITE = "write"


class Right(StrEnum):
    """What a role allows beyond one's own things."""

    SEE_ALL_VIDEOS = "see_all_videos"
    UPDATE_ANY_VIDEO = "update_any_video"
    REMOVE_ANY_VIDEO = "remove_any_video"


_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(Right),
    Role.MODERATOR: frozenset(Right),
    Role.USER: frozenset(),
}


class KeyKind(StrEnum):
    """Which dialect's key it is; the prefix of the key tells it apart at sight."""

    VSRC = "vsrc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who is calling, and what the credential they showed allows.

    An API key acts for its user but never with the rights of the user's role: a key that
    leaks must not administrate.
    """

    user_id: UserId | None = None
    account_id: AccountId | None = None
    role: Role = Role.USER
    permissions: frozenset[Permission] = frozenset()
    is_key: bool = False

    @property
    def is_anonymous(self) -> bool:
        return self.user_id is None

    def may(self, right: Right) -> bool:
        return not self.is_anonymous and not self.is_key and right in _RIGHTS[self.role]

    def owns(self, account_id: AccountId) -> bool:
        return self.account_id is not None and self.account_id == account_id


ANONYMOUS = Actor()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTokens:
    """Tokens of a new session, in clear: only hashes are kept."""

    access_token: str
    refresh_token: str
    access_expires_at: datetime
    refresh_expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """``prefix`` is the beginning of the key, shown so that people recognise it."""

    id: int
    user_id: UserId
    kind: KeyKind
    name: str
    prefix: str
    permission: Permission
    created_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OauthClient:
    """What PeerTube clients name when they ask for tokens; public by design."""

    id: str
    secret: str
