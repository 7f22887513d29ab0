import io
from pathlib import Path

import pytest
from PIL import Image

from vitascope.fetch.site_thumbnail import write_thumbnail


def drawn(kind: str, mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (64, 36)).save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data", [drawn("PNG", "RGBA"), drawn("WEBP"), drawn("GIF", "P"), drawn("JPEG", "L")]
)
def test_any_picture_becomes_a_jpeg(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "video.jpg"

    written = write_thumbnail(data, path)

    with Image.open(path) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (64, 36))
    assert written == path


@pytest.mark.parametrize("data", [b"", b"<html>", drawn("PNG")[:50], drawn("JPEG")[:100]])
def test_a_broken_picture_is_none(tmp_path: Path, data: bytes) -> None:
    written = write_thumbnail(data, tmp_path / "video.jpg")

    assert written is None
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_would_fill_the_memory_is_none(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("1", (9000, 9000)).save(buffer, "PNG")

    written = write_thumbnail(buffer.getvalue(), tmp_path / "video.jpg")

    assert written is None
