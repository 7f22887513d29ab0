"""Whose videos an actor may put in order."""

from collections.abc import Sequence

from vitascope.base.errors import NotFound
from vitascope.base.ids import VideoId, possible_ids
from vitascope.core.access.model import Actor
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import list_entries
from vitascope.db import Tx, batches


def reach_videos(tx: Tx, actor: Actor, video_ids: Sequence[VideoId]) -> list[VideoEntry]:
    """The videos of those numbers, in that order, for changing them.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        NotFound: there is no such video.
        ForeignItem: it is another's, and the actor does not administrate.
    """
    actor.known_user()
    actor.check_writes()
    known: dict[VideoId, VideoEntry] = {}
    for some in batches(possible_ids(video_ids)):
        known |= list_entries(tx, some)
    for video_id in video_ids:
        if video_id not in known:
            raise NotFound("video", video_id)
        if not actor.arranges(known[video_id].owner_id):
            raise ForeignItem("video", video_id)
    return [known[video_id] for video_id in video_ids]
