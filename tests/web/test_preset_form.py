import uuid

from tests.factories import NOON

from vitascope.base.ids import PresetId, UserId
from vitascope.core.presets.model import Controls, Corner, Look, NewPreset, Preset, Watermark
from vitascope.web.account_views import Problem
from vitascope.web.forms import Fields
from vitascope.web.preset_form import form_of, qualities, read_preset, typed_form

LOOK = Look(
    primary_color="#ff8800",
    logo_url="https://cdn.example/a.svg",
    logo_link="https://example.org/",
    logo_position=Corner.BOTTOM_LEFT,
    muted=True,
    controls=Controls(pip=False),
    playback_rates=(0.25, 1.0),
    default_quality="540p",
    default_subtitle_language="fr",
    watermark=Watermark(enabled=True, text="{ip}", opacity=0.25, move_interval=60),
)


def preset(look: Look) -> Preset:
    return Preset(
        id=PresetId(1),
        uuid=uuid.UUID(int=1),
        user_id=UserId(1),
        name="House",
        is_default=True,
        look=look,
        created_at=NOON,
        updated_at=NOON,
    )


def test_a_form_shows_what_it_would_send_again() -> None:
    for look in (LOOK, Look()):
        form = form_of(preset(look))

        assert read_preset(Fields(form.values)) == (
            NewPreset(name="House", is_default=True, look=look),
            (),
        )


def test_what_is_no_number_is_told_at_its_field() -> None:
    typed = {**form_of(preset(Look())).values, "playback_rates": "1, x"}
    typed |= {"watermark_opacity": "-1", "watermark_move_interval": "", "logo_position": "up"}

    problems = read_preset(Fields(typed))[1]

    assert problems == (
        Problem("1 to 12 speeds from 0.1 to 16, and 1 among them.", "playback_rates"),
        Problem("An opacity is a number from 0 to 1.", "watermark_opacity"),
        Problem("A watermark moves every 30 to 60 seconds.", "watermark_move_interval"),
        Problem("Choose a corner for the logo.", "logo_position"),
    )
    assert typed_form(Fields(typed), problems).value("playback_rates") == "1, x"


def test_a_height_of_one_s_own_stays_on_offer() -> None:
    assert list(qualities("540p"))[-2:] == ["4320p", "540p"]
    assert list(qualities("auto"))[:2] == ["auto", "144p"]
