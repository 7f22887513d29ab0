from dataclasses import replace
from datetime import timedelta

import pytest
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Conflict, Forbidden, Invalid, NotFound
from vitascope.base.ids import VideoId
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.assets.model import ExtractedCaption
from vitascope.core.assets.queries import replace_captions
from vitascope.core.captions.edit import (
    add_caption,
    check_language,
    choose_default_caption,
    remove_caption,
)
from vitascope.core.captions.model import AddedCaption, CaptionFormat, NewCaption
from vitascope.core.captions.queries import list_added_captions, save_added_caption
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)
FRENCH = NewCaption(
    language="fr",
    label="Français",
    format=CaptionFormat.SRT,
    blob_key="videos/v/captions/a.vtt",
)


def test_a_caption_is_kept_with_what_it_came_as(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video

    replaced = add_caption(tx, actor_of(user), video.id, FRENCH, now=NOON)

    assert replaced is None
    expected = AddedCaption(
        video_id=video.id,
        language="fr",
        label="Français",
        format=CaptionFormat.SRT,
        blob_key="videos/v/captions/a.vtt",
        is_default=False,
        is_automatic=False,
        created_at=NOON,
        updated_at=NOON,
    )
    assert list_added_captions(tx, video.id) == [expected]
    assert expected.blob_keys == ("videos/v/captions/a.vtt", "videos/v/captions/a.srt")


def test_a_second_caption_of_a_language_takes_the_place_of_the_first(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    again = NewCaption(
        language="fr",
        label="Mieux",
        format=CaptionFormat.VTT,
        blob_key="videos/v/captions/b.vtt",
    )
    add_caption(tx, actor_of(user), video.id, FRENCH, now=NOON)

    replaced = add_caption(tx, actor_of(user), video.id, again, now=LATER)

    assert replaced is not None
    assert replaced.blob_key == FRENCH.blob_key
    (kept,) = list_added_captions(tx, video.id)
    assert (kept.label, kept.created_at, kept.updated_at) == ("Mieux", NOON, LATER)
    assert kept.blob_keys == ("videos/v/captions/b.vtt",)


def test_a_caption_that_is_removed_is_gone_once(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    add_caption(tx, actor_of(user), video.id, FRENCH, now=NOON)

    removed = remove_caption(tx, actor_of(user), video.id, "fr")

    assert removed.blob_key == FRENCH.blob_key
    assert list_added_captions(tx, video.id) == []
    with pytest.raises(NotFound):
        remove_caption(tx, actor_of(user), video.id, "fr")


def test_only_those_who_manage_a_video_change_its_captions(tx: Tx) -> None:
    video = make_video(tx, make_user(tx)).video
    bob = make_user(tx, "bob")

    with pytest.raises(Forbidden):
        add_caption(tx, actor_of(bob), video.id, FRENCH, now=NOON)
    with pytest.raises(Forbidden):
        remove_caption(tx, actor_of(bob), video.id, "fr")
    with pytest.raises(LoginRequired):
        add_caption(tx, ANONYMOUS, video.id, FRENCH, now=NOON)
    assert list_added_captions(tx, video.id) == []


@pytest.mark.parametrize("language", ["en", "gsg", "pt-BR", "zh-Hans", "es-419", "ca-valencia"])
def test_tags_of_languages_are_taken(language: str) -> None:
    assert check_language(language) == language


def test_capitals_make_no_other_language(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    brazilian = replace(FRENCH, language="pt-BR")
    save_added_caption(tx, added(video.id, "pt-br"))

    replaced = add_caption(tx, actor_of(user), video.id, brazilian, now=LATER)
    kept = [each.language for each in list_added_captions(tx, video.id)]
    choose_default_caption(tx, actor_of(user), video.id, "PT-BR")
    chosen = defaults(tx, video.id)
    removed = remove_caption(tx, actor_of(user), video.id, "pt-br")

    assert (replaced, kept, chosen) == (added(video.id, "pt-br"), ["pt-BR"], ["pt-BR"])
    assert removed.language == "pt-BR"
    assert list_added_captions(tx, video.id) == []


def test_a_language_is_kept_in_its_usual_capitals(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    chinese = replace(FRENCH, language="ZH-hant", is_default=True)

    add_caption(tx, actor_of(user), video.id, chinese, now=NOON)

    assert defaults(tx, video.id) == ["zh-Hant"]


def added(video_id: VideoId, language: str) -> AddedCaption:
    return AddedCaption(
        video_id=video_id,
        language=language,
        label="Mine",
        format=CaptionFormat.VTT,
        blob_key="videos/v/captions/c.vtt",
        is_default=False,
        is_automatic=False,
        created_at=NOON,
        updated_at=NOON,
    )


@pytest.mark.parametrize(
    "language",
    ["", "e", "english", "en-2", "en-12", "en_US", "../en", "en\n", "de-" + "a" * 20],
)
def test_what_is_no_tag_of_a_language_is_refused(language: str) -> None:
    with pytest.raises(Invalid, match="by its code"):
        check_language(language)


@pytest.mark.parametrize("label", ["", "  ", "x" * 101])
def test_a_label_is_needed_and_has_a_limit(tx: Tx, label: str) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    caption = NewCaption(language="fr", label=label, format=CaptionFormat.VTT, blob_key="k")

    with pytest.raises(Invalid, match="1 to 100 characters"):
        add_caption(tx, actor_of(user), video.id, caption, now=NOON)


def defaults(tx: Tx, video_id: VideoId) -> list[str]:
    return [each.language for each in list_added_captions(tx, video_id) if each.is_default]


def test_one_caption_of_a_video_is_the_default_at_most(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    other = make_video(tx, user, content="other").video
    for language in ("en", "fr"):
        new = replace(FRENCH, language=language, is_default=True)
        add_caption(tx, actor_of(user), video.id, new, now=NOON)
        add_caption(tx, actor_of(user), other.id, replace(new, is_default=False), now=NOON)

    choose_default_caption(tx, actor_of(user), other.id, "en")

    assert (defaults(tx, video.id), defaults(tx, other.id)) == (["fr"], ["en"])


def test_a_video_may_go_without_a_default_caption(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    new = replace(FRENCH, is_default=True)
    add_caption(tx, actor_of(user), video.id, new, now=NOON)

    choose_default_caption(tx, actor_of(user), video.id, None)

    assert defaults(tx, video.id) == []
    with pytest.raises(NotFound):
        choose_default_caption(tx, actor_of(user), video.id, "de")


def test_a_track_of_the_file_stays_as_long_as_the_file(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    assert entry.media is not None
    track = ExtractedCaption(
        asset_id=entry.media.id,
        name="en",
        language="en",
        label="English",
        is_forced=False,
        has_ass=False,
    )
    replace_captions(tx, entry.media.id, [track])

    with pytest.raises(Conflict, match="part of the video's file"):
        remove_caption(tx, actor_of(user), entry.video.id, "en")
