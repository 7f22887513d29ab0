"""Whole answers, as clients get them for what the factories make."""

from typing import Any
from uuid import UUID

from tests.dialects.runtimes import PUBLIC_URL

from vitascope.base.ids import short_uuid
from vitascope.core.videos.model import VideoEntry

HLS = "/static/streaming-playlists/hls"
HOST = "video.example"
NOON_TEXT = "2026-03-01T12:00:00.000Z"
UNKNOWN = {"id": None, "label": "Unknown"}
NOTIFICATION_SETTINGS = (
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
REFERENCE = "https://docs.joinpeertube.org/api-rest-reference.html"


def account(name: str = "ada", number: int = 1) -> dict[str, Any]:
    return {
        "id": number,
        "url": f"{PUBLIC_URL}/accounts/{name}",
        "name": name,
        "host": HOST,
        "hostRedundancyAllowed": False,
        "followingCount": 0,
        "followersCount": 0,
        "createdAt": NOON_TEXT,
        "avatars": [],
        "displayName": name,
        "description": None,
        "updatedAt": NOON_TEXT,
        "userId": number,
    }


def channel(name: str = "ada", number: int = 1) -> dict[str, Any]:
    return {
        "id": number,
        "url": f"{PUBLIC_URL}/video-channels/{name}_channel",
        "name": f"{name}_channel",
        "host": HOST,
        "hostRedundancyAllowed": False,
        "followingCount": 0,
        "followersCount": 0,
        "createdAt": NOON_TEXT,
        "avatars": [],
        "banners": [],
        "displayName": f"Main {name} channel",
        "description": None,
        "support": None,
        "isLocal": True,
        "updatedAt": NOON_TEXT,
        "ownerAccount": account(name, number),
    }


def user(name: str = "ada", number: int = 1, **changes: Any) -> dict[str, Any]:
    """Somebody new without a role, as those who manage users see one."""
    return {
        "id": number,
        "username": name,
        "email": f"{name}@example.org",
        "theme": "instance-default",
        "pendingEmail": None,
        "emailPublic": False,
        "emailVerified": None,
        "nsfwPolicy": "do_not_list",
        "p2pEnabled": False,
        "videosHistoryEnabled": True,
        "autoPlayVideo": True,
        "autoPlayNextVideo": False,
        "autoPlayNextVideoPlaylist": True,
        "videoLanguages": None,
        "role": {"id": 2, "label": "User"},
        "videoQuota": -1,
        "videoQuotaDaily": -1,
        "noInstanceConfigWarningModal": False,
        "noWelcomeModal": False,
        "noAccountSetupWarningModal": False,
        "blocked": False,
        "blockedReason": None,
        "account": account(name, number),
        "notificationSettings": dict.fromkeys(NOTIFICATION_SETTINGS, 0),
        "videoChannels": [channel(name, number)],
        "createdAt": NOON_TEXT,
        "pluginAuth": None,
        "lastLoginDate": None,
        "twoFactorEnabled": False,
        "adminFlags": 0,
        **changes,
    }


def summary(whole: dict[str, Any]) -> dict[str, Any]:
    """What lists of videos show of an account or a channel."""
    return {
        name: whole[name] for name in ("id", "name", "displayName", "url", "host", "avatars")
    }


def video(entry: VideoEntry, **changes: Any) -> dict[str, Any]:
    """A public video of Ada's in a list, of which only the title was given."""
    uuid = entry.video.uuid
    return {
        "id": entry.video.id,
        "uuid": str(uuid),
        "shortUUID": short_uuid(uuid),
        "url": f"{PUBLIC_URL}/videos/watch/{uuid}",
        "name": entry.video.title,
        "category": UNKNOWN,
        "licence": UNKNOWN,
        "language": UNKNOWN,
        "privacy": {"id": 1, "label": "Public"},
        "nsfw": False,
        "truncatedDescription": None,
        "description": None,
        "isLocal": True,
        "duration": 0,
        "aspectRatio": None,
        "views": 0,
        "viewers": 0,
        "likes": 0,
        "dislikes": 0,
        "thumbnailPath": None,
        "previewPath": None,
        "embedPath": f"/videos/embed/{uuid}",
        "createdAt": NOON_TEXT,
        "updatedAt": NOON_TEXT,
        "publishedAt": NOON_TEXT,
        "originallyPublishedAt": None,
        "isLive": False,
        "account": summary(account()),
        "channel": summary(channel()),
        **changes,
    }


def details(entry: VideoEntry, **changes: Any) -> dict[str, Any]:
    """A video of :func:`making.make_playable` with everything."""
    key = entry.video.uuid
    parties = {"account": account(), "channel": channel()}
    return {
        **video(entry, duration=4, aspectRatio=1.7778, **parties),
        "support": None,
        "descriptionPath": f"/api/v1/videos/{key}/description",
        "tags": [],
        "commentsEnabled": True,
        "commentsPolicy": {"id": 1, "label": "Enabled"},
        "downloadEnabled": True,
        "waitTranscoding": False,
        "state": {"id": 1, "label": "Published"},
        "inputFileUpdatedAt": NOON_TEXT,
        "trackerUrls": [],
        "files": [web_file(key)],
        "streamingPlaylists": [
            {
                "id": 1,
                "type": 1,
                "playlistUrl": f"{PUBLIC_URL}{HLS}/{key}/{key}-master.m3u8",
                "segmentsSha256Url": None,
                "redundancies": [],
                "files": [hls_picture(key), hls_sound(key)],
            }
        ],
        "blacklisted": False,
        "blacklistedReason": None,
        **changes,
    }


def web_file(key: UUID) -> dict[str, Any]:
    return {
        "id": 2,
        "resolution": {"id": 720, "label": "720p"},
        "width": 1280,
        "height": 720,
        "size": 6000,
        "fps": 30,
        "torrentUrl": None,
        "torrentDownloadUrl": None,
        "fileUrl": f"{PUBLIC_URL}/static/web-videos/{key}-720.mp4",
        "fileDownloadUrl": f"{PUBLIC_URL}/download/web-videos/{key}-720.mp4",
        "metadataUrl": f"{PUBLIC_URL}/api/v1/videos/{key}/metadata/2",
        "hasAudio": True,
        "hasVideo": True,
        "storage": 0,
    }


def hls_picture(key: UUID) -> dict[str, Any]:
    return {**web_file(key), **_hls_addresses(key, 720, 3), "size": 5000, "hasAudio": False}


def hls_sound(key: UUID) -> dict[str, Any]:
    return {
        **web_file(key),
        **_hls_addresses(key, 0, 5),
        "resolution": {"id": 0, "label": "Audio only"},
        "width": 0,
        "height": 0,
        "size": 1000,
        "fps": 0,
        "hasVideo": False,
    }


def _hls_addresses(key: UUID, resolution: int, number: int) -> dict[str, Any]:
    name = f"{key}-{resolution}-fragmented.mp4"
    return {
        "id": number,
        "fileUrl": f"{PUBLIC_URL}{HLS}/{key}/{name}",
        "fileDownloadUrl": f"{PUBLIC_URL}/download/streaming-playlists/hls/videos/{name}",
        "metadataUrl": f"{PUBLIC_URL}/api/v1/videos/{key}/metadata/{number}",
    }


def problem(
    status: int, title: str, detail: str, *, code: str | None = None, operation: str = ""
) -> dict[str, Any]:
    """An error that names no fields."""
    docs = {"docs": f"{REFERENCE}#operation/{operation}"} if operation else {}
    return {
        "type": f"{REFERENCE}#section/Errors/{code}" if code else "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        **docs,
        "error": detail,
        **({"code": code} if code else {}),
    }


def faults(
    fields: dict[str, str], *, path: str, operation: str = "", location: str = "body"
) -> dict[str, Any]:
    """The answer to fields that break rules: what is wrong by field."""
    params = {
        name: {"type": "field", "msg": message, "path": name, "location": location}
        for name, message in fields.items()
    }
    said = problem(
        400,
        "Bad Request",
        f"Incorrect request parameters: {', '.join(fields)}",
        operation=operation,
    )
    return {**said, "instance": path, "invalid-params": params}
