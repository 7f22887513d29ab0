"""Videos that open with a password: guesses, and the cookie of somebody who knew it."""

import uuid

from vitascope.base.ids import VideoRef
from vitascope.core.access.attempts import (
    Guesser,
    check_attempts,
    forget_failures,
    note_failure,
)
from vitascope.core.access.playback import LIFETIME
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.read import PasswordWrong, view_video
from vitascope.http.playback_cookie import cookie_name
from vitascope.http.runtime import Runtime
from vitascope.web.sessions import Visit


def unlock(runtime: Runtime, visit: Visit, ref: VideoRef, password: str) -> VideoEntry:
    """The video, for somebody who knows its password. Wrong guesses are slowed.

    Raises:
        NotFound, Forbidden: as :func:`vitascope.core.videos.read.view_video`.
        PasswordWrong: another password.
        TooManyAttempts: too many wrong ones before.
    """
    now = runtime.now()
    with runtime.db.read() as tx:
        video = get_entry(tx, ref).video
        guesser = Guesser(name=f"video {video.uuid}", address=visit.client.address)
        check_attempts(tx, guesser, now=now)
        try:
            entry = view_video(tx, visit.actor, ref, password=password)
        except PasswordWrong:
            entry = None
    with runtime.db.begin() as tx:
        if entry is not None:
            forget_failures(tx, guesser)
            return entry
        note_failure(tx, guesser, now=now)
    raise PasswordWrong("This password does not open the video")


def playback_cookie(video: uuid.UUID, token: str, *, is_secure: bool) -> str:
    """The value of the Set-Cookie header.

    Pages of others show embeds, and there a browser sends a cookie back only when it is
    marked for it; that takes TLS.
    """
    crossing = "; Secure; SameSite=None; Partitioned" if is_secure else "; SameSite=Lax"
    life_s = int(LIFETIME.total_seconds())
    return f"{cookie_name(video)}={token}; Path=/; Max-Age={life_s}; HttpOnly{crossing}"


def shown_token(cookies: dict[str, str], ref: VideoRef) -> str | None:
    """The playback token that a request shows for ``ref``, if any."""
    return cookies.get(cookie_name(ref)) if isinstance(ref, uuid.UUID) else None
