"""Videos that open with a password: guesses, and what becomes of them."""

from vitascope.base.ids import VideoRef
from vitascope.core.access.attempts import (
    Guesser,
    check_attempts,
    forget_failures,
    note_failure,
)
from vitascope.core.access.model import Actor
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.read import PasswordWrong, view_video
from vitascope.http.runtime import Runtime


def unlock(
    runtime: Runtime, actor: Actor, address: str, ref: VideoRef, password: str
) -> VideoEntry:
    """The video, for somebody at ``address`` who knows its password. Wrong guesses are slowed.
    Blocking.

    Raises:
        NotFound, Forbidden: as :func:`vitascope.core.videos.read.view_video`.
        PasswordWrong: another password.
        TooManyAttempts: too many wrong ones before.
    """
    now = runtime.now()
    with runtime.db.read() as tx:
        video = get_entry(tx, ref).video
        guesser = Guesser(name=f"video {video.uuid}", address=address)
        check_attempts(tx, guesser, now=now)
        try:
            entry = view_video(tx, actor, ref, password=password)
        except PasswordWrong:
            entry = None
    with runtime.db.begin() as tx:
        if entry is not None:
            forget_failures(tx, guesser)
            return entry
        note_failure(tx, guesser, now=now)
    raise PasswordWrong("This password does not open the video")
