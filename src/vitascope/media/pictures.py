"""Pictures that people send: checked, and made anew as JPEG."""

import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageOps

_POSTERS = {"PNG": "PNG", "JPEG": "JPEG", "WEBP": "WebP"}
_AVATARS = {**_POSTERS, "GIF": "GIF"}
# Some kilobytes can unpack to gigabytes; 50 million pixels are more than any camera's poster.
_MOST_PIXELS = 50_000_000
_LONGEST_EDGE = 1920
_QUALITY = 85


class UnreadablePicture(Exception):
    """The file is no picture we take. ``reason`` is a sentence for the person who sent it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def make_jpeg(
    source: Path,
    target: Path,
    *,
    most_width: int = _LONGEST_EDGE,
    most_height: int = _LONGEST_EDGE,
) -> None:
    """Write ``source`` (PNG, JPEG or WebP) upright to ``target``, which may be the same file.

    Not larger than told (pixels), without transparency and without what cameras note beside
    the picture, such as the place.

    Raises:
        UnreadablePicture: it is something else, damaged, or has too many pixels.
    """
    flat = _read(source, _POSTERS)
    flat.thumbnail((most_width, most_height))
    flat.save(target, "JPEG", quality=_QUALITY, optimize=True)


def make_webp(picture: bytes) -> bytes:
    """A picture (PNG, JPEG or WebP) as WebP; one that is WebP already stays as it is.

    Raises:
        UnreadablePicture: it is something else, damaged, or has too many pixels.
    """
    if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
        return picture
    written = io.BytesIO()
    _read(io.BytesIO(picture), _POSTERS).save(written, "WEBP", quality=_QUALITY)
    return written.getvalue()


def make_avatars(source: Path, widths: Iterable[int]) -> dict[int, bytes]:
    """The square in the middle of ``source`` (PNG, JPEG, WebP, or the first picture of a GIF)
    as a JPEG of each width in pixels, smaller or larger than the original.

    Upright, without transparency and without what cameras note beside the picture.

    Raises:
        UnreadablePicture: it is something else, damaged, or has too many pixels.
    """
    square = _centre(_read(source, _AVATARS))
    return {width: _jpeg_of(square, width) for width in widths}


def _read(source: Path | io.BytesIO, formats: dict[str, str]) -> Image.Image:
    """The picture upright on white, and nothing else that the file holds."""
    try:
        with Image.open(source, formats=list(formats)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise UnreadablePicture("This picture has too many pixels")
            flat = _on_white(ImageOps.exif_transpose(picture))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        *most, last = formats.values()
        known = f"{', '.join(most)} or {last}"
        raise UnreadablePicture(f"This file is not a {known} picture") from error
    # Comments and profiles would be written again from here.
    flat.info.clear()
    return flat


def _centre(picture: Image.Image) -> Image.Image:
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    return picture.crop((left, top, left + side, top + side))


def _jpeg_of(square: Image.Image, width: int) -> bytes:
    # Shrunk roughly first: weighing every pixel of a large picture takes ten times as long.
    resized = square.resize((width, width), Image.Resampling.LANCZOS, reducing_gap=3.0)
    written = io.BytesIO()
    resized.save(written, "JPEG", quality=_QUALITY, optimize=True)
    return written.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layers = picture.convert("RGBA")
    white = Image.new("RGBA", layers.size, "white")
    return Image.alpha_composite(white, layers).convert("RGB")
