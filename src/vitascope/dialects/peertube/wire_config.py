"""What this server can do, in the tree that PeerTube's clients look through.

Every switch tells the truth: a client offers what it finds on.
"""

from collections.abc import Sequence
from typing import Any

from vitascope.core.imports.ask import ImportPolicy
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.dialects.peertube.pictures import LARGEST_PICTURE_BYTES
from vitascope.dialects.peertube.upload_types import ACCEPTED_EXTENSIONS
from vitascope.http.runtime import Instance, Runtime

# Clients compare it with the versions in which members came, so it is the API's.
API_VERSION = "6.3.0"

_OFF = {"enabled": False}
_ON = {"enabled": True}
_LARGEST_CAPTION_BYTES = 20 * 2**20
_UNLIMITED = -1
_PICTURES = [".png", ".jpg", ".jpeg", ".webp"]


def config_out(
    runtime: Runtime, *, is_signup_open: bool, admits_caller: bool
) -> dict[str, Any]:
    """``admits_caller`` when people may join from where this is asked."""
    return {
        "serverVersion": API_VERSION,
        "client": _client(),
        "defaults": _defaults(),
        "webadmin": {"configuration": {"edition": {"allowed": False}}},
        "instance": _instance(runtime.instance),
        "search": {
            "remoteUri": {"users": False, "anonymous": False},
            "searchIndex": {
                "enabled": False,
                "url": "",
                "disableLocalSearch": False,
                "isDefaultSearch": False,
            },
        },
        "plugin": {
            "registered": [],
            "registeredExternalAuths": [],
            "registeredIdAndPassAuths": [],
        },
        "theme": {"registered": [], "default": "default"},
        "email": {"enabled": runtime.instance.sends_mail},
        "contactForm": _OFF,
        "signup": {
            "allowed": is_signup_open,
            "allowedForCurrentIP": is_signup_open and admits_caller,
            **_signup(runtime.signup),
        },
        **_work(runtime.resolutions, replaces_sources=runtime.replaces_sources),
        **_transfers(runtime.imports),
        **_limits(runtime.signup),
        **_audience(),
    }


def about_out(instance: Instance) -> dict[str, Any]:
    unsaid = (
        "terms",
        "codeOfConduct",
        "hardwareInformation",
        "creationReason",
        "moderationInformation",
        "administrator",
        "maintenanceLifetime",
        "businessModel",
    )
    return {
        "instance": {
            "name": instance.name,
            "shortDescription": instance.description,
            "description": instance.description,
            **dict.fromkeys(unsaid, ""),
            "languages": [],
            "categories": [],
            "banners": [],
            "avatars": [],
        }
    }


def _signup(policy: SignupPolicy) -> dict[str, Any]:
    return {
        "requiresEmailVerification": policy.verifies_email,
        "requiresApproval": policy.mode is SignupMode.APPROVAL,
        "minimumAge": policy.minimum_age,
        "limit": _limit(policy.most_users),
    }


def _client() -> dict[str, Any]:
    return {
        "videos": {
            "miniature": {"displayAuthorAvatar": False, "preferAuthorDisplayName": False},
            "resumableUpload": {"maxChunkSize": 0},
        },
        "menu": {"login": {"redirectOnSingleExternalAuth": False}},
    }


def _defaults() -> dict[str, Any]:
    return {
        "publish": {
            "downloadEnabled": True,
            "commentsEnabled": True,
            "commentsPolicy": 1,
            "privacy": 1,
            "licence": None,
        },
        "p2p": {"webapp": _OFF, "embed": _OFF},
    }


def _instance(instance: Instance) -> dict[str, Any]:
    return {
        "name": instance.name,
        "shortDescription": instance.description,
        "isNSFW": False,
        "defaultNSFWPolicy": "do_not_list",
        "defaultClientRoute": "/videos/local",
        "customizations": {"javascript": "", "css": ""},
        "avatars": [],
        "banners": [],
    }


def _work(resolutions: Sequence[int], *, replaces_sources: bool) -> dict[str, Any]:
    """What happens to videos here. Web videos are put together when somebody asks for one."""
    profile = {"profile": "default", "availableProfiles": ["default"]}
    elsewhere = {"remoteRunners": _OFF}
    return {
        "transcoding": {
            "hls": _ON,
            "web_videos": _ON,
            "enabledResolutions": sorted(resolutions),
            **profile,
            **elsewhere,
        },
        "live": {
            "enabled": False,
            "allowReplay": False,
            "latencySetting": _OFF,
            "maxDuration": _UNLIMITED,
            "maxInstanceLives": 0,
            "maxUserLives": 0,
            "transcoding": {**_OFF, **elsewhere, "enabledResolutions": [], **profile},
            "rtmp": {"port": 1935},
        },
        "videoStudio": {**_OFF, **elsewhere},
        "videoFile": {"update": {"enabled": replaces_sources}},
        "videoTranscription": {**_OFF, **elsewhere},
        "storyboards": _ON,
    }


def _transfers(policy: ImportPolicy) -> dict[str, Any]:
    return {
        "import": {
            "videos": {
                "http": {"enabled": policy.urls},
                "torrent": {"enabled": policy.torrents},
            },
            "videoChannelSynchronization": {"enabled": policy.urls and policy.sites},
            "users": _OFF,
        },
        "export": {
            "users": {"enabled": False, "exportExpiration": 0, "maxUserVideoQuota": 0},
        },
        "autoBlacklist": {"videos": {"ofUsers": _OFF}},
    }


def _limits(policy: SignupPolicy) -> dict[str, Any]:
    picture = {"size": {"max": LARGEST_PICTURE_BYTES}, "extensions": _PICTURES}
    return {
        "avatar": {"file": {**picture, "extensions": [*_PICTURES, ".gif"]}},
        "banner": {"file": picture},
        "video": {"image": picture, "file": {"extensions": list(ACCEPTED_EXTENSIONS)}},
        "videoCaption": {
            "file": {"size": {"max": _LARGEST_CAPTION_BYTES}, "extensions": [".vtt", ".srt"]}
        },
        "user": {
            "videoQuota": _limit(policy.quota_bytes),
            "videoQuotaDaily": _limit(policy.daily_quota_bytes),
        },
        "videoChannels": {"maxPerUser": 1},
    }


def _limit(number: int | None) -> int:
    return _UNLIMITED if number is None else number


def _audience() -> dict[str, Any]:
    return {
        "trending": {
            "videos": {
                "intervalDays": 7,
                "algorithms": {"enabled": ["most-viewed"], "default": "most-viewed"},
            }
        },
        "tracker": _OFF,
        "followings": {"instance": {"autoFollowIndex": {"indexUrl": ""}}},
        "broadcastMessage": {
            "enabled": False,
            "message": "",
            "level": "info",
            "dismissable": False,
        },
        "homepage": _OFF,
        "openTelemetry": {"metrics": {"enabled": False, "playbackStatsInterval": 15_000}},
        "views": {"videos": {"watchingInterval": {"anonymous": 5000, "users": 5000}}},
    }
