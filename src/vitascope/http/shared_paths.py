"""Paths below ``/api/v1`` that two APIs have: the credential's shape says which is meant
(facts: sections 6.1 to 6.4).
"""

from vitascope.core.access.model import CredentialKind
from vitascope.http.asgi import Scope
from vitascope.http.caller import shown_credential

PEERTUBE, AVCAPTION = "peertube", "avcaption"

ROOT = "/api/v1"

# What AVCaption alone has. What is unknown below is refused in its words.
AVCAPTION_PREFIXES = (
    "/api/v1/api-keys",
    "/api/v1/auth",
    "/api/v1/embed",
    "/api/v1/embed-token",
    "/api/v1/presets",
    "/api/v1/stats",
    "/api/v1/upload",
    "/api/v1/webhooks",
    "/api/stream",
)

# What PeerTube has below /api/v1. AVCaption's own paths stand in the dispatcher's table, so
# the rest is nobody's, and whoever asks gets a refusal in the words of their API.
PEERTUBE_FAMILIES = frozenset(
    {
        "abuses",
        "accounts",
        "automatic-tags",
        "blocklist",
        "bulk",
        "client-config",
        "config",
        "custom-pages",
        "jobs",
        "metrics",
        "oauth-clients",
        "overviews",
        "ping",
        "player-settings",
        "plugins",
        "runners",
        "search",
        "server",
        "users",
        "video-channel-syncs",
        "video-channels",
        "video-playlists",
        "videos",
        "watched-words",
    }
)

# What stands in PeerTube's paths where the id of a video would.
PEERTUBE_WORDS = frozenset(
    {
        "blacklist",
        "categories",
        "comments",
        "imports",
        "languages",
        "licences",
        "live",
        "ownership",
        "privacies",
        "upload",
        "upload-resumable",
    }
)

_OVERRIDE = b"x-api-dialect"


def choose_video_dialect(scope: Scope) -> str | None:
    """The API that a request to a shared path means; None leaves it to the table.

    ``X-Api-Dialect`` decides for clients whose credential says something else. Paths of one
    API only are left to the table, whatever is shown: a credential opens nothing new there.
    """
    if _is_about_subtitles(scope["path"]):
        return AVCAPTION
    if not _is_shared(scope["path"]):
        return None
    wanted = next((value for name, value in scope["headers"] if name == _OVERRIDE), b"")
    if wanted in {PEERTUBE.encode(), AVCAPTION.encode()}:
        return wanted.decode()
    shown = shown_credential(scope)
    if shown is None:
        return PEERTUBE
    # A wrong token is answered by the API of its shape too.
    is_peertube = shown.kind is CredentialKind.TOKEN and not shown.as_api_key
    return PEERTUBE if is_peertube else AVCAPTION


def _is_about_subtitles(path: str) -> bool:
    """AVCaption alone has them below a video; PeerTube calls its own captions."""
    parts = path.removeprefix(ROOT).strip("/").split("/")
    return parts[0] == "videos" and parts[2:3] == ["subtitles"]


def _is_shared(path: str) -> bool:
    family, *rest = path.removeprefix(ROOT).strip("/").split("/")
    if family not in PEERTUBE_FAMILIES:
        return True
    is_video = len(rest) == 1 and rest[0] not in PEERTUBE_WORDS
    return family == "videos" and (not rest or is_video)
