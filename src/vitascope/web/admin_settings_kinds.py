"""Kinds of settings: how each is shown in a form, read from one, and told in words."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from vitascope.base.errors import Invalid
from vitascope.core.settings.model import Rate, RungSetting
from vitascope.web.forms import Fields

ON = "on"
_UNITS = {
    "": 1,
    "b": 1,
    "byte": 1,
    "bytes": 1,
    **{f"{letter}ib": 1024**power for power, letter in enumerate("kmgt", 1)},
    **{f"{letter}b": 1000**power for power, letter in enumerate("kmgt", 1)},
}
_SIZE = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,3})?)\s*([A-Za-z]*)")
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")

Show: TypeAlias = Callable[[str, Any], dict[str, str]]
Read: TypeAlias = Callable[[str, Fields, Any], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """``macro`` is what the template calls it. ``show`` makes the inputs of a setting from its
    name and value. ``read`` makes the value again, given the present one too, and raises
    Invalid. ``words`` tells a value in a line.
    """

    macro: str
    show: Show
    read: Read
    words: Callable[[Any], str]
    choices: Mapping[str, str] = field(default_factory=dict)


def size_text(size_bytes: int) -> str:
    """Exactly, in the largest unit that it is a whole number of: ``10 GiB``, ``5 GB``."""
    units = [
        (1024**power, f"{letter}iB") for power, letter in ((4, "T"), (3, "G"), (2, "M"))
    ] + [(1000**power, f"{letter}B") for power, letter in ((4, "T"), (3, "G"), (2, "M"))]
    fitting = [(unit, name) for unit, name in units if size_bytes and not size_bytes % unit]
    if not fitting:
        return f"{size_bytes} bytes"
    unit, name = max(fitting)
    return f"{size_bytes // unit} {name}"


def number_text(value: float) -> str:
    """Without the zeros that say nothing."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def choice(names: Mapping[str, str], of: type[StrEnum]) -> Kind:
    """One word of a closed set, with what people call each."""

    def read(name: str, fields: Fields, _now: Any) -> StrEnum:
        text = fields.text(name)
        if text not in names:
            raise Invalid(name, "Choose one of these")
        return of(text)

    return Kind(
        "choice", lambda name, value: {name: value}, read, lambda v: names[v], dict(names)
    )


def choices(names: Mapping[str, str], of: type[StrEnum]) -> Kind:
    """Any words of a closed set."""

    def show(name: str, values: tuple[str, ...]) -> dict[str, str]:
        return {f"{name}.{word}": ON if word in values else "" for word in names}

    def read(name: str, fields: Fields, _now: Any) -> tuple[StrEnum, ...]:
        return tuple(of(word) for word in names if fields.text(f"{name}.{word}"))

    def words(values: tuple[str, ...]) -> str:
        return ", ".join(names[word] for word in values) or "none"

    return Kind("choices", show, read, words, dict(names))


def _one(name: str, value: object) -> dict[str, str]:
    return {name: str(value)}


def _read_text(name: str, fields: Fields, _now: Any) -> str:
    return fields.text(name).replace("\r\n", "\n")


def _read_switch(name: str, fields: Fields, _now: Any) -> bool:
    # A box that is not ticked is not sent.
    return bool(fields.text(name))


def _read_count(name: str, fields: Fields, _now: Any) -> int:
    number = fields.number(name)
    if number is None:
        raise Invalid(name, "Write a whole number")
    return number


def _read_size(name: str, fields: Fields, _now: Any) -> int:
    found = _SIZE.fullmatch(fields.text(name))
    unit = None if found is None else _UNITS.get(found[2].lower())
    if found is None or unit is None:
        raise Invalid(name, "Write a size such as 20 MiB or 10 GB")
    return int(float(found[1]) * unit) if "." in found[1] else int(found[1]) * unit


def _number_of(name: str, text: str) -> float:
    number = float(text) if _NUMBER.fullmatch(text) else math.nan
    if math.isnan(number):
        raise Invalid(name, "Write a number such as 60 or 0.5")
    return number


def _read_seconds(name: str, fields: Fields, _now: Any) -> float:
    return _number_of(name, fields.text(name))


def _read_lines(name: str, fields: Fields, _now: Any) -> tuple[str, ...]:
    """Commas end a line as well; what stands there twice counts once."""
    lines = (line.strip() for line in re.split(r"[\n,]", fields.text(name)))
    return tuple(dict.fromkeys(line for line in lines if line))


def _read_secret(name: str, fields: Fields, now: str) -> str:
    """Nothing typed leaves it as it is."""
    return fields.text(name) or now


def _show_rate(name: str, rate: Rate) -> dict[str, str]:
    return {f"{name}.per_s": number_text(rate.per_s), f"{name}.burst": str(rate.burst)}


def _read_rate(name: str, fields: Fields, _now: Any) -> Rate:
    burst = fields.number(f"{name}.burst")
    if burst is None:
        raise Invalid(name, "Write a whole number of requests at once")
    return Rate(per_s=_number_of(name, fields.text(f"{name}.per_s")), burst=burst)


def _show_ladder(name: str, ladder: tuple[RungSetting, ...]) -> dict[str, str]:
    shown = {}
    for rung in ladder:
        row = f"{name}.{rung.height}"
        shown[f"{row}.on"] = ON if rung.is_on else ""
        shown[f"{row}.kbps"] = number_text(rung.max_bps / 1000)
        shown[f"{row}.crf"] = "" if rung.crf is None else str(rung.crf)
    return shown


def _read_ladder(
    name: str, fields: Fields, now: tuple[RungSetting, ...]
) -> tuple[RungSetting, ...]:
    return tuple(_read_rung(name, rung.height, fields) for rung in now)


def _read_rung(name: str, height: int, fields: Fields) -> RungSetting:
    row = f"{name}.{height}"
    crf = fields.number(f"{row}.crf")
    if crf is None and fields.text(f"{row}.crf"):
        raise Invalid(name, f"{height}p: write a CRF from 0 to 51, or nothing")
    try:
        kbps = _number_of(name, fields.text(f"{row}.kbps"))
    except Invalid:
        raise Invalid(name, f"{height}p: write a bitrate such as 4500") from None
    return RungSetting(
        height=height, is_on=bool(fields.text(f"{row}.on")), max_bps=round(kbps * 1000), crf=crf
    )


def _show_pairs(name: str, pairs: Mapping[str, str]) -> dict[str, str]:
    return {name: "\n".join(f"{key} = {value}" for key, value in pairs.items())}


def _read_pairs(name: str, fields: Fields, _now: Any) -> dict[str, str]:
    found = {}
    for line in filter(str.strip, fields.text(name).split("\n")):
        key, equals, value = line.partition("=")
        if not equals or not key.strip():
            raise Invalid(name, "Write a name, an equals sign and a value on each line")
        found[key.strip()] = value.strip()
    return found


def _made(ladder: tuple[RungSetting, ...]) -> str:
    return ", ".join(f"{rung.height}p" for rung in ladder if rung.is_on) + " are made"


TEXT = Kind("text", _one, _read_text, lambda value: value or "empty")
LONG_TEXT = Kind("long_text", _one, _read_text, lambda value: value or "empty")
SECRET = Kind("secret", lambda _name, _value: {}, _read_secret, lambda _value: "")
SWITCH = Kind(
    "switch",
    lambda name, value: {name: ON if value else ""},
    _read_switch,
    lambda value: "on" if value else "off",
)
COUNT = Kind("count", _one, _read_count, str)
SIZE = Kind("text", lambda name, value: {name: size_text(value)}, _read_size, size_text)
SECONDS = Kind(
    "number",
    lambda name, value: {name: number_text(value)},
    _read_seconds,
    lambda value: f"{number_text(value)} s",
)
LINES = Kind(
    "lines",
    lambda name, values: {name: "\n".join(values)},
    _read_lines,
    lambda values: ", ".join(values) or "none",
)
RATE = Kind(
    "rate",
    _show_rate,
    _read_rate,
    lambda rate: f"{number_text(rate.per_s)} a second, {rate.burst} at once",
)
LADDER = Kind("ladder", _show_ladder, _read_ladder, _made)
PAIRS = Kind("pairs", _show_pairs, _read_pairs, lambda pairs: f"{len(pairs)} values")
