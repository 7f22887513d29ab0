"""Saying who may watch several videos."""

from collections.abc import Sequence
from datetime import datetime

from vitascope.base.ids import VideoId
from vitascope.core.access.model import Actor
from vitascope.core.library.model import NothingSelected
from vitascope.core.library.reach import reach_videos
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.update import edit_video
from vitascope.db import Tx


def show_videos(
    tx: Tx, actor: Actor, video_ids: Sequence[VideoId], privacy: Privacy, *, now: datetime
) -> None:
    """Set the privacy of videos, all or none. One that is named twice is set once.

    Raises:
        LoginRequired, Forbidden, NotFound, ForeignItem: as :func:`reach_videos`.
        NothingSelected: no videos.
        Invalid: they shall open with a password, and one of them has none.
    """
    if not video_ids:
        raise NothingSelected
    for entry in reach_videos(tx, actor, list(dict.fromkeys(video_ids))):
        edit_video(tx, actor, entry.video.id, VideoFields(privacy=privacy), now=now)
