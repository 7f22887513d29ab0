"""Adding captions to a video, and taking them away."""

from datetime import datetime

from vitascope.base.errors import Conflict, Invalid, NotFound
from vitascope.base.ids import VideoRef
from vitascope.base.languages import canonical_tag, is_language_tag
from vitascope.core.access.model import Actor, Right
from vitascope.core.assets.queries import list_extracted_captions
from vitascope.core.captions.model import AddedCaption, NewCaption
from vitascope.core.captions.queries import (
    delete_added_caption,
    find_added_caption,
    mark_default,
    save_added_caption,
)
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.read import manage_video
from vitascope.db import Tx

_LONGEST_LABEL = 100


def add_caption(
    tx: Tx, actor: Actor, ref: VideoRef, caption: NewCaption, *, now: datetime
) -> AddedCaption | None:
    """Give a video a caption, in place of the one it was given in the same language, however
    that was written. One that is the default takes that from the one that was.

    Returns the replaced one, whose blobs the caller removes; None when there was none.

    Raises:
        NotFound, LoginRequired, Forbidden: as :func:`manage_video`.
        Invalid: the language is no language tag, or the label is empty or too long.
    """
    video = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO).video
    language = check_language(caption.language)
    if not 1 <= len(caption.label.strip()) <= _LONGEST_LABEL:
        raise Invalid("label", f"A caption's label has 1 to {_LONGEST_LABEL} characters")
    replaced = find_added_caption(tx, video.id, language)
    save_added_caption(
        tx,
        AddedCaption(
            video_id=video.id,
            language=language,
            label=caption.label.strip(),
            format=caption.format,
            blob_key=caption.blob_key,
            is_default=caption.is_default,
            is_automatic=caption.is_automatic,
            created_at=now if replaced is None else replaced.created_at,
            updated_at=now,
        ),
    )
    if caption.is_default:
        mark_default(tx, video.id, language)
    return replaced


def choose_default_caption(tx: Tx, actor: Actor, ref: VideoRef, language: str | None) -> None:
    """Let players show the caption that the video was given in ``language`` by themselves,
    none when it is None.

    Raises:
        NotFound: no such video, or it was given no such caption.
        LoginRequired, Forbidden: as :func:`manage_video`.
    """
    video = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO).video
    if language is not None and find_added_caption(tx, video.id, language) is None:
        raise NotFound("caption", language)
    mark_default(tx, video.id, language)


def remove_caption(tx: Tx, actor: Actor, ref: VideoRef, language: str) -> AddedCaption:
    """Take away the caption that a video was given in ``language``.

    What the source has in that language is shown again. Returns the removed one, whose blobs
    the caller removes.

    Raises:
        NotFound: no such video, or it was given no such caption.
        Conflict: it is a track of the video's own file.
        LoginRequired, Forbidden: as :func:`manage_video`.
    """
    entry = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO)
    found = find_added_caption(tx, entry.video.id, language)
    if found is None:
        _check_is_no_track(tx, entry, language)
        raise NotFound("caption", language)
    delete_added_caption(tx, entry.video.id, language)
    return found


def check_language(language: str) -> str:
    """A language tag (``en``, ``pt-BR``) in its usual capitals, as captions have it.

    Raises:
        Invalid: it is no language tag.
    """
    if not is_language_tag(language):
        raise Invalid("language", "Name the language by its code, such as en or pt-BR")
    return canonical_tag(language)


def _check_is_no_track(tx: Tx, entry: VideoEntry, name: str) -> None:
    tracks = [] if entry.media is None else list_extracted_captions(tx, entry.media.id)
    if any(track.name == name for track in tracks):
        raise Conflict(
            "This caption is part of the video's file and stays as long as the file does. Add "
            "one in the same language, and viewers get yours instead."
        )
