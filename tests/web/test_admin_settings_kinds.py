from typing import Any

import pytest

from vitascope.base.errors import Invalid
from vitascope.core.settings.model import (
    GIB,
    MIB,
    CaptchaProvider,
    Cdn,
    Rate,
    RungSetting,
    Settings,
)
from vitascope.web.admin_settings_fields import SECTIONS, SettingField
from vitascope.web.admin_settings_kinds import (
    COUNT,
    LADDER,
    LINES,
    PAIRS,
    RATE,
    SECONDS,
    SECRET,
    SIZE,
    Kind,
    number_text,
    size_text,
)
from vitascope.web.forms import Fields

FIELDS = {field.name: field for section in SECTIONS for field in section.fields}
LADDER_NOW = (
    RungSetting(height=720, max_bps=4_500_500, crf=23),
    RungSetting(height=360, max_bps=1_200_000, is_on=False),
)
UNUSUAL: dict[str, Any] = {
    "instance_description": "One line\nand another",
    "max_upload_bytes": 1_234_567,
    "max_chunk_bytes": 5_000_000_000,
    "import_timeout_s": 0.5,
    "ladder": LADDER_NOW,
    "rate_auth": Rate(per_s=0.25, burst=3),
    "trusted_proxies": ("10.1.0.0/16", "unix", "2001:db8::/32"),
    "trusted_cdns": (Cdn.FASTLY, Cdn.KEYCDN),
    "captcha_provider": CaptchaProvider.TURNSTILE,
    "extras": {"ReloadHtml": "false", "a": "b = c"},
}


def read(kind: Kind, typed: dict[str, str], now: Any = None) -> Any:
    return kind.read("field", Fields(typed), now)


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_what_is_shown_is_read_as_the_same(field: SettingField) -> None:
    values = [getattr(Settings(ladder=LADDER_NOW), field.name)]
    values += [UNUSUAL[field.name]] if field.name in UNUSUAL else []

    again = [
        field.kind.read(field.name, Fields(field.kind.show(field.name, value)), value)
        for value in values
    ]

    assert again == values
    assert all(isinstance(field.kind.words(value), str) for value in values)


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (10 * GIB, "10 GiB"),
        (20 * MIB, "20 MiB"),
        (1024**4, "1 TiB"),
        (1536 * MIB, "1536 MiB"),
        (5_000_000_000, "5 GB"),
        (50_000_000, "50 MB"),
        (65_536, "65536 bytes"),
        (1, "1 bytes"),
        (0, "0 bytes"),
    ],
)
def test_a_size_is_told_exactly(size_bytes: int, text: str) -> None:
    assert (size_text(size_bytes), read(SIZE, {"field": text})) == (text, size_bytes)


@pytest.mark.parametrize(
    ("text", "size_bytes"),
    [("20mib", 20 * MIB), ("1.5 GiB", 1536 * MIB), ("7", 7), ("2 kB", 2000), (" 3 KiB", 3072)],
)
def test_a_size_is_read_in_any_unit(text: str, size_bytes: int) -> None:
    assert read(SIZE, {"field": text}) == size_bytes


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        *((SIZE, text) for text in ("", "x", "-1", "1 PiB", "1e9", "1,5 GiB", "9" * 30)),
        *((COUNT, text) for text in ("", "x", "-1", "1.5", "9" * 30)),
        *((SECONDS, text) for text in ("", "x", "-1", "nan", "inf", "1e9", "1,5")),
        *((PAIRS, text) for text in ("x", "= x", "a = b\nc")),
    ],
)
def test_what_is_no_value_is_told_at_its_field(kind: Kind, typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(kind, {"field": typed})

    assert refused.value.field == "field"


@pytest.mark.parametrize(
    "typed",
    [{}, {"field.per_s": "1"}, {"field.burst": "1"}, {"field.per_s": "x", "field.burst": "1"}],
)
def test_a_rate_needs_both_numbers(typed: dict[str, str]) -> None:
    with pytest.raises(Invalid) as refused:
        read(RATE, typed)

    assert refused.value.field == "field"


def test_a_ladder_keeps_its_sizes_whatever_else_is_sent() -> None:
    typed = {
        "field.720.kbps": "5000",
        "field.720.crf": "",
        "field.360.on": "on",
        "field.360.kbps": "1000.5",
        "field.360.crf": "30",
        "field.9999.on": "on",
        "field.9999.kbps": "1",
    }

    ladder = read(LADDER, typed, LADDER_NOW)

    assert ladder == (
        RungSetting(height=720, max_bps=5_000_000, is_on=False),
        RungSetting(height=360, max_bps=1_000_500, crf=30),
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "720p: write a bitrate such as 4500"),
        ({"field.720.kbps": "x"}, "720p: write a bitrate such as 4500"),
        ({"field.720.kbps": "1", "field.720.crf": "x"}, "720p: write a CRF from 0 to 51"),
        ({"field.720.kbps": "1"}, "360p: write a bitrate such as 4500"),
    ],
)
def test_a_size_of_the_ladder_that_cannot_be_is_named(typed: dict[str, str], told: str) -> None:
    with pytest.raises(Invalid, match=told):
        read(LADDER, typed, LADDER_NOW)


def test_lines_and_commas_both_part_values() -> None:
    typed = {"field": " a, b\r\n\r\nc \nb,"}

    assert read(LINES, typed) == ("a", "b", "c")


def test_a_secret_is_never_shown_and_nothing_typed_leaves_it() -> None:
    shown = SECRET.show("field", "open sesame")

    assert (shown, SECRET.words("open sesame")) == ({}, "")
    assert [read(SECRET, {"field": typed}, "old") for typed in ("", " ", "new")] == [
        "old",
        "old",
        "new",
    ]


def test_a_choice_is_one_of_those_that_are_offered() -> None:
    kind = FIELDS["captcha_provider"].kind

    with pytest.raises(Invalid):
        kind.read("captcha_provider", Fields({"captcha_provider": "other"}), None)


@pytest.mark.parametrize(("value", "text"), [(100.0, "100"), (0.5, "0.5"), (0, "0")])
def test_numbers_are_told_without_empty_zeros(value: float, text: str) -> None:
    assert number_text(value) == text
