import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from vitascope.media.pictures import (
    UnreadablePicture,
    make_avatars,
    make_jpeg,
    make_webp,
)

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


def test_a_picture_fits_into_the_size_that_is_told(tmp_path: Path) -> None:
    path = draw(tmp_path / "picture", "PNG", (1000, 2160))

    make_jpeg(path, path, most_width=1920, most_height=1080)

    with Image.open(path) as picture:
        assert picture.size == (500, 1080)


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


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_an_avatar_is_a_square_jpeg_of_every_width(tmp_path: Path, kind: str) -> None:
    path = draw(tmp_path / "picture", kind, (640, 360))

    made = make_avatars(path, [1500, 48])

    found = {width: _opened(content) for width, content in made.items()}
    assert {width: (p.format, p.mode, p.size) for width, p in found.items()} == {
        1500: ("JPEG", "RGB", (1500, 1500)),
        48: ("JPEG", "RGB", (48, 48)),
    }


def test_an_avatar_shows_the_middle(tmp_path: Path) -> None:
    picture = Image.new("RGB", (90, 30), "blue")
    picture.paste("red", (30, 0, 60, 30))
    picture.save(tmp_path / "picture", "PNG")

    made = _opened(make_avatars(tmp_path / "picture", [120])[120])

    corners = [made.getpixel(at) for at in ((1, 1), (118, 1), (1, 118), (118, 118))]
    assert all(_is_red(color) for color in corners), corners


def test_an_avatar_stands_upright_and_forgets_its_camera(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = ROTATED
    picture = Image.new("RGB", (60, 60), "blue")
    picture.paste("red", (0, 0, 30, 60))
    path = tmp_path / "picture"
    picture.save(path, "JPEG", exif=exif, comment=b"A place", quality=95)

    made = _opened(make_avatars(path, [120])[120])

    # Turned to the right, what was on the left is at the top.
    assert [_is_red(made.getpixel((60, y))) for y in (20, 100)] == [True, False]
    assert (dict(made.getexif()), made.info.get("comment")) == ({}, None)


def test_a_transparent_avatar_stands_on_white(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(path, "GIF")

    made = _opened(make_avatars(path, [48])[48])

    assert made.getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize("content", [b"no picture", cut_off(), endless()], ids=range(3))
def test_what_is_no_picture_makes_no_avatar(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)

    with pytest.raises(UnreadablePicture) as caught:
        make_avatars(path, [48])

    assert caught.value.reason == "This file is not a PNG, JPEG, WebP or GIF picture"


def test_too_many_pixels_make_no_avatar(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    Image.new("1", (8000, 8000)).save(path, "GIF")

    with pytest.raises(UnreadablePicture) as caught:
        make_avatars(path, [48])

    assert caught.value.reason == "This picture has too many pixels"


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def _is_red(color: Any) -> bool:
    red, green, blue = color
    return bool(red > 200 and green < 60 and blue < 60)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_becomes_webp(tmp_path: Path, kind: str) -> None:
    data = draw(tmp_path / "picture", kind, (64, 36)).read_bytes()

    made = make_webp(data)

    with Image.open(io.BytesIO(made)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (64, 36))
    assert (made == data) is (kind == "WEBP")


def test_what_is_no_picture_becomes_no_webp() -> None:
    with pytest.raises(UnreadablePicture):
        make_webp(b"no picture")
