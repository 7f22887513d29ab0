"""Where the logo of a preset is kept."""

import hashlib

from vitascope.core.presets.model import Preset

LOGOS = "presets/"
_MARK_CHARACTERS = 32


def logo_mark(preset: Preset) -> str | None:
    """What the address of the logo is told from others by; None without a logo."""
    address = preset.look.logo_url
    if not address:
        return None
    return hashlib.sha256(address.encode()).hexdigest()[:_MARK_CHARACTERS]


def logo_key(preset: Preset) -> str | None:
    """The key in the store; another one for every address. None without a logo."""
    mark = logo_mark(preset)
    return None if mark is None else f"{LOGOS}{preset.uuid}/{mark}"
