"""What roles allow beyond one's own things (facts: peertube/00-overview, section 4)."""

from enum import StrEnum

from vitascope.core.accounts.model import Role


class Right(StrEnum):
    MANAGE_USERS = "manage_users"
    MANAGE_SERVER_FOLLOW = "manage_server_follow"
    MANAGE_LOGS = "manage_logs"
    MANAGE_DEBUG = "manage_debug"
    MANAGE_SERVER_REDUNDANCY = "manage_server_redundancy"
    MANAGE_ABUSES = "manage_abuses"
    MANAGE_JOBS = "manage_jobs"
    MANAGE_CONFIGURATION = "manage_configuration"
    MANAGE_INSTANCE_PAGE = "manage_instance_page"
    MANAGE_ACCOUNTS_BLOCKLIST = "manage_accounts_blocklist"
    MANAGE_SERVERS_BLOCKLIST = "manage_servers_blocklist"
    MANAGE_VIDEO_BLOCKS = "manage_video_blocks"
    MANAGE_ANY_CHANNEL = "manage_any_channel"
    REMOVE_ANY_VIDEO = "remove_any_video"
    REMOVE_ANY_PLAYLIST = "remove_any_playlist"
    MANAGE_ANY_COMMENT = "manage_any_comment"
    UPDATE_ANY_VIDEO = "update_any_video"
    UPDATE_ANY_PLAYLIST = "update_any_playlist"
    GET_ANY_LIVE = "get_any_live"
    SEE_ALL_VIDEOS = "see_all_videos"
    SEE_ALL_COMMENTS = "see_all_comments"
    CHANGE_VIDEO_OWNERSHIP = "change_video_ownership"
    MANAGE_PLUGINS = "manage_plugins"
    MANAGE_REDUNDANCIES = "manage_redundancies"
    MANAGE_VIDEO_FILES = "manage_video_files"
    RUN_TRANSCODING = "run_transcoding"
    MANAGE_VIDEO_IMPORTS = "manage_video_imports"
    MANAGE_REGISTRATIONS = "manage_registrations"
    MANAGE_RUNNERS = "manage_runners"
    MANAGE_USER_EXPORTS = "manage_user_exports"
    MANAGE_USER_IMPORTS = "manage_user_imports"
    MANAGE_WATCHED_WORDS = "manage_watched_words"
    MANAGE_AUTO_TAGS = "manage_auto_tags"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(Right),
    Role.MODERATOR: frozenset(
        {
            Right.MANAGE_VIDEO_BLOCKS,
            Right.MANAGE_ABUSES,
            Right.MANAGE_ANY_CHANNEL,
            Right.REMOVE_ANY_VIDEO,
            Right.REMOVE_ANY_PLAYLIST,
            Right.MANAGE_ANY_COMMENT,
            Right.UPDATE_ANY_VIDEO,
            Right.SEE_ALL_VIDEOS,
            Right.MANAGE_ACCOUNTS_BLOCKLIST,
            Right.MANAGE_SERVERS_BLOCKLIST,
            Right.MANAGE_USERS,
            Right.SEE_ALL_COMMENTS,
            Right.MANAGE_REGISTRATIONS,
            Right.MANAGE_WATCHED_WORDS,
            Right.MANAGE_AUTO_TAGS,
        }
    ),
    Role.USER: frozenset(),
}
