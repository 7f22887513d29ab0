"""Presets, both ways."""

from collections.abc import Sequence
from typing import Self

from msgspec import Struct

from vitascope.core.presets.model import Controls, Corner, Look, NewPreset, Preset, Watermark
from vitascope.core.presets.rules import LONGEST_NAME, faults_of
from vitascope.dialects.avcaption.input import Input
from vitascope.dialects.avcaption.iso import iso

_NUMBERS = "a list of numbers"
_TRUTH = "true or false"
_CORNERS = f"one of {', '.join(Corner)}"


class ControlsOut(Struct):
    play: bool
    volume: bool
    quality: bool
    speed: bool
    subtitles: bool
    pip: bool
    fullscreen: bool

    @classmethod
    def of(cls, controls: Controls) -> Self:
        return cls(**{name: getattr(controls, name) for name in cls.__struct_fields__})


class WatermarkOut(Struct):
    """``move_interval`` counts seconds."""

    enabled: bool
    text: str
    opacity: float
    move_interval: int

    @classmethod
    def of(cls, mark: Watermark) -> Self:
        return cls(mark.enabled, mark.text, mark.opacity, mark.move_interval)


class PresetOut(Struct, kw_only=True):
    """How a player looks and behaves. Empty texts stand for none."""

    id: str
    name: str
    is_default: bool
    primary_color: str
    logo_url: str
    logo_link: str
    logo_position: str
    autoplay: bool
    muted: bool
    loop: bool
    controls: ControlsOut
    playback_rates: Sequence[float]
    default_quality: str
    default_subtitle_language: str
    watermark: WatermarkOut
    created_at: str
    updated_at: str

    @classmethod
    def of(cls, preset: Preset) -> Self:
        look = preset.look
        return cls(
            id=str(preset.uuid),
            name=preset.name,
            is_default=preset.is_default,
            primary_color=look.primary_color,
            logo_url=look.logo_url,
            logo_link=look.logo_link,
            logo_position=look.logo_position.value,
            autoplay=look.autoplay,
            muted=look.muted,
            loop=look.loop,
            controls=ControlsOut.of(look.controls),
            playback_rates=look.playback_rates,
            default_quality=look.default_quality,
            default_subtitle_language=look.default_subtitle_language,
            watermark=WatermarkOut.of(look.watermark),
            created_at=iso(preset.created_at),
            updated_at=iso(preset.updated_at),
        )


class PresetsOut(Struct):
    presets: list[PresetOut]

    @classmethod
    def of(cls, presets: Sequence[Preset]) -> Self:
        return cls([PresetOut.of(preset) for preset in presets])


def read_preset(given: Input, base: NewPreset) -> NewPreset:
    """``base`` with what was sent in its place.

    Raises:
        Rejected: a field is of another kind, or breaks a rule.
    """
    new = NewPreset(
        name=given.text("name", longest=LONGEST_NAME) if "name" in given else base.name,
        is_default=given.value("is_default", bool, _TRUTH, default=base.is_default),
        look=_look(given, base.look),
    )
    for field, sentence in faults_of(new).items():
        given.refuse(field, sentence)
    given.check()
    return new


def _look(given: Input, base: Look) -> Look:
    def truth(name: str) -> bool:
        kept: bool = getattr(base, name)
        return given.value(name, bool, _TRUTH, default=kept)

    def text(name: str) -> str:
        kept: str = getattr(base, name)
        return given.value(name, str | None, "a text", default=kept) or ""  # type: ignore[arg-type]  # a union is a kind, too

    return Look(
        primary_color=text("primary_color"),
        logo_url=text("logo_url"),
        logo_link=text("logo_link"),
        logo_position=given.value(
            "logo_position", Corner, _CORNERS, default=base.logo_position
        ),
        autoplay=truth("autoplay"),
        muted=truth("muted"),
        loop=truth("loop"),
        controls=_controls(given.within("controls"), base.controls),
        playback_rates=given.value(
            "playback_rates", tuple[float, ...], _NUMBERS, default=base.playback_rates
        ),
        default_quality=text("default_quality"),
        default_subtitle_language=text("default_subtitle_language"),
        watermark=_watermark(given.within("watermark"), base.watermark),
    )


def _controls(given: Input, base: Controls) -> Controls:
    names = base.__struct_fields__
    kept = {name: getattr(base, name) for name in names}
    return Controls(**{n: given.value(n, bool, _TRUTH, default=kept[n]) for n in names})


def _watermark(given: Input, base: Watermark) -> Watermark:
    interval_s = given.value("move_interval", int, "whole seconds", default=base.move_interval)
    return Watermark(
        enabled=given.value("enabled", bool, _TRUTH, default=base.enabled),
        text=given.value("text", str, "a text", default=base.text),
        opacity=given.value("opacity", float, "a number", default=base.opacity),
        move_interval=interval_s,
    )
