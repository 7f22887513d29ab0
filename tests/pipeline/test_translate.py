import json
from collections.abc import Callable

import pytest
from tests.pipeline.translating import (
    SOURCE_KEY,
    TRANSLATED,
    event_of,
    long_caption,
    made_of,
    naming,
    now_of,
    wish,
)
from tests.settings import changed
from tests.translators import Reply, Request, libre, lines_of, model, said, serving

from vitascope.core.access.acting import act_for
from vitascope.core.captions.edit import remove_caption
from vitascope.core.settings.model import TranslationProvider
from vitascope.core.translations.ask import ask_translation
from vitascope.core.translations.model import TranslationState
from vitascope.core.videos.delete import delete_video
from vitascope.jobs import StepFailed
from vitascope.pipeline import translate
from vitascope.pipeline.translate import give_up_translation, translate_caption
from vitascope.pipeline.translation_errors import CannotTranslate
from vitascope.pipeline.translation_parts import LONGEST
from vitascope.pipeline.workshop import Workshop

LIBRE, OPENAI = TranslationProvider.LIBRETRANSLATE, TranslationProvider.OPENAI


@pytest.mark.parametrize(("provider", "reply"), [(LIBRE, libre), (OPENAI, model)])
async def test_only_words_are_translated_and_the_video_gets_the_caption(
    shop: Workshop, provider: TranslationProvider, reply: Callable[[Request], Reply]
) -> None:
    with serving(reply) as server:
        shop = naming(shop, provider, server.url)
        asked = wish(shop)

        await translate_caption(shop, event_of(asked))

    now = now_of(shop, asked)
    assert made_of(shop, asked) == ("French (automatic)", TRANSLATED)
    assert (now.state, now.percent, now.failure) == (TranslationState.DONE, 100.0, None)
    assert server.texts == [["Hello {1}there{2}\nyou", "Bye & good night"]]


async def test_what_is_said_twice_is_bought_once(shop: Workshop) -> None:
    cue = "00:00.000 --> 00:01.000\nYes\n\n"

    with serving(model) as server:
        shop = naming(shop, OPENAI, server.url)
        asked = wish(shop, f"WEBVTT\n\n{cue}{cue}")
        await translate_caption(shop, event_of(asked))

    assert server.texts == [["Yes"]]
    assert made_of(shop, asked) == (
        "French (automatic)",
        f"WEBVTT\n\n{cue}{cue}".replace("Yes", "YES"),
    )


async def test_a_caption_without_words_needs_nobody(shop: Workshop) -> None:
    music = "WEBVTT\n\n00:00.000 --> 00:01.000\n♪\n"

    with serving(model) as server:
        shop = naming(shop, OPENAI, server.url)
        asked = wish(shop, music, target="pt-BR")
        await translate_caption(shop, event_of(asked))

    assert server.asked == []
    assert made_of(shop, asked) == ("Portuguese (BR) (automatic)", music)


async def test_a_second_try_buys_only_what_the_first_has_not(shop: Workshop) -> None:
    def stopping(request: Request) -> Reply:
        return (503, {"error": "Busy"}) if len(server.asked) == 3 else model(request)

    vtt = long_caption(100)
    with serving(stopping) as server:
        shop = naming(shop, OPENAI, server.url)
        asked = wish(shop, vtt)

        with pytest.raises(CannotTranslate, match="Busy") as failed:
            await translate_caption(shop, event_of(asked))
        between = now_of(shop, asked)
        await translate_caption(shop, event_of(asked))
        await translate_caption(shop, event_of(asked))

    assert not failed.value.permanent
    assert (between.state, between.percent) == (TranslationState.RUNNING, 79.2)
    assert [len(texts) for texts in server.texts] == [40, 40, 20, 20]
    assert made_of(shop, asked) == (
        "French (automatic)",
        vtt.replace("Line number", "LINE NUMBER"),
    )


async def test_a_failure_is_told_and_a_new_wish_uses_what_was_paid_for(shop: Workshop) -> None:
    def broke(request: Request) -> Reply:
        if len(server.asked) == 2:
            return 402, {"error": {"message": "Your credit a-key is used up"}}
        return model(request)

    with serving(broke) as server:
        shop = naming(shop, OPENAI, server.url)
        asked = wish(shop, long_caption(50))
        with pytest.raises(CannotTranslate) as failed:
            await translate_caption(shop, event_of(asked))
        await give_up_translation(shop, event_of(asked), StepFailed.of(failed.value))
        with shop.db.begin() as tx:
            actor = act_for(tx, asked.user_id)
            again = ask_translation(
                tx, actor, asked.video_id, "en", "fr", provider=OPENAI, now=shop.now()
            )
        await translate_caption(shop, event_of(again))

    now = now_of(shop, asked)
    assert failed.value.permanent
    assert (now.state, now.failure) == (
        TranslationState.FAILED,
        "The translator refused (status 402): Your credit … is used up",
    )
    assert [len(texts) for texts in server.texts] == [40, 10, 10]
    assert now_of(shop, again).state is TranslationState.DONE


async def test_our_own_mistakes_are_told_in_our_words(shop: Workshop) -> None:
    asked = wish(naming(shop, OPENAI, "http://127.0.0.1:9"))

    await give_up_translation(shop, event_of(asked), StepFailed.of(ValueError("a-key")))

    now = now_of(shop, asked)
    assert (now.state, now.failure) == (
        TranslationState.FAILED,
        "The server could not translate this caption. Its log says why; ask for it again.",
    )


async def test_a_video_that_is_deleted_meanwhile_is_translated_no_further(
    shop: Workshop,
) -> None:
    def deleting(request: Request) -> Reply:
        if len(server.asked) == 1:
            with shop.db.begin() as tx:
                delete_video(tx, act_for(tx, asked.user_id), asked.video_id)
        return model(request)

    with serving(deleting) as server:
        shop = naming(shop, OPENAI, server.url)
        asked = wish(shop, long_caption(100))
        await translate_caption(shop, event_of(asked))

    assert [len(texts) for texts in server.texts] == [40]
    assert list(shop.store.list("videos/")) == [SOURCE_KEY]


async def test_a_caption_that_is_gone_cannot_be_translated(shop: Workshop) -> None:
    shop = naming(shop, OPENAI, "http://127.0.0.1:9")
    asked = wish(shop)
    with shop.db.begin() as tx:
        remove_caption(tx, act_for(tx, asked.user_id), asked.video_id, "en")

    with pytest.raises(CannotTranslate, match="No such caption: en") as failed:
        await translate_caption(shop, event_of(asked))

    assert failed.value.permanent


async def test_a_caption_whose_file_is_being_replaced_is_looked_at_again(
    shop: Workshop,
) -> None:
    shop = naming(shop, OPENAI, "http://127.0.0.1:9")
    asked = wish(shop)
    shop.store.delete(SOURCE_KEY)

    with pytest.raises(CannotTranslate, match="meanwhile") as failed:
        await translate_caption(shop, event_of(asked))

    assert not failed.value.permanent


async def test_a_translator_that_is_no_longer_set_is_not_asked(shop: Workshop) -> None:
    asked = wish(naming(shop, LIBRE, "http://127.0.0.1:9"))

    with pytest.raises(CannotTranslate, match="no longer") as failed:
        await translate_caption(shop, event_of(asked))

    assert failed.value.permanent


async def test_an_earlier_translation_leaves_with_its_file(shop: Workshop) -> None:
    with serving(model) as server:
        shop = naming(shop, OPENAI, server.url)
        first = wish(shop)
        await translate_caption(shop, event_of(first))
        with shop.db.begin() as tx:
            actor = act_for(tx, first.user_id)
            second = ask_translation(
                tx, actor, first.video_id, "en", "fr", provider=OPENAI, now=shop.now()
            )
        await translate_caption(shop, event_of(second))

    assert made_of(shop, second) == ("French (automatic)", TRANSLATED)
    assert len(list(shop.store.list("videos/"))) == 2


def odd(request: Request) -> Reply:
    """Leaves out what has a 7 in it."""
    lines = lines_of(request)
    return said(json.dumps({number: t.upper() for number, t in lines.items() if "7" not in t}))


async def test_one_line_that_no_model_translates_stays_as_it_is(shop: Workshop) -> None:
    vtt = long_caption(10)

    with serving(odd) as server:
        shop = naming(shop, OPENAI, server.url)
        asked = wish(shop, vtt)
        await translate_caption(shop, event_of(asked))

    said_large = vtt.replace("Line number", "LINE NUMBER")
    assert made_of(shop, asked) == (
        "French (automatic)",
        said_large.replace("LINE NUMBER 7", "Line number 7"),
    )
    now = now_of(shop, asked)
    assert (now.state, now.characters) == (TranslationState.DONE, 9 * len("Line number 0"))
    bought = [text for texts in server.texts[1:] if len(texts) in {1, 2, 5} for text in texts]
    assert bought.count("Line number 0") == 1


async def test_a_long_cue_is_translated_in_parts(shop: Workshop) -> None:
    sentence = "Somebody never stops. "
    vtt = f"WEBVTT\n\n00:00.000 --> 00:01.000\n{(sentence * 500).strip()}\n"

    with serving(model) as server:
        shop = naming(shop, OPENAI, server.url)
        asked = wish(shop, vtt)
        await translate_caption(shop, event_of(asked))

    assert max(len(text) for texts in server.texts for text in texts) <= LONGEST
    assert made_of(shop, asked) == (
        "French (automatic)",
        vtt.replace("Somebody never stops", "SOMEBODY NEVER STOPS"),
    )


async def test_a_caption_without_end_is_not_translated(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translate, "MOST_CHARACTERS", 10)
    shop = naming(shop, OPENAI, "http://127.0.0.1:9")
    asked = wish(shop)

    with pytest.raises(CannotTranslate, match="more than 10 characters") as failed:
        await translate_caption(shop, event_of(asked))

    assert failed.value.permanent


async def test_nobody_has_more_translated_in_a_day_than_the_settings_say(
    shop: Workshop,
) -> None:
    with serving(model) as server:
        shop = changed(naming(shop, OPENAI, server.url), translation_daily_characters=40)
        asked = wish(shop)
        await translate_caption(shop, event_of(asked))
        with shop.db.begin() as tx:
            actor = act_for(tx, asked.user_id)
            other = ask_translation(
                tx, actor, asked.video_id, "en", "de", provider=OPENAI, now=shop.now()
            )
        with pytest.raises(CannotTranslate, match="37 of 40 characters") as failed:
            await translate_caption(shop, event_of(other))

    assert failed.value.permanent
    assert len(server.asked) == 1
