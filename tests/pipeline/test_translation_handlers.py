from vitascope.core.translations.events import CaptionTranslationAsked
from vitascope.pipeline.translation_handlers import TRANSLATE, translation_handlers
from vitascope.pipeline.workshop import Workshop


def test_a_translation_waits_in_a_queue_of_its_own_and_is_tried_for_hours(
    shop: Workshop,
) -> None:
    ((event, (handler,)),) = translation_handlers(shop).items()

    assert event is CaptionTranslationAsked
    assert (handler.queue, handler.attempts, handler.retry_after_s) == (TRANSLATE, 6, 20.0)
    assert handler.key(CaptionTranslationAsked(translation_id=7)) == "7"
