"""What becomes of a translation while it is being made."""

from collections.abc import Mapping
from datetime import datetime

from vitascope.base.errors import Conflict, NotFound
from vitascope.base.ids import TranslationId
from vitascope.core.access.acting import act_for
from vitascope.core.captions.edit import add_caption
from vitascope.core.captions.model import AddedCaption, Caption, CaptionFormat, NewCaption
from vitascope.core.captions.queries import find_added_caption
from vitascope.core.captions.read import list_entry_captions
from vitascope.core.translations.model import OPEN, Translation, TranslationState
from vitascope.core.translations.queries import (
    delete_texts,
    insert_texts,
    lock_translation,
    update_translation,
)
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.telling import tell_translated
from vitascope.db import Tx


def begin_translation(
    tx: Tx, translation_id: TranslationId, *, now: datetime
) -> Translation | None:
    """The translation, when there is work to do on it: a new one, or one whose worker died.

    None when it ended, or its video is gone.
    """
    found = lock_translation(tx, translation_id)
    if found is None or found.state not in OPEN:
        return None
    if found.state is TranslationState.WAITING:
        update_translation(tx, translation_id, now=now, state=TranslationState.RUNNING)
    return found


def translated_caption(tx: Tx, translation: Translation) -> Caption:
    """The caption that is to be translated, as it is now.

    Raises:
        NotFound: it is gone.
    """
    captions = list_entry_captions(tx, get_entry(tx, translation.video_id))
    for caption in captions:
        if caption.name == translation.source:
            return caption
    raise NotFound("caption", translation.source)


def keep_texts(
    tx: Tx,
    translation_id: TranslationId,
    texts: Mapping[str, str],
    *,
    percent: float,
    now: datetime,
) -> bool:
    """Keep translated texts by what they were, and count them for the asker. Says whether more
    of them are wanted: False when the video is gone, or another worker was faster.
    """
    found = lock_translation(tx, translation_id)
    if found is None or found.state not in OPEN:
        return False
    insert_texts(tx, translation_id, texts)
    characters = found.characters + sum(map(len, texts))
    update_translation(tx, translation_id, now=now, percent=percent, characters=characters)
    return True


def complete_translation(
    tx: Tx, translation_id: TranslationId, label: str, blob_key: str, *, now: datetime
) -> AddedCaption | None:
    """Give the video the caption whose WebVTT is at ``blob_key``, and tell who wants to know.
    Twice is once.

    Returns the caption that it replaces, whose blobs the caller removes; None when there was
    none.

    Raises:
        NotFound: the video or the asker is gone.
        Conflict: somebody has given the video a caption in this language since.
        Forbidden, Invalid: as :func:`add_caption`.
    """
    found = lock_translation(tx, translation_id)
    if found is None or found.state not in OPEN:
        return None
    before = find_added_caption(tx, found.video_id, found.target_language)
    _check_is_wanted(found, before)
    replaced = add_caption(
        tx,
        act_for(tx, found.user_id),
        found.video_id,
        NewCaption(
            language=found.target_language,
            label=label,
            format=CaptionFormat.VTT,
            blob_key=blob_key,
            is_default=before is not None and before.is_default,
            is_automatic=True,
        ),
        now=now,
    )
    done = {"state": TranslationState.DONE, "percent": 100.0, "failure": None}
    update_translation(tx, translation_id, now=now, **done)
    delete_texts(tx, translation_id)
    entry = get_entry(tx, found.video_id)
    tell_translated(
        tx, entry, source=found.source_language, target=found.target_language, now=now
    )
    return replaced


def fail_translation(
    tx: Tx, translation_id: TranslationId, reason: str, *, now: datetime
) -> None:
    """It cannot be done; ``reason`` is shown to the asker. What has ended stays as it is."""
    found = lock_translation(tx, translation_id)
    if found is not None and found.state in OPEN:
        failed = {"state": TranslationState.FAILED, "failure": reason}
        update_translation(tx, translation_id, now=now, **failed)


def _check_is_wanted(found: Translation, before: AddedCaption | None) -> None:
    """What was there when it was asked for may be replaced: that was settled then."""
    if before is None or before.is_automatic or before.updated_at <= found.created_at:
        return
    raise Conflict("The video was given a caption in this language meanwhile")
