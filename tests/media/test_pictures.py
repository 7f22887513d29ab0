import io
from pathlib import Path

import pytest
from PIL import Image

from vitascope.media.pictures import UnreadablePicture, make_jpeg

ROTATED = 6
ORIENTATION = 0x0112


def draw(path: Path, kind: str, size: tuple[int, int], color: str = "red") -> Path:
    Image.new("RGB", size, color).save(path, kind)
    return path


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_becomes_a_jpeg_of_its_size(tmp_path: Path, kind: str) -> None:
    path = draw(tmp_path / "picture", kind, (640, 360))

    make_jpeg(path, path)

    with Image.open(path) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (640, 360))


def test_a_large_picture_shrinks(tmp_path: Path) -> None:
    path = draw(tmp_path / "picture", "PNG", (3840, 1080))

    make_jpeg(path, path)

    with Image.open(path) as picture:
        assert picture.size == (1920, 540)


def test_a_picture_is_turned_upright_and_forgets_its_camera(tmp_path: Path) -> None:
    source, target = tmp_path / "picture", tmp_path / "target.jpg"
    exif = Image.Exif()
    exif[ORIENTATION] = ROTATED
    exif[0x010F] = "A camera"
    Image.new("RGB", (60, 30), "red").save(source, "JPEG", exif=exif, comment=b"A place")

    make_jpeg(source, target)

    with Image.open(target) as picture:
        assert (picture.size, dict(picture.getexif())) == ((30, 60), {})
        assert picture.info.get("comment") is None


def test_transparent_pictures_stand_on_white(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(path, "PNG")

    make_jpeg(path, path)

    with Image.open(path) as picture:
        assert picture.getpixel((4, 4)) == (255, 255, 255)


def gif() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "GIF")
    return buffer.getvalue()


def cut_off() -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(buffer, "PNG")
    return buffer.getvalue()[:200]


def endless() -> bytes:
    """A few kilobytes that unpack to 256 million pixels."""
    buffer = io.BytesIO()
    Image.new("1", (16_000, 16_000)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"no picture", gif(), cut_off(), endless()], ids=range(5)
)
def test_what_is_no_picture_is_refused_with_a_reason(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)

    with pytest.raises(UnreadablePicture) as caught:
        make_jpeg(path, path)

    assert caught.value.reason == "This file is not a PNG, JPEG or WebP picture"
    assert path.read_bytes() == content


def test_too_many_pixels_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    Image.new("1", (8000, 8000)).save(path, "PNG")

    with pytest.raises(UnreadablePicture) as caught:
        make_jpeg(path, path)

    assert caught.value.reason == "This picture has too many pixels"
