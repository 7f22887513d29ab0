from datetime import timedelta
from typing import Any

import pytest
from tests.core.translations.asking import Wish, make_wish
from tests.factories import NOON

from vitascope.base.errors import Conflict, NotFound
from vitascope.core.captions.edit import remove_caption
from vitascope.core.captions.model import AddedCaption, CaptionFormat
from vitascope.core.captions.queries import find_added_caption
from vitascope.core.translations.advance import (
    begin_translation,
    complete_translation,
    fail_translation,
    keep_texts,
    translated_caption,
)
from vitascope.core.translations.model import Translation, TranslationState
from vitascope.core.translations.queries import find_translation, read_texts
from vitascope.core.videos.delete import delete_video
from vitascope.core.webhooks.keep import NewEndpoint, add_endpoint
from vitascope.core.webhooks.log import list_own_deliveries
from vitascope.core.webhooks.model import Api, Endpoint, Happening
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)
KEY = "videos/v/captions/new.vtt"


def state_of(tx: Tx, translation: Translation) -> tuple[TranslationState, float, str | None]:
    found = find_translation(tx, translation.id)
    assert found is not None
    return found.state, found.percent, found.failure


def complete(tx: Tx, made: Translation) -> AddedCaption | None:
    return complete_translation(tx, made.id, "French (automatic)", KEY, now=LATER)


def french_of(tx: Tx, wish: Wish) -> AddedCaption | None:
    return find_added_caption(tx, wish.video.id, "fr")


def listen(tx: Tx, wish: Wish) -> Endpoint:
    new = NewEndpoint(
        api=Api.AVCAPTION,
        url="https://hooks.example/here",
        happenings=(Happening.SUBTITLE_TRANSLATED,),
    )
    return add_endpoint(tx, wish.actor, new, now=NOON)[0]


def deliveries(tx: Tx, wish: Wish, endpoint: Endpoint) -> list[tuple[Happening, Any]]:
    found = list_own_deliveries(tx, wish.actor, endpoint.uuid, start=0, count=10)
    return [(each.happening, each.details) for each in found.items]


def test_work_begins_once_and_goes_on_after_a_crash(tx: Tx) -> None:
    made = make_wish(tx).ask(tx)

    first = begin_translation(tx, made.id, now=NOON)
    keep_texts(tx, made.id, {"Hello": "Bonjour"}, percent=40, now=NOON)
    again = begin_translation(tx, made.id, now=NOON)

    assert first is not None
    assert again is not None
    assert state_of(tx, made) == (TranslationState.RUNNING, 40.0, None)
    assert read_texts(tx, made.id) == {"Hello": "Bonjour"}


def test_what_ended_is_neither_begun_nor_added_to(tx: Tx) -> None:
    made = make_wish(tx).ask(tx)
    fail_translation(tx, made.id, "No credit", now=NOON)

    begun = begin_translation(tx, made.id, now=NOON)
    is_wanted = keep_texts(tx, made.id, {"Hello": "Bonjour"}, percent=40, now=NOON)
    replaced = complete(tx, made)

    assert (begun, is_wanted, replaced) == (None, False, None)
    assert state_of(tx, made) == (TranslationState.FAILED, 0.0, "No credit")
    assert read_texts(tx, made.id) == {}


def test_nothing_is_left_to_do_for_a_video_that_is_gone(tx: Tx) -> None:
    wish = make_wish(tx)
    made = wish.ask(tx)
    keep_texts(tx, made.id, {"Hello": "Bonjour"}, percent=40, now=NOON)
    delete_video(tx, wish.actor, wish.video.id)

    begun = begin_translation(tx, made.id, now=NOON)
    is_wanted = keep_texts(tx, made.id, {"Hello": "Bonjour"}, percent=40, now=NOON)
    fail_translation(tx, made.id, "Gone", now=NOON)

    assert (begun, is_wanted, complete(tx, made)) == (None, False, None)
    assert read_texts(tx, made.id) == {}


def test_the_caption_that_is_translated_is_the_one_that_is_there_now(tx: Tx) -> None:
    wish = make_wish(tx)
    made = wish.ask(tx)

    found = translated_caption(tx, made)
    remove_caption(tx, wish.actor, wish.video.id, "en")

    assert (found.name, found.vtt_key) == ("en", "videos/v/captions/en.vtt")
    with pytest.raises(NotFound, match="No such caption: en"):
        translated_caption(tx, made)


def test_the_video_gets_the_caption_and_whoever_listens_is_told_once(tx: Tx) -> None:
    wish = make_wish(tx)
    listening = listen(tx, wish)
    made = wish.ask(tx)
    keep_texts(tx, made.id, {"Hello": "Bonjour"}, percent=99, now=NOON)

    replaced, again = complete(tx, made), complete(tx, made)

    assert (replaced, again) == (None, None)
    assert french_of(tx, wish) == AddedCaption(
        video_id=wish.video.id,
        language="fr",
        label="French (automatic)",
        format=CaptionFormat.VTT,
        blob_key=KEY,
        is_default=False,
        is_automatic=True,
        created_at=LATER,
        updated_at=LATER,
    )
    assert state_of(tx, made) == (TranslationState.DONE, 100.0, None)
    assert read_texts(tx, made.id) == {}
    told = {
        "title": "A film",
        "embed_token": wish.video.embed_token,
        "source_language": "en",
        "target_language": "fr",
    }
    assert deliveries(tx, wish, listening) == [(Happening.SUBTITLE_TRANSLATED, told)]


def test_an_earlier_translation_makes_room_and_stays_the_default(tx: Tx) -> None:
    wish = make_wish(tx)
    wish.add(tx, "fr", is_automatic=True, is_default=True)

    replaced = complete(tx, wish.ask(tx))

    assert replaced is not None
    assert replaced.blob_key == "videos/v/captions/fr.vtt"
    kept = french_of(tx, wish)
    assert kept is not None
    assert (kept.blob_key, kept.is_default) == (KEY, True)


def test_what_people_write_meanwhile_is_not_replaced(tx: Tx) -> None:
    wish = make_wish(tx)
    made = wish.ask(tx)
    wish.add(tx, "fr", now=LATER)

    with pytest.raises(Conflict, match="meanwhile"):
        complete(tx, made)

    kept = french_of(tx, wish)
    assert kept is not None
    assert kept.blob_key == "videos/v/captions/fr.vtt"


def test_what_was_to_be_replaced_is(tx: Tx) -> None:
    wish = make_wish(tx)
    wish.add(tx, "fr")

    replaced = complete(tx, wish.ask(tx, replaces=True, now=NOON + timedelta(minutes=1)))

    assert replaced is not None
    assert replaced.blob_key == "videos/v/captions/fr.vtt"
