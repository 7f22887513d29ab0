"""How a player looks, as its scripts read it from the page."""

from typing import Any

from vitascope.core.presets.logo import logo_mark
from vitascope.core.presets.model import Look, Preset


def look_config(look: Look, logo: str) -> dict[str, Any]:
    """``Look`` of ``frontend/src/player/look.ts``. ``logo`` is where this server has the
    logo, empty for none.
    """
    controls, mark = look.controls, look.watermark
    return {
        "primary_color": look.primary_color,
        "logo_url": logo,
        "logo_link": look.logo_link,
        "logo_position": look.logo_position.value,
        "autoplay": look.autoplay,
        "muted": look.muted,
        "loop": look.loop,
        "controls": {
            "play": controls.play,
            "volume": controls.volume,
            "quality": controls.quality,
            "speed": controls.speed,
            "subtitles": controls.subtitles,
            "pip": controls.pip,
            "fullscreen": controls.fullscreen,
        },
        "playback_rates": list(look.playback_rates),
        "default_quality": look.default_quality,
        "default_subtitle_language": look.default_subtitle_language,
        "watermark": {
            "enabled": mark.enabled,
            "text": mark.text,
            "opacity": mark.opacity,
            "move_interval": mark.move_interval,
        },
    }


def logo_path(preset: Preset) -> str:
    """Where this server has the logo of ``preset``, another path for every logo; empty
    without one.
    """
    mark = logo_mark(preset)
    return "" if mark is None else f"/presets/{preset.uuid}/logo?v={mark}"
