"""Numbers and names in paths."""

import uuid

from vitascope.base.errors import Invalid

_LARGEST = 2**31 - 1
_MOST_DIGITS = 10
# Rows are counted from 1.
_NOBODYS = 0


def parse_id(text: str, refusal: str) -> int:
    """A row's number; 0 for one that no row can have.

    Raises:
        Invalid: it is no number. Its message is ``refusal``.
    """
    if not (text.isascii() and text.isdigit()):
        raise Invalid("id", refusal)
    # PostgreSQL refuses to look for larger numbers than its column holds.
    number = int(text) if len(text) <= _MOST_DIGITS else _NOBODYS
    return number if number <= _LARGEST else _NOBODYS


def audio_uuid(asset_uuid: uuid.UUID, name: str) -> uuid.UUID:
    """How an audio track is named on the wire; ``name`` is ours (``audio-0``)."""
    return uuid.uuid5(asset_uuid, f"audio {name}")


def subtitle_uuid(asset_uuid: uuid.UUID, name: str) -> uuid.UUID:
    """How a caption is named on the wire; ``name`` is ours (``en``)."""
    return uuid.uuid5(asset_uuid, f"subtitle {name}")
