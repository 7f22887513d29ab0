import uuid

from tests.factories import NOON

from vitascope.base.ids import PresetId, UserId
from vitascope.core.presets.logo import logo_key, logo_mark
from vitascope.core.presets.model import Look, Preset

HOUSE = uuid.UUID("5f2b7c1e-0000-4000-8000-000000000001")


def preset_with(logo_url: str, preset_uuid: uuid.UUID = HOUSE) -> Preset:
    return Preset(
        id=PresetId(1),
        uuid=preset_uuid,
        user_id=UserId(1),
        name="House",
        is_default=False,
        look=Look(logo_url=logo_url),
        created_at=NOON,
        updated_at=NOON,
    )


def test_a_logo_has_a_key_for_its_preset_and_address() -> None:
    first = preset_with("https://logos.example/a.png")

    mark = logo_mark(first)

    assert mark == "3c5d7808dacea7ab6ee47011267c17f2"
    assert logo_key(first) == f"presets/{HOUSE}/{mark}"


def test_another_address_is_another_key() -> None:
    keys = {logo_key(preset_with(f"https://logos.example/{name}.png")) for name in "aba"}

    assert len(keys) == 2


def test_without_a_logo_there_is_no_key() -> None:
    preset = preset_with("")

    assert (logo_mark(preset), logo_key(preset)) == (None, None)
