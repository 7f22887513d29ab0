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
from vitascope.core.translations.limits import check_characters
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
from vitascope.pipeline.translation_buying import bearable, buy_texts
from vitascope.pipeline.translation_errors import (
    CannotTranslate,
    NobodyWaits,
    translation_words,
)
from vitascope.pipeline.translation_parts import text_parts
from vitascope.pipeline.workshop import Workshop
from vitascope.storage import BlobMissing

log = logging.getLogger(__name__)

# Ten hours of somebody who never stops speaking.
MOST_CHARACTERS = 500_000
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
    wanted = _wanted(job.pieces)
    missing = [text for text in wanted if text not in job.known]
    if not missing:
        return dict(job.known)
    await on_thread(_check_size, shop, job.translation, wanted, missing)
    pair = Pair(job.translation.source_language, job.translation.target_language)
    is_known = len(wanted) - len(missing)

    async def keep(bought: Mapping[str, str], done: int) -> None:
        # The rest is putting it together.
        percent = 99 * (is_known + done) / len(wanted)
        await on_thread(_keep, shop, job.translation.id, bought, percent)

    async with open_translator(_named(shop, job.translation), pair) as translator:
        most_refused = bearable(len(wanted))
        bought = await buy_texts(translator, missing, keep, most_refused=most_refused)
        return {**job.known, **bought}


def _wanted(pieces: Sequence[Piece]) -> list[str]:
    """What is to be translated of a caption, each text once."""
    masked = [mask(piece.text) for piece in pieces if piece.is_words]
    said = [part for each in masked if each.says_something for part in text_parts(each.plain)]
    return list(dict.fromkeys(text for text in said if not text.isspace()))


def _check_size(
    shop: Workshop, translation: Translation, wanted: Sequence[str], missing: Sequence[str]
) -> None:
    """
    Raises:
        CannotTranslate: the caption is too long.
        TooManyTranslations: its asker has had as much translated today as anybody may.
    """
    if sum(map(len, wanted)) > MOST_CHARACTERS:
        raise CannotTranslate(
            f"Captions of more than {MOST_CHARACTERS:,} characters are not translated",
            permanent=True,
        )
    most, needed = shop.settings.current().translation_daily_characters, sum(map(len, missing))
    with shop.db.read() as tx:
        check_characters(tx, translation.user_id, needed, most=most, now=shop.now())


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
        parts = text_parts(masked.plain)
        return unmask(masked, "".join(known.get(part, part) for part in parts))

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
