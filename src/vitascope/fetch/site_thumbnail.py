"""Keeps a site's thumbnail as a JPEG, or does without one."""

import io
from pathlib import Path

from PIL import Image

_MOST_PIXELS = 36_000_000


def write_thumbnail(data: bytes, path: Path) -> Path | None:
    """Write the picture in ``data`` to ``path`` as a JPEG; None when there is none in it."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            picture.convert("RGB").save(path, "JPEG", quality=90)
    # What Pillow raises on a broken picture depends on the place where it is broken.
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        path.unlink(missing_ok=True)
        return None
    return path
