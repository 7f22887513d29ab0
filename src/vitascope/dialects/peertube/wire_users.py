"""Users as they see themselves, and as those who manage them do."""

from collections.abc import Sequence

import msgspec
from msgspec import UNSET, UnsetType

from vitascope.core.accounts.model import SensitivePolicy, User
from vitascope.core.channels.model import Channel
from vitascope.core.users.model import Usage
from vitascope.dialects.peertube.labels import ROLES, Label
from vitascope.dialects.peertube.parts import Site
from vitascope.dialects.peertube.wire import (
    AccountOut,
    Avatars,
    ChannelOut,
    account_out,
    channel_out,
    stamp,
)

SENSITIVE_POLICIES = {
    SensitivePolicy.HIDE: "do_not_list",
    SensitivePolicy.BLUR: "blur",
    SensitivePolicy.SHOW: "display",
}
# Yes or no, by PeerTube's name and by that of our preferences.
SWITCHES = {
    "p2pEnabled": "uses_p2p",
    "videosHistoryEnabled": "keeps_history",
    "autoPlayVideo": "autoplays",
    "autoPlayNextVideo": "autoplays_next",
    "autoPlayNextVideoPlaylist": "autoplays_next_in_playlist",
}
# What the client's pop-up windows are about, by the switch that keeps them away.
INTRODUCTIONS = {
    "noInstanceConfigWarningModal": "instance_config",
    "noWelcomeModal": "welcome",
    "noAccountSetupWarningModal": "account_setup",
}
# No others can be installed. Each stands for itself.
THEMES = {name: name for name in ("instance-default", "default")}

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
NOTIFICATIONS = dict.fromkeys(_SETTINGS, _NEVER)


class UserOut(msgspec.Struct, rename="camel", kw_only=True):
    """What may be UNSET is left out unless it was asked for."""

    id: int
    username: str
    email: str
    theme: str
    pending_email: str | None
    email_public: bool
    email_verified: bool | None
    nsfw_policy: str
    p2p_enabled: bool
    videos_history_enabled: bool
    auto_play_video: bool
    auto_play_next_video: bool
    auto_play_next_video_playlist: bool
    video_languages: Sequence[str] | None
    role: Label
    video_quota: int
    video_quota_daily: int
    total_video_file_size: int | UnsetType = UNSET
    video_quota_used: int | UnsetType = UNSET
    video_quota_used_daily: int | UnsetType = UNSET
    videos_count: int | UnsetType = UNSET
    abuses_count: int | UnsetType = UNSET
    abuses_accepted_count: int | UnsetType = UNSET
    abuses_created_count: int | UnsetType = UNSET
    video_comments_count: int | UnsetType = UNSET
    no_instance_config_warning_modal: bool
    no_welcome_modal: bool
    no_account_setup_warning_modal: bool
    blocked: bool
    blocked_reason: str | None
    account: AccountOut
    notification_settings: dict[str, int]
    video_channels: Sequence[ChannelOut]
    created_at: str
    plugin_auth: str | None = None
    last_login_date: str | None
    two_factor_enabled: bool
    admin_flags: int
    special_playlists: tuple[()] | UnsetType = UNSET


def user_out(user: User, channels: Sequence[Channel], site: Site, avatars: Avatars) -> UserOut:
    chosen, last_login = user.preferences, user.last_login_at
    return UserOut(
        id=user.id,
        username=user.username,
        email=user.email or "",
        theme=THEMES.get(chosen.theme, "instance-default"),
        pending_email=user.pending_email,
        email_public=user.is_email_public,
        email_verified=user.email_verified,
        nsfw_policy=SENSITIVE_POLICIES[chosen.sensitive],
        p2p_enabled=chosen.uses_p2p,
        videos_history_enabled=chosen.keeps_history,
        auto_play_video=chosen.autoplays,
        auto_play_next_video=chosen.autoplays_next,
        auto_play_next_video_playlist=chosen.autoplays_next_in_playlist,
        video_languages=chosen.languages,
        role=ROLES[user.role],
        video_quota=_quota(user.quota_bytes),
        video_quota_daily=_quota(user.daily_quota_bytes),
        no_instance_config_warning_modal="instance_config" in chosen.dismissed,
        no_welcome_modal="welcome" in chosen.dismissed,
        no_account_setup_warning_modal="account_setup" in chosen.dismissed,
        blocked=user.is_blocked,
        blocked_reason=user.blocked_reason,
        account=account_out(user.account, site, avatars),
        notification_settings=NOTIFICATIONS,
        video_channels=[channel_out(c, user.account, site, avatars) for c in channels],
        created_at=stamp(user.created_at),
        last_login_date=None if last_login is None else stamp(last_login),
        two_factor_enabled=user.has_two_factor,
        admin_flags=int(user.skips_review),
    )


def add_use(shown: UserOut, usage: Usage) -> UserOut:
    """What the lists of users show beside each."""
    shown.total_video_file_size = usage.file_bytes
    shown.video_quota_used = usage.total_bytes
    shown.video_quota_used_daily = usage.daily_bytes
    return shown


def add_statistics(shown: UserOut, usage: Usage) -> UserOut:
    """There are neither reports nor comments."""
    shown.video_quota_used = usage.total_bytes
    shown.video_quota_used_daily = usage.daily_bytes
    shown.videos_count = usage.videos
    shown.abuses_count = shown.abuses_accepted_count = shown.abuses_created_count = 0
    shown.video_comments_count = 0
    return shown


def _quota(limit_bytes: int | None) -> int:
    return _UNLIMITED if limit_bytes is None else limit_bytes
