"""The chapters of a video: those its owner gave it, else those found in its source."""

from collections.abc import Sequence

from vitascope.base.errors import Invalid
from vitascope.base.ids import VideoId, VideoRef
from vitascope.core.access.model import Actor, Right
from vitascope.core.assets.model import Asset
from vitascope.core.videos.model import State
from vitascope.core.videos.queries.chapters import (
    list_given_chapters,
    replace_given_chapters,
)
from vitascope.core.videos.read import manage_video
from vitascope.db import Tx

_LONGEST_TITLE, _MOST = 100, 1000
# A hundred hours: more would be a mistake, and clients count in seconds of 32 bits.
_LATEST_MS = 100 * 3600 * 1000
_LIVE = {State.LIVE, State.ENDED}


def set_chapters(
    tx: Tx, actor: Actor, ref: VideoRef, chapters: Sequence[tuple[int, str]]
) -> None:
    """Give a video chapters, pairs of start (ms) and title, in place of those it was given.

    With none the chapters of its source are shown again. Their order plays no part.

    Raises:
        NotFound, LoginRequired, Forbidden: as :func:`manage_video`.
        Invalid: two begin at once, a title is empty or too long, there are too many, or the
            video is live.
    """
    video = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO).video
    if video.state in _LIVE:
        raise Invalid("chapters", "A live stream has no chapters")
    _check(chapters)
    replace_given_chapters(tx, video.id, [(start, title.strip()) for start, title in chapters])


def list_chapters(
    tx: Tx, video_id: VideoId, asset: Asset | None
) -> tuple[tuple[int, str], ...]:
    """Starts (ms) and titles in order of time; ``asset`` is the video's, if it has one."""
    given = list_given_chapters(tx, video_id)
    if given or asset is None:
        return tuple(given)
    return asset.chapters


def _check(chapters: Sequence[tuple[int, str]]) -> None:
    if len(chapters) > _MOST:
        raise Invalid("chapters", f"A video has at most {_MOST} chapters")
    if len({start_ms for start_ms, _ in chapters}) < len(chapters):
        raise Invalid("chapters", "Every chapter begins at a time of its own")
    for start_ms, title in chapters:
        if not 0 <= start_ms <= _LATEST_MS:
            raise Invalid("chapters", "A chapter begins within the first 100 hours")
        if not 1 <= len(title.strip()) <= _LONGEST_TITLE:
            raise Invalid("chapters", f"A chapter's title has 1 to {_LONGEST_TITLE} characters")
