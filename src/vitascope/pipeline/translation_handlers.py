"""Which steps translate, for the wiring."""

from collections.abc import Mapping, Sequence
from functools import partial

from vitascope.core.translations.events import CaptionTranslationAsked
from vitascope.jobs import Event, Handler
from vitascope.pipeline.translate import give_up_translation, translate_caption
from vitascope.pipeline.workshop import Workshop

TRANSLATE = "translate"
"""The queue of what waits for a translator."""

# 20 seconds, then 80, five minutes, 21 and an hour: limits of a minute and of an hour pass.
_ATTEMPTS, _RETRY_AFTER_S = 6, 20.0


def translation_handlers(shop: Workshop) -> Mapping[type[Event], Sequence[Handler]]:
    return {
        CaptionTranslationAsked: [
            Handler(
                name="translate_caption",
                run=partial(translate_caption, shop),
                queue=TRANSLATE,
                key=lambda event: str(event.translation_id),
                attempts=_ATTEMPTS,
                retry_after_s=_RETRY_AFTER_S,
                on_failed=partial(give_up_translation, shop),
            )
        ]
    }
