"""Who may have the files of a video: whoever came by its page, as long as it is for them."""

import uuid

from vitascope.base.errors import Forbidden, NotFound
from vitascope.core.access.media_tokens import (
    MediaPass,
    MediaTokenMismatch,
    MediaTokenRefused,
)
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.media_cookie import shown_passes
from vitascope.http.delivery import Viewer
from vitascope.http.runtime import Runtime


def admit_player(runtime: Runtime, request: AnyRequest, link: str) -> VideoEntry:
    """The video of that uuid, for a player that shows a media token. Blocking.

    Raises:
        MediaTokenRefused: it shows none, or one that opens nothing (any more).
        MediaTokenMismatch: it is for another video.
        NotFound: the video is gone.
    """
    video = _parse(link)
    is_shown, passes = shown_passes(runtime, request, video)
    if not is_shown:
        raise MediaTokenRefused("Missing media token")
    if not passes:
        raise MediaTokenRefused("Invalid media token")
    held = [each for each in passes if each.video == video]
    if not held:
        raise MediaTokenMismatch("Media token does not match requested video")
    try:
        return runtime.delivery.admit(video, _viewer(runtime, request, held))
    except NotFound:
        raise NotFound("link", link) from None
    except Forbidden:
        # It was for everybody when the token was given, and is not any more.
        raise MediaTokenRefused("Invalid media token") from None


def admit_anybody(runtime: Runtime, request: AnyRequest, link: str) -> VideoEntry:
    """The video of that uuid, for somebody who may see its page; a media token that they show
    tells whether they know its password. Blocking.

    Raises:
        NotFound, Forbidden: as :func:`vitascope.core.videos.read.view_video`.
    """
    video = _parse(link)
    _, passes = shown_passes(runtime, request, video)
    held = [each for each in passes if each.video == video]
    return runtime.delivery.admit_to_page(video, _viewer(runtime, request, held))


def _viewer(runtime: Runtime, request: AnyRequest, held: list[MediaPass]) -> Viewer:
    return Viewer(
        actor=runtime.callers.find_visitor(request.scope),
        knows_password=any(each.knows_password for each in held),
    )


def _parse(link: str) -> uuid.UUID:
    """The uuid of nobody's video when it is none: the two look the same from outside."""
    try:
        return uuid.UUID(link)
    except ValueError:
        return uuid.UUID(int=0)
