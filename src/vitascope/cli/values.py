"""Values as people write and read them."""

import re
from datetime import datetime

from rich.markup import escape
from rich.table import Table

_UNITS = ("bytes", "KB", "MB", "GB", "TB")
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*(|B|[KMGT]B?)", re.IGNORECASE)
_UNLIMITED = "unlimited"


def read_size(text: str) -> int | None:
    """Bytes from ``500MB`` or ``1.5 GB``, of 1024 each; None from ``unlimited``.

    Raises:
        ValueError: it is neither; the text says what it should be.
    """
    if text.strip().lower() == _UNLIMITED:
        return None
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is no size: write 500MB, 20GB or {_UNLIMITED}")
    power = " KMGT".index((found[2][:1].upper() or "B").replace("B", " "))
    return int(float(found[1]) * 1024**power)


def size(size_bytes: int | None) -> str:
    """What :func:`read_size` reads, rounded."""
    if size_bytes is None:
        return _UNLIMITED
    number, unit = float(size_bytes), 0
    while number >= 1024 and unit < len(_UNITS) - 1:
        number, unit = number / 1024, unit + 1
    return f"{number:.0f} {_UNITS[unit]}" if unit == 0 else f"{number:.1f} {_UNITS[unit]}"


def moment(time: datetime | None) -> str:
    """Day and minute, UTC; ``never`` for None."""
    return "never" if time is None else f"{time:%Y-%m-%d %H:%M}"


def plain(text: str | None) -> str:
    """What somebody else wrote, so that it can neither colour nor command the terminal."""
    shown = (letter if letter.isprintable() or letter == "\n" else "�" for letter in text or "")
    return escape("".join(shown))


def table(*names: str) -> Table:
    """A table that breaks long values where they do not fit, rather than cut them."""
    made = Table()
    for name in names:
        made.add_column(name, overflow="fold")
    return made
