"""Step: translate a caption."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from vitascope.base.ids import TranslationId
from vitascope.core.translations.advance import (
    begin_translation,
    complete_translation,
    fail_translation,
    keep_texts,
    translated_caption,
)
from vitascope.core.translations.events import CaptionTranslationAsked
from vitascope.core.translations.model import Translation
from vitascope.core.translations.queries import read_texts
from vitascope.core.videos.model import video_folder
from vitascope.core.videos.queries.entries import get_entry
from vitascope.fetch.translation.model import Pair
from vitascope.fetch.translation.opening import Named, open_translator
from vitascope.http.captioning import language_label
from vitascope.http.threads import on_thread
from vitascope.jobs import StepFailed
from vitascope.media.cue_marks import mask, unmask
from vitascope.media.cues import Piece, join_cues, split_cues
from vitascope.pipeline.translation_batches import text_batches
from vitascope.pipeline.translation_errors import (
    CannotTranslate,
    NobodyWaits,
    translation_words,
)
from vitascope.pipeline.workshop import Workshop
from vitascope.storage import BlobMissing

log = logging.getLogger(__name__)

_OURS = "The server could not translate this caption. Its log says why; ask for it again."


@dataclass(frozen=True, slots=True)
class _Job:
    """``known`` are texts that an earlier try has had translated."""

    translation: Translation
    pieces: Sequence[Piece]
    known: Mapping[str, str]


async def translate_caption(shop: Workshop, event: CaptionTranslationAsked) -> None:
    """Have the words of a caption translated, batch by batch, and give the video the new one.

    Every batch is kept as soon as it is here: a worker killed between two of them goes on with
    the next, and nothing is paid for twice.

    Raises:
        CannotTranslate: it cannot be done, or not now.
    """
    with translation_words():
        job = await on_thread(_begin, shop, TranslationId(event.translation_id))
        if job is None:
            return
        try:
            known = await _translate(shop, job)
            await on_thread(_finish, shop, job, known)
        except NobodyWaits:
            return
    log.info("caption translated", extra={"translation": event.translation_id})


async def give_up_translation(
    shop: Workshop, event: CaptionTranslationAsked, error: Exception
) -> None:
    """Tell whoever asked why there is no translation."""
    is_safe = isinstance(error, StepFailed) and error.safe
    reason = error.message if is_safe and isinstance(error, StepFailed) else _OURS
    log.warning(
        "translation failed", extra={"translation": event.translation_id, "reason": str(error)}
    )
    await asyncio.to_thread(_fail, shop, TranslationId(event.translation_id), reason)


def _begin(shop: Workshop, translation_id: TranslationId) -> _Job | None:
    with shop.db.begin() as tx:
        found = begin_translation(tx, translation_id, now=shop.now())
        if found is None:
            return None
        caption = translated_caption(tx, found)
        known = read_texts(tx, translation_id)
    try:
        vtt = b"".join(shop.store.read(caption.vtt_key)).decode("utf-8", "replace")
    except BlobMissing as error:
        # It was replaced since we looked, and the next try finds the new one.
        raise CannotTranslate("The caption was replaced meanwhile", permanent=False) from error
    return _Job(translation=found, pieces=split_cues(vtt), known=known)


async def _translate(shop: Workshop, job: _Job) -> dict[str, str]:
    """What is said, by what was said."""
    known = dict(job.known)
    masked = [mask(piece.text) for piece in job.pieces if piece.is_words]
    wanted = list(dict.fromkeys(each.plain for each in masked if each.says_something))
    missing = [text for text in wanted if text not in known]
    if not missing:
        return known
    pair = Pair(job.translation.source_language, job.translation.target_language)
    async with open_translator(_named(shop, job.translation), pair) as translator:
        for batch in text_batches(
            missing,
            most_texts=translator.most_texts,
            most_characters=translator.most_characters,
        ):
            bought = dict(zip(batch, await translator.translate(batch), strict=True))
            known |= bought
            # The rest is putting it together.
            done = sum(text in known for text in wanted)
            percent = 99 * done / len(wanted)
            await on_thread(_keep, shop, job.translation.id, bought, percent)
    return known


def _named(shop: Workshop, translation: Translation) -> Named:
    settings = shop.settings.current()
    if settings.translation_provider != translation.provider:
        raise CannotTranslate(
            f"This server no longer has captions translated by {translation.provider}",
            permanent=True,
        )
    return Named(
        provider=translation.provider,
        url=settings.translation_url,
        key=settings.translation_key,
        model=settings.translation_model,
    )


def _keep(
    shop: Workshop, translation_id: TranslationId, texts: Mapping[str, str], percent: float
) -> None:
    with shop.db.begin() as tx:
        if not keep_texts(tx, translation_id, texts, percent=percent, now=shop.now()):
            raise NobodyWaits


def _finish(shop: Workshop, job: _Job, known: Mapping[str, str]) -> None:
    def say(words: str) -> str:
        masked = mask(words)
        return unmask(masked, known.get(masked.plain, masked.plain))

    translation = job.translation
    with shop.db.read() as tx:
        video = get_entry(tx, translation.video_id).video
    # One name for all tries: what one of them leaves behind is the next one's.
    key = f"{video_folder(video.uuid)}/captions/{translation.uuid.hex}.vtt"
    shop.store.put(key, BytesIO(join_cues(job.pieces, say).encode()))
    label = f"{language_label(translation.target_language)} (automatic)"
    with shop.db.begin() as tx:
        replaced = complete_translation(tx, translation.id, label, key, now=shop.now())
    for each in () if replaced is None else replaced.blob_keys:
        shop.store.delete(each)


def _fail(shop: Workshop, translation_id: TranslationId, reason: str) -> None:
    with shop.db.begin() as tx:
        fail_translation(tx, translation_id, reason, now=shop.now())
