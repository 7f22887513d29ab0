import uuid

import pytest

from vitascope.base.errors import Invalid
from vitascope.dialects.videocms.ids import audio_uuid, parse_id, subtitle_uuid


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("7", 7),
        ("007", 7),
        ("2147483647", 2**31 - 1),
        ("2147483648", 0),
        ("9" * 5000, 0),
    ],
)
def test_a_number_that_no_row_can_have_is_0(text: str, number: int) -> None:
    found = parse_id(text, "No number")

    assert found == number


@pytest.mark.parametrize("text", ["", " 1", "-1", "+1", "1.0", "1e3", "0x1", "\u0663", "me"])
def test_anything_else_is_refused_in_the_words_of_the_route(text: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse_id(text, "No number")

    assert raised.value.message == "No number"


ASSET = uuid.UUID("9c9de5e8-0a1e-484a-b099-e80766180a6d")


def test_tracks_have_uuids_of_their_own_that_stay() -> None:
    found = [
        audio_uuid(ASSET, "audio-0"),
        audio_uuid(ASSET, "audio-1"),
        subtitle_uuid(ASSET, "audio-0"),
        audio_uuid(uuid.UUID(int=1), "audio-0"),
    ]

    assert len(set(found)) == 4
    assert str(found[0]) == str(audio_uuid(ASSET, "audio-0"))
