import json

import msgspec
import pytest

from vitascope.core.presets.model import Controls, Corner, Look, Watermark
from vitascope.web.player_look import look_config, picture_origins


def test_scripts_read_all_of_a_look() -> None:
    look = Look(
        primary_color="#ff8800",
        logo_url="https://logos.example/a.png",
        logo_position=Corner.BOTTOM_LEFT,
        controls=Controls(pip=False),
        playback_rates=(1.0, 2.0),
        watermark=Watermark(enabled=True, text="{ip}"),
    )

    assert json.loads(json.dumps(look_config(look))) == json.loads(msgspec.json.encode(look))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", []),
        ("https://logos.example/a.png?b=c", ["https://logos.example"]),
        ("https://logos.example:8443", ["https://logos.example:8443"]),
    ],
)
def test_a_policy_names_where_the_logo_comes_from(address: str, expected: list[str]) -> None:
    assert picture_origins(Look(logo_url=address)) == expected


def test_without_a_look_no_picture_is_another_ones() -> None:
    assert picture_origins(None) == []
