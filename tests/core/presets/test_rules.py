from dataclasses import replace
from typing import Any

import msgspec
import pytest

from vitascope.core.presets.model import Look, NewPreset, Watermark
from vitascope.core.presets.rules import faults_of, tidied

NEW = NewPreset(name="House", is_default=False, look=Look())


def looking(**values: Any) -> NewPreset:
    return replace(NEW, look=msgspec.structs.replace(NEW.look, **values))


def marked(**values: Any) -> NewPreset:
    return looking(watermark=msgspec.structs.replace(Watermark(), **values))


@pytest.mark.parametrize(
    "new",
    [
        NEW,
        replace(NEW, name="n" * 100),
        looking(primary_color="#FF0000"),
        looking(logo_url="https://cdn.example/a/logo.svg?v=1", logo_link="http://[::1]:8080"),
        looking(logo_url="https://a.example/" + "x" * 482),
        looking(playback_rates=(1.0,)),
        looking(playback_rates=tuple(1.0 + n for n in range(12))),
        looking(playback_rates=(0.1, 1, 16)),
        looking(default_quality="144p"),
        looking(default_quality="4320p"),
        looking(default_subtitle_language="pt-BR"),
        marked(enabled=True, opacity=1.0, move_interval=30),
        marked(opacity=0.0, move_interval=60, text=""),
        marked(text="t" * 200),
    ],
)
def test_what_keeps_the_rules_has_no_faults(new: NewPreset) -> None:
    assert faults_of(new) == {}


ADDRESS = "A logo has an https address of at most 500 characters"
LINK = "A logo leads to an http or https address of at most 500 characters"
SPEEDS = "1 to 12 speeds from 0.1 to 16, and 1 among them"
TOO_DARK = (
    "#003366 is too dark for the player's controls: the contrast is 1.5:1, and 3:1 is needed"
)
QUALITY = "auto, or a height from 144p to 4320p"
INTERVAL = "A watermark moves every 30 to 60 seconds"


@pytest.mark.parametrize(
    ("new", "field", "sentence"),
    [
        (replace(NEW, name=" "), "name", "A preset's name has 1 to 100 characters"),
        (replace(NEW, name="n" * 101), "name", "A preset's name has 1 to 100 characters"),
        (replace(NEW, name="a\0b"), "name", "A preset's name has 1 to 100 characters"),
        *(
            (looking(primary_color=text), "primary_color", "A colour is written like #3ea6ff")
            for text in ("", "red", "#fff", "#ffffffff", "3ea6ff", "#3ea6fg", "#3ea6ff;")
        ),
        (
            looking(primary_color="#003366"),
            "primary_color",
            TOO_DARK,
        ),
        *(
            (looking(logo_url=text), "logo_url", ADDRESS)
            for text in (
                "http://cdn.example/logo.png",
                "//cdn.example/logo.png",
                "javascript:alert(1)",
                "https://",
                "https://a b.example/",
                "https://user@cdn.example/",
                "https://cdn.example:0/",
                "https://cdn.example;script-src/",
                "https://cdn.example:99999/",
                "https://[/",
                "https://a.example/" + "x" * 483,
            )
        ),
        (looking(logo_link="javascript:alert(1)"), "logo_link", LINK),
        (looking(logo_link="ftp://a.example/"), "logo_link", LINK),
        *(
            (looking(playback_rates=rates), "playback_rates", SPEEDS)
            for rates in (
                (),
                (2.0,),
                (1.0, 0.09),
                (1.0, 16.1),
                (1.0, float("inf")),
                (1.0, float("nan")),
                (1.0,) * 13,
            )
        ),
        *(
            (looking(default_quality=text), "default_quality", QUALITY)
            for text in ("", "720", "143p", "4321p", "AUTO", "99999p")
        ),
        (
            looking(default_subtitle_language="english"),
            "default_subtitle_language",
            "A language tag such as en or pt-BR, or nothing",
        ),
        (
            marked(text="t" * 201),
            "watermark.text",
            "A watermark has at most 200 characters in one line",
        ),
        (
            marked(text="a\nb"),
            "watermark.text",
            "A watermark has at most 200 characters in one line",
        ),
        (
            marked(text=" ", enabled=True),
            "watermark.text",
            "A watermark that is shown needs a text",
        ),
        *(
            (marked(opacity=value), "watermark.opacity", "An opacity is a number from 0 to 1")
            for value in (-0.1, 1.1, float("nan"))
        ),
        (marked(move_interval=29), "watermark.move_interval", INTERVAL),
        (marked(move_interval=61), "watermark.move_interval", INTERVAL),
    ],
)
def test_a_broken_rule_is_told_under_its_field(
    new: NewPreset, field: str, sentence: str
) -> None:
    assert faults_of(new) == {field: sentence}


def test_every_fault_is_told_at_once() -> None:
    look = Look(primary_color="red", watermark=Watermark(opacity=2.0, move_interval=5))

    assert list(faults_of(NewPreset(name="", is_default=False, look=look))) == [
        "name",
        "primary_color",
        "watermark.opacity",
        "watermark.move_interval",
    ]


def test_a_preset_is_kept_in_one_way_of_writing_it() -> None:
    new = replace(looking(primary_color="#3EA6FF", playback_rates=(2, 1, 0.5, 1)), name=" A ")

    assert tidied(new) == NewPreset(
        name="A", is_default=False, look=Look(playback_rates=(0.5, 1.0, 2.0))
    )
