"""Giving a video that exists another source."""

from vitascope.base.errors import NotReady
from vitascope.base.ids import VideoRef
from vitascope.core.access.model import Actor, Right
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.read import manage_video
from vitascope.db import Tx

_SETTLED = {State.READY, State.FAILED}


class NotReplaceable(NotReady):
    """The video is still being made, or never was a file."""


def check_replaceable(tx: Tx, actor: Actor, ref: VideoRef) -> VideoEntry:
    """The video, when ``actor`` may give it another source now.

    Raises:
        NotFound, LoginRequired, Forbidden: as :func:`manage_video`.
        NotReplaceable: it is being processed, waits for its source, or is live.
    """
    entry = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO)
    if entry.video.state not in _SETTLED:
        raise NotReplaceable("The file of a video can be replaced once it is processed")
    return entry
