"""Who people are."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import msgspec

from vitascope.base.ids import AccountId, UserId


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    MODERATOR = "moderator"
    USER = "user"


class SensitivePolicy(StrEnum):
    """What a viewer wants to see of sensitive videos."""

    HIDE = "hide"
    BLUR = "blur"
    SHOW = "show"


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """What users choose for themselves. Kept as one document; new choices need defaults.

    ``languages`` None means all. ``dismissed`` names the introductions a user has closed.
    """

    theme: str = "instance-default"
    sensitive: SensitivePolicy = SensitivePolicy.HIDE
    uses_p2p: bool = False
    keeps_history: bool = True
    autoplays: bool = True
    autoplays_next: bool = False
    autoplays_next_in_playlist: bool = True
    languages: tuple[str, ...] | None = None
    dismissed: tuple[str, ...] = ()
    player_captcha: bool = False


class Feature(StrEnum):
    """What an administrator can keep from a user: AVCaption sells its API in tiers."""

    API = "api"
    SUBTITLES = "subtitles"
    PRESETS = "presets"
    WEBHOOKS = "webhooks"
    AI = "ai"


class Allowances(msgspec.Struct, frozen=True, kw_only=True):
    """What an administrator grants a user beside the quotas. Kept as one document.

    ``withheld`` are features that the user does not have; everybody has all of them otherwise.
    """

    balance: float = 0.0
    webhooks_enabled: bool = True
    max_webhooks: int = 10
    max_upload_sessions: int = 10
    imports_enabled: bool = True
    max_imports: int = 5
    withheld: tuple[Feature, ...] = ()


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
    """Somebody who can log in. Quotas are bytes; None means unlimited.

    ``email_verified`` is None for an address that nobody was asked to verify.
    ``pending_email`` becomes the address once it is verified. Without ``password_hash`` the
    user logs in through another service. ``skips_review`` frees new videos from the review
    an instance may ask for. ``has_two_factor`` says that a code is asked for at login.
    """

    id: UserId
    username: str
    email: str | None
    pending_email: str | None
    email_verified: bool | None
    is_email_public: bool
    password_hash: str | None
    role: Role
    is_blocked: bool
    blocked_reason: str | None
    skips_review: bool
    quota_bytes: int | None
    daily_quota_bytes: int | None
    preferences: Preferences
    allowances: Allowances
    has_two_factor: bool
    created_at: datetime
    updated_at: datetime
    last_login_at: datetime | None
    account: Account


class ImageKind(StrEnum):
    AVATAR = "avatar"
    BANNER = "banner"


class ActorImage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One size of a picture of an account or channel, in pixels. ``filename`` cannot be
    guessed and is used once, so the file may be cached for ever.

    A struct, since lists of videos make dozens.
    """

    handle: str
    kind: ImageKind
    width: int
    height: int
    filename: str
    created_at: datetime

    @property
    def key(self) -> str:
        """Where the store has it."""
        return image_key(self.filename)


def image_key(filename: str) -> str:
    return f"actors/{filename}"
