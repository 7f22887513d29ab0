"""How a player looks, as its scripts read it from the page."""

from typing import Any
from urllib.parse import urlsplit

from vitascope.core.presets.model import Look


def look_config(look: Look) -> dict[str, Any]:
    """``Look`` of ``frontend/src/player/look.ts``."""
    controls, mark = look.controls, look.watermark
    return {
        "primary_color": look.primary_color,
        "logo_url": look.logo_url,
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


def picture_origins(look: Look | None) -> list[str]:
    """Where the logo comes from, as a policy names it; nothing without one."""
    if look is None or not look.logo_url:
        return []
    address = urlsplit(look.logo_url)
    return [f"{address.scheme}://{address.netloc}"]
