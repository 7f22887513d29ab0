"""Asking for a translation, and looking at what came of it."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from vitascope.base.errors import Conflict, Invalid, NotFound, Unavailable
from vitascope.base.ids import VideoId, VideoRef
from vitascope.base.languages import canonical_tag, is_language_tag
from vitascope.core.access.features import check_feature
from vitascope.core.access.model import Actor, Right
from vitascope.core.accounts.model import Feature
from vitascope.core.captions.model import Caption
from vitascope.core.captions.read import list_entry_captions
from vitascope.core.settings.model import Settings, TranslationProvider
from vitascope.core.translations.events import CaptionTranslationAsked
from vitascope.core.translations.limits import check_characters, check_open
from vitascope.core.translations.model import Translation, TranslationState
from vitascope.core.translations.queries import (
    find_failed_translation,
    find_open_translation,
    get_translation_of,
    insert_translation,
    list_translations_of,
    move_texts,
)
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.read import manage_video, may_manage
from vitascope.db import Tx
from vitascope.jobs import emit


class TranslationUnavailable(Unavailable):
    """Nobody translates here."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody translates captions on this server. Whoever runs it sets "
            "translation_provider, in its settings or under Administration, Captions."
        )


def translation_provider(settings: Settings, wanted: str | None = None) -> TranslationProvider:
    """Who translates here.

    Raises:
        TranslationUnavailable: nobody.
        Invalid: somebody else than ``wanted``, whom the asker named.
    """
    provider = settings.translation_provider
    if provider is TranslationProvider.NONE:
        raise TranslationUnavailable
    if wanted not in {None, "", provider}:
        raise Invalid("provider", f"On this server captions are translated by {provider}")
    return provider


def ask_translation(
    tx: Tx,
    actor: Actor,
    ref: VideoRef,
    source_name: str,
    target_language: str,
    *,
    provider: TranslationProvider,
    replaces: bool = False,
    most_characters: int = 0,
    now: datetime,
) -> Translation:
    """Have the caption called ``source_name`` translated. While that is being done, asking
    again answers the same. What a try that failed has translated already is used. At most
    ``most_characters`` are translated for the actor in 24 hours, 0 for no limit.

    Raises:
        NotFound: no such video, or it has no such caption.
        LoginRequired, Forbidden: as :func:`manage_video`.
        FeatureWithheld: an administrator keeps translations from the actor.
        Invalid: the language is no language tag, or the one that it is in.
        Conflict: somebody has made a caption in this language, and it is not to be replaced.
        TooManyTranslations: the actor has as many made as anybody may.
    """
    entry = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO)
    check_feature(tx, actor, Feature.AI)
    source = _source(tx, entry, source_name, target_language, replaces=replaces)
    video_id, target = entry.video.id, canonical_tag(target_language)
    is_open = find_open_translation(tx, video_id, source.name, target)
    if is_open is not None:
        return is_open
    user_id = actor.known_user()
    check_open(tx, user_id)
    check_characters(tx, user_id, 1, most=most_characters, now=now)
    values = {
        "uuid": uuid.uuid4(),
        "video_id": video_id,
        "user_id": user_id,
        "source": source.name,
        "source_language": source.language,
        "target_language": target,
        "provider": provider,
        "state": TranslationState.WAITING,
        "percent": 0.0,
        "failure": None,
        "characters": 0,
        "created_at": now,
        "updated_at": now,
    }
    try:
        return _make(tx, values)
    except Conflict:
        # Whoever was faster has asked for it: that is the one to wait for.
        is_open = find_open_translation(tx, video_id, source.name, target)
        if is_open is None:
            raise
        return is_open


def own_translation(
    tx: Tx, actor: Actor, ref: VideoRef, translation_uuid: uuid.UUID
) -> Translation:
    """
    Raises:
        NotFound: no such video, or not one that the actor manages; or it has no such
            translation.
    """
    return get_translation_of(tx, _managed(tx, actor, ref), translation_uuid)


def list_own_translations(tx: Tx, actor: Actor, ref: VideoRef) -> Sequence[Translation]:
    """All that were asked for a video, newest first.

    Raises:
        NotFound: no such video, or not one that the actor manages.
    """
    return list_translations_of(tx, _managed(tx, actor, ref))


def _make(tx: Tx, values: Mapping[str, Any]) -> Translation:
    """Raises Conflict when somebody has just asked for the same."""
    made = insert_translation(tx, values)
    failed = find_failed_translation(
        tx, made.video_id, made.source, made.target_language, made.provider
    )
    if failed is not None:
        move_texts(tx, failed.id, made.id)
    emit(tx, CaptionTranslationAsked(translation_id=made.id))
    return made


def _managed(tx: Tx, actor: Actor, ref: VideoRef) -> VideoId:
    """As :func:`manage_video`, for those who look and change nothing."""
    entry = get_entry(tx, ref)
    if not may_manage(actor, entry, Right.UPDATE_ANY_VIDEO):
        raise NotFound("video", ref)
    return entry.video.id


def _source(
    tx: Tx, entry: VideoEntry, name: str, target_language: str, *, replaces: bool
) -> Caption:
    captions = list_entry_captions(tx, entry)
    wanted, target = name.lower(), target_language.lower()
    source = next((caption for caption in captions if caption.name.lower() == wanted), None)
    if source is None:
        raise NotFound("caption", name)
    if not is_language_tag(target_language):
        raise Invalid("target_language", "Name the language by its code, such as en or pt-BR")
    if target == source.language.lower():
        raise Invalid("target_language", "The caption is in this language already")
    is_made = any(c.language.lower() == target and not c.is_automatic for c in captions)
    if is_made and not replaces:
        raise Conflict("The video has a caption in this language, and no machine made it")
    return source
