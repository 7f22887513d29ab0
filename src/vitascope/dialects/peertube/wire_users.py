"""Users as they see themselves."""

from collections.abc import Sequence

import msgspec

from vitascope.core.accounts.model import User
from vitascope.core.channels.model import Channel
from vitascope.dialects.peertube.labels import ROLES, Label
from vitascope.dialects.peertube.parts import Site
from vitascope.dialects.peertube.wire import (
    AccountOut,
    ChannelOut,
    account_out,
    channel_out,
    stamp,
)

_UNLIMITED = -1
_NEVER = 0
_SETTINGS = (
    "newVideoFromSubscription",
    "newCommentOnMyVideo",
    "myVideoImportFinished",
    "myVideoPublished",
    "abuseAsModerator",
    "videoAutoBlacklistAsModerator",
    "blacklistOnMyVideo",
    "newUserRegistration",
    "newFollow",
    "commentMention",
    "newInstanceFollower",
    "autoInstanceFollowing",
    "abuseNewMessage",
    "abuseStateChange",
    "newPeerTubeVersion",
    "newPluginVersion",
    "myVideoStudioEditionFinished",
    "myVideoTranscriptionGenerated",
)
# Nothing is notified of yet, and the settings say so.
_NOTIFICATIONS = dict.fromkeys(_SETTINGS, _NEVER)


class UserOut(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Preferences that cannot be set yet show what the server does."""

    id: int
    username: str
    email: str
    theme: str = "instance-default"
    pending_email: str | None = None
    email_public: bool = False
    email_verified: bool | None = None
    nsfw_policy: str = "do_not_list"
    p2p_enabled: bool = False
    videos_history_enabled: bool = False
    auto_play_video: bool = True
    auto_play_next_video: bool = False
    auto_play_next_video_playlist: bool = True
    video_languages: list[str] | None = None
    role: Label
    video_quota: int
    video_quota_daily: int
    no_instance_config_warning_modal: bool = True
    no_welcome_modal: bool = True
    no_account_setup_warning_modal: bool = True
    blocked: bool
    blocked_reason: str | None = None
    account: AccountOut
    notification_settings: dict[str, int]
    video_channels: list[ChannelOut]
    created_at: str
    plugin_auth: str | None = None
    last_login_date: str | None
    two_factor_enabled: bool = False
    admin_flags: int = 0
    special_playlists: tuple[()] = ()


def user_out(user: User, channels: Sequence[Channel], site: Site) -> UserOut:
    last_login = user.last_login_at
    return UserOut(
        id=user.id,
        username=user.username,
        email=user.email,
        role=ROLES[user.role],
        video_quota=_quota(user.quota_bytes),
        video_quota_daily=_quota(user.daily_quota_bytes),
        blocked=user.is_blocked,
        account=account_out(user.account, site),
        notification_settings=_NOTIFICATIONS,
        video_channels=[channel_out(channel, user.account, site) for channel in channels],
        created_at=stamp(user.created_at),
        last_login_date=None if last_login is None else stamp(last_login),
    )


def _quota(limit_bytes: int | None) -> int:
    return _UNLIMITED if limit_bytes is None else limit_bytes
