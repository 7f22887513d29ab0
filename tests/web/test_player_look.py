import json

import msgspec
from tests.core.presets.test_logo import preset_with

from vitascope.core.presets.logo import logo_mark
from vitascope.core.presets.model import Controls, Corner, Look, Watermark
from vitascope.web.player_look import logo_path, look_config


def test_scripts_read_all_of_a_look_but_where_its_logo_came_from() -> None:
    look = Look(
        primary_color="#ff8800",
        logo_url="https://logos.example/a.png",
        logo_position=Corner.BOTTOM_LEFT,
        controls=Controls(pip=False),
        playback_rates=(1.0, 2.0),
        watermark=Watermark(enabled=True, text="{ip}"),
    )

    config = look_config(look, "/logo")

    whole = json.loads(msgspec.json.encode(look))
    assert json.loads(json.dumps(config)) == whole | {"logo_url": "/logo"}


def test_a_logo_is_on_this_server_under_a_path_for_its_address() -> None:
    preset = preset_with("https://logos.example/a.png")

    path = logo_path(preset)

    assert path == f"/presets/{preset.uuid}/logo?v={logo_mark(preset)}"


def test_without_a_logo_there_is_no_path() -> None:
    assert logo_path(preset_with("")) == ""
