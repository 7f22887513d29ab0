"""Whether the colour of a preset is seen on the player's controls."""

BAR_COLOR = "#080e0d"
"""The ground of the player's controls, as its style sheet has it."""
LEAST_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: what parts of controls owe the ground that they are on."""

_KNEE, _RED, _GREEN, _BLUE = 0.04045, 0.2126, 0.7152, 0.0722


def contrast(one: str, other: str) -> float:
    """How much two colours (``#rrggbb``) differ, 1 to 21, as WCAG 2.2 reckons it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (_linear(part) for part in parts)
    return _RED * red + _GREEN * green + _BLUE * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _KNEE else float(((part + 0.055) / 1.055) ** 2.4)
