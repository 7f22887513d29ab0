"""Adding captions to a video, and taking them away."""

import re
from datetime import datetime

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import VideoRef
from vitascope.core.access.model import Actor, Right
from vitascope.core.captions.model import AddedCaption, NewCaption
from vitascope.core.captions.queries import (
    delete_added_caption,
    find_added_caption,
    save_added_caption,
)
from vitascope.core.videos.read import manage_video
from vitascope.db import Tx

# Parts of one digit or two would look like the numbers that tell two tracks of one language
# apart in addresses.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-([a-z]{2,8}|\d{3}))*", re.IGNORECASE)
_LONGEST_LANGUAGE, _LONGEST_LABEL = 20, 100


def add_caption(
    tx: Tx, actor: Actor, ref: VideoRef, caption: NewCaption, *, now: datetime
) -> AddedCaption | None:
    """Give a video a caption, in place of the one it was given in the same language.

    Returns the replaced one, whose blobs the caller removes; None when there was none.

    Raises:
        NotFound, LoginRequired, Forbidden: as :func:`manage_video`.
        Invalid: the language is no language tag, or the label is empty or too long.
    """
    video = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO).video
    check_language(caption.language)
    if not 1 <= len(caption.label.strip()) <= _LONGEST_LABEL:
        raise Invalid("label", f"A caption's label has 1 to {_LONGEST_LABEL} characters")
    replaced = find_added_caption(tx, video.id, caption.language)
    save_added_caption(
        tx,
        AddedCaption(
            video_id=video.id,
            language=caption.language,
            label=caption.label.strip(),
            format=caption.format,
            blob_key=caption.blob_key,
            is_default=caption.is_default,
            is_automatic=caption.is_automatic,
            created_at=now if replaced is None else replaced.created_at,
            updated_at=now,
        ),
    )
    return replaced


def remove_caption(tx: Tx, actor: Actor, ref: VideoRef, language: str) -> AddedCaption:
    """Take away the caption that a video was given in ``language``.

    What the source has in that language is shown again. Returns the removed one, whose blobs
    the caller removes.

    Raises:
        NotFound: no such video, or it was given no such caption.
        LoginRequired, Forbidden: as :func:`manage_video`.
    """
    video = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO).video
    found = find_added_caption(tx, video.id, language)
    if found is None:
        raise NotFound("caption", language)
    delete_added_caption(tx, video.id, language)
    return found


def check_language(language: str) -> None:
    """Raises Invalid unless ``language`` looks like a language tag (``en``, ``pt-BR``)."""
    if len(language) > _LONGEST_LANGUAGE or not _LANGUAGE.fullmatch(language):
        raise Invalid("language", "Name the language by its code, such as en or pt-BR")
