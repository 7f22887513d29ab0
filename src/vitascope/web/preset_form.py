"""The form of a player preset: what it shows, and what was typed into it."""

import re
from collections.abc import Mapping

from vitascope.core.presets.model import Controls, Corner, Look, NewPreset, Preset, Watermark
from vitascope.core.presets.rules import faults_of
from vitascope.web.account_views import FormView, Problem
from vitascope.web.forms import Fields

NAME = "preset"
ON = "on"
CONTROLS = {
    "controls_play": "Play and pause",
    "controls_volume": "Volume",
    "controls_quality": "Quality",
    "controls_speed": "Speed",
    "controls_subtitles": "Captions",
    "controls_pip": "Picture in picture",
    "controls_fullscreen": "Full screen",
}
CORNERS = {
    Corner.TOP_LEFT.value: "Top left",
    Corner.TOP_RIGHT.value: "Top right",
    Corner.BOTTOM_LEFT.value: "Bottom left",
    Corner.BOTTOM_RIGHT.value: "Bottom right",
}
_TEXTS = (
    "name",
    "primary_color",
    "logo_url",
    "logo_link",
    "logo_position",
    "playback_rates",
    "default_quality",
    "default_subtitle_language",
    "watermark_text",
    "watermark_opacity",
    "watermark_move_interval",
)
_TICKS = ("is_default", "autoplay", "muted", "loop", "watermark_enabled", *CONTROLS)
_HEIGHTS = (144, 240, 360, 480, 720, 1080, 1440, 2160, 4320)
_NUMBER = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})?")
_NOT_A_NUMBER = -1.0


def form_of(preset: Preset) -> FormView:
    """What stands in the form while nobody types."""
    look, mark = preset.look, preset.look.watermark
    texts = {
        "name": preset.name,
        "primary_color": look.primary_color,
        "logo_url": look.logo_url,
        "logo_link": look.logo_link,
        "logo_position": look.logo_position.value,
        "playback_rates": ", ".join(f"{rate:g}" for rate in look.playback_rates),
        "default_quality": look.default_quality,
        "default_subtitle_language": look.default_subtitle_language,
        "watermark_text": mark.text,
        "watermark_opacity": f"{mark.opacity:g}",
        "watermark_move_interval": str(mark.move_interval),
    }
    ticks = {
        "is_default": preset.is_default,
        "autoplay": look.autoplay,
        "muted": look.muted,
        "loop": look.loop,
        "watermark_enabled": mark.enabled,
        **{name: getattr(look.controls, name.removeprefix("controls_")) for name in CONTROLS},
    }
    return FormView(NAME, texts | {name: ON for name, is_on in ticks.items() if is_on})


def typed_form(fields: Fields, problems: tuple[Problem, ...] = ()) -> FormView:
    view = fields.view(NAME, *_TEXTS, *_TICKS)
    return FormView(NAME, view.values, problems)


def qualities(chosen: str) -> Mapping[str, str]:
    """What to begin with may be chosen from; ``chosen`` is offered whatever it is."""
    offered = {"auto": "What the line allows", **{f"{h}p": f"{h}p" for h in _HEIGHTS}}
    return offered if not chosen or chosen in offered else {**offered, chosen: chosen}


def read_preset(fields: Fields) -> tuple[NewPreset, tuple[Problem, ...]]:
    """What was typed, and everything that is wrong with it."""
    new = NewPreset(
        name=fields.text("name"),
        is_default=_is_on(fields, "is_default"),
        look=_look(fields),
    )
    faults = faults_of(new)
    if fields.text("logo_position") not in CORNERS:
        faults["logo_position"] = "Choose a corner for the logo"
    return new, tuple(
        Problem(f"{sentence}.", field.replace(".", "_")) for field, sentence in faults.items()
    )


def _look(fields: Fields) -> Look:
    corner = fields.text("logo_position")
    parts = {name: _is_on(fields, name) for name in CONTROLS}
    return Look(
        primary_color=fields.text("primary_color"),
        logo_url=fields.text("logo_url"),
        logo_link=fields.text("logo_link"),
        logo_position=Corner(corner) if corner in CORNERS else Corner.TOP_RIGHT,
        autoplay=_is_on(fields, "autoplay"),
        muted=_is_on(fields, "muted"),
        loop=_is_on(fields, "loop"),
        controls=Controls(**{n.removeprefix("controls_"): on for n, on in parts.items()}),
        playback_rates=_rates(fields.text("playback_rates")),
        default_quality=fields.text("default_quality"),
        default_subtitle_language=fields.text("default_subtitle_language"),
        watermark=Watermark(
            enabled=_is_on(fields, "watermark_enabled"),
            text=fields.text("watermark_text"),
            opacity=_number(fields.text("watermark_opacity")),
            move_interval=int(_number(fields.text("watermark_move_interval"))),
        ),
    )


def _rates(text: str) -> tuple[float, ...]:
    """One that is no number is kept as one that no rule allows."""
    return tuple(_number(word) for word in text.replace(",", " ").split())


def _number(text: str) -> float:
    return float(text) if _NUMBER.fullmatch(text) else _NOT_A_NUMBER


def _is_on(fields: Fields, name: str) -> bool:
    return fields.text(name) == ON
