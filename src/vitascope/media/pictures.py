"""Pictures that people send: checked, and made anew as JPEG."""

from pathlib import Path

from PIL import Image, ImageOps

_FORMATS = ("PNG", "JPEG", "WEBP")
# Some kilobytes can unpack to gigabytes; 50 million pixels are more than any camera's poster.
_MOST_PIXELS = 50_000_000
_LONGEST_EDGE = 1920
_QUALITY = 85


class UnreadablePicture(Exception):
    """The file is no picture we take. ``reason`` is a sentence for the person who sent it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def make_jpeg(source: Path, target: Path) -> None:
    """Write ``source`` (PNG, JPEG or WebP) upright to ``target``, which may be the same file.

    At most 1920 pixels on its longer edge, without transparency and without what cameras note
    beside the picture, such as the place.

    Raises:
        UnreadablePicture: it is something else, damaged, or has too many pixels.
    """
    try:
        with Image.open(source, formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise UnreadablePicture("This picture has too many pixels")
            upright = ImageOps.exif_transpose(picture)
            flat = _on_white(upright)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadablePicture("This file is not a PNG, JPEG or WebP picture") from error
    # Comments and profiles would be written again from here.
    flat.info.clear()
    flat.thumbnail((_LONGEST_EDGE, _LONGEST_EDGE))
    flat.save(target, "JPEG", quality=_QUALITY, optimize=True)


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layers = picture.convert("RGBA")
    white = Image.new("RGBA", layers.size, "white")
    return Image.alpha_composite(white, layers).convert("RGB")
