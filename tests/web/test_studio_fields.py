import pytest
from msgspec import UNSET
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Invalid
from vitascope.base.ids import ChannelId
from vitascope.core.presets.keep import add_preset
from vitascope.core.presets.model import Look, NewPreset
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.db import Database
from vitascope.web.forms import Fields
from vitascope.web.studio_fields import (
    Choice,
    FieldsIn,
    list_channel_choices,
    list_language_choices,
    list_preset_choices,
    list_privacy_choices,
    title_of,
    typed_fields,
    video_fields,
)


def test_only_what_is_given_is_set() -> None:
    given = FieldsIn(title=" A\0 film ", tags=["x\0", "y"], description="")

    assert video_fields(FieldsIn()) == VideoFields()
    assert video_fields(given) == VideoFields(title="A film", tags=("x", "y"), description=None)
    assert video_fields(FieldsIn(preset_id=None)) == VideoFields(preset_id=None)


def test_a_password_is_nothing_that_this_page_asks_for() -> None:
    with pytest.raises(Invalid) as caught:
        video_fields(FieldsIn(privacy=Privacy.PASSWORD))

    assert caught.value.field == "privacy"


def test_a_plain_form_says_the_same() -> None:
    typed = Fields({"title": "", "description": "a\r\nb", "channel": "3", "privacy": "private"})

    assert typed_fields(typed, title="clip") == VideoFields(
        title="clip", description="a\nb", channel_id=ChannelId(3), privacy=Privacy.PRIVATE
    )
    assert typed_fields(Fields({}), title=UNSET) == VideoFields(privacy=Privacy.UNLISTED)


@pytest.mark.parametrize("text", ["password", "secret"])
def test_a_plain_form_offers_no_other_privacy(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        typed_fields(Fields({"privacy": text}), title=UNSET)

    assert caught.value.field == "privacy"


@pytest.mark.parametrize(
    ("filename", "title"),
    [
        ("holiday 3.mp4", "holiday 3"),
        ("a.tar.gz", "a.tar"),
        (".mp4", ".mp4"),
        ("", "Video"),
        ("a" * 300 + ".mp4", "a" * 255),
    ],
)
def test_a_file_names_its_video(filename: str, title: str) -> None:
    assert title_of(filename) == title


def test_there_is_something_to_choose_from(db: Database) -> None:
    house = NewPreset(name="House", is_default=True, look=Look())
    with db.begin() as tx:
        ada = make_user(tx)
        channels = list_channel_choices(tx, ada)
        preset = add_preset(tx, actor_of(ada), house, now=NOON)
        presets = list_preset_choices(tx, ada)

    languages = list_language_choices()
    assert presets == [Choice(str(preset.id), "House")]
    assert [choice.label for choice in channels] == ["Main ada channel"]
    assert [choice.value for choice in list_privacy_choices()] == [
        "public",
        "unlisted",
        "internal",
        "private",
    ]
    assert languages[0] == Choice("sq", "Albanian")
    assert [choice.label for choice in languages] == sorted(
        choice.label for choice in languages
    )
