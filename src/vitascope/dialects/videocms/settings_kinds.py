"""The kinds of values that VideoCMS's settings have, each written as text."""

import math
import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from msgspec.structs import replace

from vitascope.core.settings.check import LEAST_BODY_BYTES, MOST
from vitascope.core.settings.model import Cdn, Rate, Settings
from vitascope.dialects.videocms.input import Broken

MASK = "********"
"""Stands for a secret. Who sends it back leaves the secret as it is."""

_TRUTH = {"true": True, "1": True, "false": False, "0": False}
_DIGITS = re.compile(r"[0-9]{1,16}")
_RATE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,3})?")

Show: TypeAlias = Callable[[Settings], str]
Read: TypeAlias = Callable[[Settings, str], Settings]
Holds: TypeAlias = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Field:
    """A value by the name it has on the wire.

    ``read`` answers the settings with that text taken in, and raises Broken when it cannot be.
    It is never given what ``show`` says already, so a text that shows less than there is,
    as a mask does, changes nothing.
    """

    name: str
    show: Show
    read: Read


def words(name: str, attribute: str, *, shortest: int = 0, longest: int) -> Field:
    return _of(name, attribute, str, _sized(name, shortest, longest))


def secret(name: str, attribute: str, *, shortest: int = 0, longest: int) -> Field:
    """Shown as a mask. One that may not be empty is there even where nobody has set it."""

    def show(settings: Settings) -> str:
        return MASK if shortest or getattr(settings, attribute) else ""

    return Field(name, show, _reader(attribute, _sized(name, shortest, longest)))


def flag(name: str, attribute: str) -> Field:
    return _of(name, attribute, shown_flag, lambda text: read_flag(name, text))


def number(name: str, attribute: str, *, least: int = 1) -> Field:
    return _of(name, attribute, str, lambda text: _read_number(name, text, least))


def body_size(name: str, attribute: str) -> Field:
    """What forms may have; with less than this nobody could set it back."""
    return number(name, attribute, least=LEAST_BODY_BYTES)


def seconds(name: str, attribute: str) -> Field:
    """Whole ones here; parts of them count as one."""

    def read(text: str) -> float:
        return float(_read_number(name, text, 1))

    return _of(name, attribute, lambda value: str(math.ceil(value)), read)


def listed(name: str, attribute: str, rule: str, holds: Holds, *, most: int) -> Field:
    """Several, with commas between; ``rule`` is what is said of one that does not hold.
    Where ``most`` characters are too many, or there has to be one, VideoCMS says so itself.
    """
    return _of(
        name, attribute, ",".join, lambda text: _read_list(name, text, rule, holds, most)
    )


def checked(name: str, attribute: str, rule: str, holds: Holds, *, longest: int) -> Field:
    def read(text: str) -> str:
        found = _sized(name, 1, longest)(text)
        if not holds(found):
            raise Broken(name, rule)
        return found

    return _of(name, attribute, str, read)


def maybe_uuid(name: str, attribute: str) -> Field:
    """A UUID, or nothing."""
    return _of(name, attribute, str, lambda text: read_uuid(name, text) if text else "")


def cdn(name: str, which: Cdn) -> Field:
    def show(settings: Settings) -> str:
        return shown_flag(which in settings.trusted_cdns)

    def read(settings: Settings, text: str) -> Settings:
        others = [each for each in settings.trusted_cdns if each is not which]
        chosen = {*others, which} if read_flag(name, text) else {*others}
        return replace(settings, trusted_cdns=tuple(each for each in Cdn if each in chosen))

    return Field(name, show, read)


def rate(group: str, attribute: str) -> tuple[Field, Field]:
    """How often, and how often at once. No burst is that of one second, as in VideoCMS."""
    rate_name, burst_name = f"RatelimitRate{group}", f"RatelimitBurst{group}"

    def read_rate(settings: Settings, text: str) -> Settings:
        if not _RATE.fullmatch(text):
            raise Broken(rate_name, "number")
        if not float(text):
            # Everybody would be refused, and whoever set it could not set it back.
            raise Broken(rate_name, "gt", 0)
        old: Rate = getattr(settings, attribute)
        return replace(settings, **{attribute: replace(old, per_s=float(text))})

    def read_burst(settings: Settings, text: str) -> Settings:
        old: Rate = getattr(settings, attribute)
        burst = _read_number(burst_name, text, 0) or max(1, int(old.per_s))
        return replace(settings, **{attribute: replace(old, burst=burst)})

    return (
        Field(
            rate_name, lambda settings: f"{getattr(settings, attribute).per_s:.9g}", read_rate
        ),
        Field(burst_name, lambda settings: str(getattr(settings, attribute).burst), read_burst),
    )


def kept_flag(name: str, default: bool) -> Field:
    """What nobody here reads, and clients may keep all the same."""

    def show(settings: Settings) -> str:
        return settings.extras.get(name, shown_flag(default))

    def read(settings: Settings, text: str) -> Settings:
        kept = shown_flag(read_flag(name, text))
        return replace(settings, extras={**settings.extras, name: kept})

    return Field(name, show, read)


def shown_flag(value: bool) -> str:
    return "true" if value else "false"


def read_flag(name: str, text: str) -> bool:
    """Raises Broken."""
    if text.lower() not in _TRUTH:
        raise Broken(name, "boolean")
    return _TRUTH[text.lower()]


def read_uuid(name: str, text: str) -> str:
    """Raises Broken."""
    try:
        return str(uuid.UUID(text))
    except ValueError:
        raise Broken(name, "uuid_rfc4122") from None


def one_of(name: str, text: str, known: Iterable[str]) -> str:
    """Raises Broken unless ``text`` is among those known."""
    found = sorted(known)
    if text not in found:
        raise Broken(name, "oneof", " ".join(found))
    return text


def _of(
    name: str, attribute: str, show: Callable[[Any], str], read: Callable[[str], Any]
) -> Field:
    """A field of the wire that is one of ours."""
    return Field(
        name, lambda settings: show(getattr(settings, attribute)), _reader(attribute, read)
    )


def _reader(attribute: str, read: Callable[[str], Any]) -> Read:
    return lambda settings, text: replace(settings, **{attribute: read(text)})


def _sized(name: str, shortest: int, longest: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        if shortest and not text:
            raise Broken(name, "required")
        if len(text) < shortest:
            raise Broken(name, "min", shortest)
        if len(text) > longest:
            raise Broken(name, "max", longest)
        return text

    return read


def _read_number(name: str, text: str, least: int) -> int:
    if not text:
        raise Broken(name, "required")
    if not _DIGITS.fullmatch(text):
        raise Broken(name, "number")
    if int(text) < least:
        raise Broken(name, "min", least)
    if int(text) > MOST:
        raise Broken(name, "max", MOST)
    return int(text)


def _read_list(name: str, text: str, rule: str, holds: Holds, most: int) -> tuple[str, ...]:
    _sized(name, 0, most)(text)
    found = [each.strip() for each in text.split(",")]
    for each in filter(None, found):
        if not holds(each):
            raise Broken(name, rule, each)
    return tuple(filter(None, found))
