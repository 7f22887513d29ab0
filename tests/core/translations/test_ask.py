import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import timedelta
from functools import partial
from time import sleep

import pytest
from msgspec import structs
from tests.core.translations.asking import Wish, make_wish
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Conflict, Forbidden, Invalid, NotFound
from vitascope.core.access.features import FeatureWithheld
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.accounts.model import Feature
from vitascope.core.accounts.queries import update_user
from vitascope.core.assets.model import ExtractedCaption
from vitascope.core.assets.queries import replace_captions
from vitascope.core.settings.model import Settings, TranslationProvider
from vitascope.core.translations.advance import fail_translation, keep_texts
from vitascope.core.translations.ask import (
    TranslationUnavailable,
    ask_translation,
    list_own_translations,
    own_translation,
    translation_provider,
)
from vitascope.core.translations.model import Translation, TranslationState
from vitascope.core.translations.queries import insert_translation, read_texts
from vitascope.db import Database, Tx
from vitascope.jobs import pending

LATER = NOON + timedelta(hours=1)


def asked(tx: Tx) -> list[int]:
    found = [each for each in pending(tx) if each[0] == "CaptionTranslationAsked"]
    return [payload["translation_id"] for _, payload in found]


def test_a_translation_waits_for_whoever_makes_it(tx: Tx) -> None:
    wish = make_wish(tx)

    made = wish.ask(tx)

    assert made == Translation(
        id=made.id,
        uuid=made.uuid,
        video_id=wish.video.id,
        user_id=wish.user.id,
        source="en",
        source_language="en",
        target_language="fr",
        provider="openai",
        state=TranslationState.WAITING,
        percent=0.0,
        failure=None,
        characters=0,
        created_at=NOON,
        updated_at=NOON,
    )
    assert asked(tx) == [made.id]


def test_what_is_being_made_is_not_made_twice(tx: Tx) -> None:
    wish = make_wish(tx)
    first = wish.ask(tx)

    again, other = wish.ask(tx, now=LATER), wish.ask(tx, "de")

    assert again == first
    assert asked(tx) == [first.id, other.id]


def test_a_second_try_uses_what_the_first_has_paid_for(tx: Tx) -> None:
    wish = make_wish(tx)
    first = wish.ask(tx)
    keep_texts(tx, first.id, {"Hello": "Bonjour"}, percent=50, now=NOON)
    fail_translation(tx, first.id, "No credit", now=NOON)

    second = wish.ask(tx)
    elsewhere = wish.ask(tx, "de")

    assert second.id != first.id
    assert read_texts(tx, second.id) == {"Hello": "Bonjour"}
    assert read_texts(tx, elsewhere.id) == {}


def test_another_translator_begins_anew(tx: Tx) -> None:
    wish = make_wish(tx)
    first = wish.ask(tx)
    keep_texts(tx, first.id, {"Hello": "Bonjour"}, percent=50, now=NOON)
    fail_translation(tx, first.id, "No credit", now=NOON)

    second = wish.ask(tx, provider=TranslationProvider.ARGOS)

    assert read_texts(tx, second.id) == {}


def test_what_people_have_written_is_replaced_only_when_they_say_so(tx: Tx) -> None:
    wish = make_wish(tx)
    wish.add(tx, "fr")
    wish.add(tx, "de", is_automatic=True)

    by_a_machine = wish.ask(tx, "de")
    with pytest.raises(Conflict, match="no machine made it"):
        wish.ask(tx, "fr")
    replacing = wish.ask(tx, "fr", replaces=True)

    assert asked(tx) == [by_a_machine.id, replacing.id]


def test_capitals_make_no_other_language(tx: Tx) -> None:
    wish = make_wish(tx)
    wish.add(tx, "de")

    with pytest.raises(Conflict, match="no machine made it"):
        wish.ask(tx, "DE")
    replacing = wish.ask(tx, "DE", source="EN", replaces=True)
    again = wish.ask(tx, "de", replaces=True)

    assert (replacing.source, replacing.target_language) == ("en", "de")
    assert again == replacing


def test_tracks_of_the_file_are_translated_and_not_hidden(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    assert entry.media is not None
    found = [
        ExtractedCaption(
            asset_id=entry.media.id,
            name=name,
            language=name[:2],
            label="A track",
            is_forced=False,
            has_ass=False,
        )
        for name in ("en-2", "fr")
    ]
    replace_captions(tx, entry.media.id, found)
    wish = Wish(user, entry.video)

    made = wish.ask(tx, "de", source="en-2")
    with pytest.raises(Conflict):
        wish.ask(tx, "fr", source="en-2")

    assert (made.source, made.source_language) == ("en-2", "en")


@pytest.mark.parametrize("language", ["", "french", "EN", "en", "../fr"])
def test_a_language_that_is_none_or_the_same_is_refused(tx: Tx, language: str) -> None:
    wish = make_wish(tx)

    with pytest.raises(Invalid) as refused:
        wish.ask(tx, language)

    assert refused.value.field == "target_language"


def test_only_captions_that_are_there_are_translated(tx: Tx) -> None:
    wish = make_wish(tx)

    with pytest.raises(NotFound, match="No such caption: it"):
        wish.ask(tx, source="it")


def test_only_those_who_manage_a_video_have_it_translated(tx: Tx) -> None:
    wish = make_wish(tx)
    made = wish.ask(tx)
    bob = actor_of(make_user(tx, "bob"))
    ask = partial(ask_translation, provider=TranslationProvider.OPENAI, now=NOON)

    with pytest.raises(Forbidden):
        ask(tx, bob, wish.video.id, "en", "fr")
    with pytest.raises(LoginRequired):
        ask(tx, ANONYMOUS, wish.video.id, "en", "fr")
    for stranger in (bob, ANONYMOUS):
        with pytest.raises(NotFound):
            own_translation(tx, stranger, wish.video.id, made.uuid)
        with pytest.raises(NotFound):
            list_own_translations(tx, stranger, wish.video.id)


def test_a_user_without_the_feature_is_refused(tx: Tx) -> None:
    wish = make_wish(tx)
    allowances = structs.replace(wish.user.allowances, withheld=(Feature.AI,))
    update_user(tx, wish.user.id, NOON, allowances=allowances)

    with pytest.raises(FeatureWithheld):
        wish.ask(tx)


def test_what_was_asked_for_is_found_by_its_uuid_and_listed_newest_first(tx: Tx) -> None:
    wish = make_wish(tx)
    made = [wish.ask(tx, language) for language in ("fr", "de")]
    other = make_video(tx, wish.user, content="other").video

    found = own_translation(tx, wish.actor, wish.video.id, made[0].uuid)

    assert found == made[0]
    assert list_own_translations(tx, wish.actor, wish.video.id) == made[::-1]
    assert list_own_translations(tx, wish.actor, other.id) == []
    for video, name in ((other, made[0].uuid), (wish.video, uuid.uuid4())):
        with pytest.raises(NotFound, match="No such translation"):
            own_translation(tx, wish.actor, video.id, name)


def test_whoever_is_set_translates_and_nobody_else() -> None:
    settings = Settings(translation_provider=TranslationProvider.ARGOS)

    found = [translation_provider(settings, wanted) for wanted in (None, "", "argos")]

    assert found == [TranslationProvider.ARGOS] * 3
    with pytest.raises(Invalid, match="translated by argos"):
        translation_provider(settings, "openai")


def test_where_nobody_translates_the_operator_is_told_what_to_set() -> None:
    with pytest.raises(TranslationUnavailable, match="translation_provider"):
        translation_provider(Settings(), "openai")


@pytest.mark.postgres
def test_two_that_ask_at_once_get_the_same(postgres_db: Database) -> None:
    with postgres_db.begin() as tx:
        wish = make_wish(tx)

    def ask() -> Translation:
        with postgres_db.begin() as tx:
            return wish.ask(tx)

    with ThreadPoolExecutor() as threads:
        with postgres_db.begin() as tx:
            first = wish.ask(tx)
            second = threads.submit(ask)
            while not _is_somebody_waiting(postgres_db) and not second.done():
                sleep(0.01)
        found = second.result()

    assert found == first
    with postgres_db.read() as tx:
        assert list_own_translations(tx, wish.actor, wish.video.id) == [first]


def _is_somebody_waiting(db: Database) -> bool:
    with db.read() as tx:
        waiting = tx.exec_driver_sql(
            "SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return waiting.first() is not None


def test_whoever_was_a_moment_too_late_is_told_so(tx: Tx) -> None:
    made = make_wish(tx).ask(tx)
    values = {**asdict(made), "uuid": uuid.uuid4()}
    del values["id"]

    with pytest.raises(Conflict, match="just now"):
        insert_translation(tx, values)

    assert asked(tx) == [made.id]
