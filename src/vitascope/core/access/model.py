"""Callers and their credentials."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitascope.base.errors import Forbidden
from vitascope.base.ids import AccountId, UserId
from vitascope.core.access.rights import RIGHTS, Right
from vitascope.core.accounts.model import Role

__all__ = [
    "ANONYMOUS",
    "Actor",
    "ApiKey",
    "ClientInfo",
    "CredentialKind",
    "KeyKind",
    "KeyUse",
    "LoginRequired",
    "OauthClient",
    "Permission",
    "Right",
    "Session",
    "SessionKind",
    "SessionTokens",
]


class Permission(StrEnum):
    READ = "read"
    WRITE = "write"


class KeyKind(StrEnum):
    """Which dialect's key it is; the prefix of the key tells it apart at sight."""

    VIDEOCMS = "ak"
    AVCAPTION = "avc"
    VSRC = "vsrc"


class SessionKind(StrEnum):
    """What a login gave: tokens, a signed token, or the cookie of a browser."""

    TOKEN = "token"  # noqa: S105 -- a word, not a token
    JWT = "jwt"
    WEB = "web"


class CredentialKind(StrEnum):
    """What a caller may show; the words are shapes, so a wrong one has its kind too."""

    TOKEN = "token"  # noqa: S105 -- a word, not a token
    JWT = "jwt"
    VIDEOCMS_KEY = "ak"
    AVCAPTION_KEY = "avc"
    VSRC_KEY = "vsrc"


SESSIONS = frozenset({CredentialKind.TOKEN, CredentialKind.JWT})


class LoginRequired(Forbidden):
    """Somebody unknown asked for what only some may see or do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who is calling, and what the credential they showed allows.

    An API key acts for its user but never with the rights of the user's role: a key that
    leaks must not administrate. ``credential_id`` numbers the session or the key.
    """

    user_id: UserId | None = None
    account_id: AccountId | None = None
    role: Role = Role.USER
    permissions: frozenset[Permission] = frozenset()
    credential: CredentialKind | None = None
    credential_id: int | None = None

    @property
    def is_anonymous(self) -> bool:
        return self.user_id is None

    @property
    def is_key(self) -> bool:
        return self.credential is not None and self.credential not in SESSIONS

    def may(self, right: Right) -> bool:
        return not self.is_anonymous and not self.is_key and right in RIGHTS[self.role]

    def owns(self, account_id: AccountId) -> bool:
        return self.account_id is not None and self.account_id == account_id

    @property
    def administrates(self) -> bool:
        """Whether it is an administrator who has logged in."""
        return not self.is_anonymous and not self.is_key and self.role is Role.ADMINISTRATOR

    def arranges(self, account_id: AccountId) -> bool:
        """Whether the folders and videos of an account are theirs to put in order."""
        return self.owns(account_id) or self.administrates

    def known_user(self) -> UserId:
        """Who it is. Raises LoginRequired when nobody known is calling."""
        if self.user_id is None:
            raise LoginRequired("Log in to do this")
        return self.user_id

    def is_user(self, user_id: UserId) -> bool:
        return self.user_id is not None and self.user_id == user_id

    def check_manages_role(self, role: Role) -> None:
        """Raises Forbidden unless the actor may make and change users of ``role``.

        Moderators manage ordinary users only (facts: peertube/00-overview, section 4).
        """
        if not self.may(Right.MANAGE_USERS):
            self.check_is_person()
            self.known_user()
            raise Forbidden("Only those who manage users may do that")
        if self.role is not Role.ADMINISTRATOR and role is not Role.USER:
            raise Forbidden("Moderators can only manage users without a role")

    def check_writes(self) -> None:
        """Raises Forbidden when the credential is for reading only."""
        if Permission.WRITE not in self.permissions:
            raise Forbidden("This API key may read but not change anything")

    def check_is_person(self) -> None:
        """Raises Forbidden for an API key: passwords, keys and other users are beyond it."""
        if self.is_key:
            raise Forbidden("API keys may not do this; log in instead")


ANONYMOUS = Actor()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientInfo:
    """Where a call comes from: a network address, and what the program calls itself."""

    address: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTokens:
    """Tokens of a new session, in clear: only hashes are kept. Without a refresh token
    (None) the session cannot be renewed.
    """

    access_token: str
    refresh_token: str | None
    access_expires_at: datetime
    refresh_expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A login that is still good, as its user sees it."""

    id: int
    user_id: UserId
    kind: SessionKind
    created_at: datetime
    login: ClientInfo
    last_active_at: datetime
    last: ClientInfo


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
    expires_at: datetime | None
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyUse:
    """One request made with an API key. ``path`` has no query, where secrets may stand.
    ``id`` is None until it is written.
    """

    id: int | None = None
    key_id: int
    method: str
    path: str
    status: int
    address: str
    used_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OauthClient:
    """What PeerTube clients name when they ask for tokens; public by design."""

    id: str
    secret: str
