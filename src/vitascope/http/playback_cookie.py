"""The cookie by which a browser shows that it passed a video's gate."""

import uuid
from collections.abc import Mapping

from vitascope.base.ids import VideoRef
from vitascope.core.access.playback import LIFETIME


def cookie_name(video: uuid.UUID) -> str:
    """Its value is a playback token; one cookie per video, so that several stay open."""
    return f"playback_{video.hex}"


def playback_cookie(video: uuid.UUID, token: str, *, is_secure: bool) -> str:
    """The value of the Set-Cookie header.

    Pages of others show embeds, and there a browser sends a cookie back only when it is
    marked for it; that takes TLS.
    """
    crossing = "; Secure; SameSite=None; Partitioned" if is_secure else "; SameSite=Lax"
    life_s = int(LIFETIME.total_seconds())
    return f"{cookie_name(video)}={token}; Path=/; Max-Age={life_s}; HttpOnly{crossing}"


def shown_token(cookies: Mapping[str, str], ref: VideoRef) -> str | None:
    """The playback token that a request shows for ``ref``, if any."""
    return cookies.get(cookie_name(ref)) if isinstance(ref, uuid.UUID) else None
