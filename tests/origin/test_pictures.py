import io
from pathlib import Path

from PIL import Image

from vitascope.origin.pictures import WebPictures
from vitascope.storage.local import LocalStore


def put_picture(store: LocalStore, key: str, width: int) -> None:
    written = io.BytesIO()
    Image.new("RGB", (width, 9)).save(written, "PNG")
    store.put(key, io.BytesIO(written.getvalue()))


def width_of(data: bytes | None) -> int:
    assert data is not None
    with Image.open(io.BytesIO(data), formats=["WEBP"]) as picture:
        return picture.width


def test_the_first_that_is_there_is_shown(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    store.put("broken.jpg", io.BytesIO(b"no picture"))
    put_picture(store, "a.png", 16)
    put_picture(store, "b.png", 32)
    pictures = WebPictures(store)

    found = [
        width_of(pictures.first(keys))
        for keys in (["gone.jpg", "broken.jpg", "a.png", "b.png"], ["b.png", "a.png"])
    ]

    assert found == [16, 32]


def test_of_nothing_there_is_nothing(tmp_path: Path) -> None:
    pictures = WebPictures(LocalStore(tmp_path))

    assert (pictures.first([]), pictures.first(["gone.jpg"])) == (None, None)


def test_a_picture_is_made_once_in_a_while(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    put_picture(store, "a.png", 16)
    pictures = WebPictures(store)
    pictures.first(["a.png"])
    put_picture(store, "a.png", 32)

    assert width_of(pictures.first(["a.png"])) == 16
