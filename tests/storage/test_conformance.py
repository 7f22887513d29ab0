"""The promises of BlobStore, checked on every backend."""

import io
from pathlib import Path

import pytest

from vitascope.storage import BlobMissing, BlobStore

LARGE = bytes(range(256)) * 4096 * 17  # 17 MB: more than one part and more than two windows


def read(store: BlobStore, key: str, start: int = 0, length: int | None = None) -> bytes:
    return b"".join(store.read(key, start, length))


def test_put_then_read_gives_the_same_bytes(store: BlobStore) -> None:
    size_bytes = store.put("assets/a/720p.mp4", io.BytesIO(b"abc"))

    assert size_bytes == 3
    assert store.size("assets/a/720p.mp4") == 3
    assert read(store, "assets/a/720p.mp4") == b"abc"


def test_an_empty_blob_is_a_blob(store: BlobStore) -> None:
    store.put("empty", io.BytesIO(b""))

    assert store.size("empty") == 0
    assert read(store, "empty") == b""
    assert list(store.list("")) == ["empty"]


def test_a_large_stream_comes_back_in_pieces_of_a_megabyte_at_most(store: BlobStore) -> None:
    size_bytes = store.put("large", io.BytesIO(LARGE))

    pieces = list(store.read("large"))
    assert size_bytes == len(LARGE)
    assert b"".join(pieces) == LARGE
    assert max(map(len, pieces)) <= 1 << 20


@pytest.mark.parametrize(
    ("start", "length", "expected"),
    [
        (0, 2, b"01"),
        (3, 4, b"3456"),
        (8, None, b"89"),
        (8, 100, b"89"),
        (4, 0, b""),
        (10, None, b""),
        (10, 5, b""),
        (50, 5, b""),
    ],
)
def test_read_gives_the_range_that_exists(
    store: BlobStore, start: int, length: int | None, expected: bytes
) -> None:
    store.put("digits", io.BytesIO(b"0123456789"))

    found = read(store, "digits", start, length)

    assert found == expected


def test_what_is_missing_is_missing_in_every_way_of_asking(store: BlobStore) -> None:
    with pytest.raises(BlobMissing):
        store.size("nothing")
    with pytest.raises(BlobMissing):
        next(iter(store.read("nothing")))
    with pytest.raises(BlobMissing):
        next(iter(store.read("nothing", 5, 5)))
    with pytest.raises(BlobMissing):
        store.copy("nothing", "target")


def test_put_replaces_the_old_blob(store: BlobStore) -> None:
    store.put("a", io.BytesIO(b"old bytes"))

    store.put("a", io.BytesIO(b"new"))

    assert read(store, "a") == b"new"
    assert list(store.list("")) == ["a"]


class Broken(io.RawIOBase):
    """Breaks after ``size_bytes`` bytes."""

    def __init__(self, size_bytes: int) -> None:
        self._left = size_bytes

    def read(self, size: int = -1, /) -> bytes:
        if self._left <= 0:
            raise OSError("disk gone")
        piece = b"x" * min(size, self._left)
        self._left -= len(piece)
        return piece


@pytest.mark.parametrize("size_bytes", [0, 20 << 20])
def test_failed_put_keeps_the_old_blob(store: BlobStore, size_bytes: int) -> None:
    store.put("folder/a", io.BytesIO(b"old"))

    with pytest.raises(OSError, match="disk gone"):
        store.put("folder/a", Broken(size_bytes))  # type: ignore[arg-type]  # read is enough

    assert read(store, "folder/a") == b"old"
    assert list(store.list("")) == ["folder/a"]


def test_put_file_takes_the_file_over(store: BlobStore, tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes(b"abc")

    size_bytes = store.put_file("sources/a", path)

    assert size_bytes == 3
    assert read(store, "sources/a") == b"abc"
    assert not path.exists()


def test_put_file_of_a_missing_file_stores_nothing(store: BlobStore, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        store.put_file("sources/a", tmp_path / "missing")

    assert list(store.list("")) == []


def test_delete_twice_is_fine(store: BlobStore) -> None:
    store.put("a/b/c", io.BytesIO(b"x"))

    store.delete("a/b/c")
    store.delete("a/b/c")

    assert list(store.list("")) == []


def test_a_copy_has_a_life_of_its_own(store: BlobStore) -> None:
    store.put("a", io.BytesIO(b"first"))

    store.copy("a", "copies/b")
    store.copy("a", "copies/b")
    store.put("a", io.BytesIO(b"second"))

    assert read(store, "copies/b") == b"first"
    assert sorted(store.list("")) == ["a", "copies/b"]
    store.delete("a")
    assert read(store, "copies/b") == b"first"


def test_a_blob_copied_onto_itself_stays(store: BlobStore) -> None:
    store.put("a", io.BytesIO(b"first"))

    store.copy("a", "a")

    assert read(store, "a") == b"first"
    assert list(store.list("")) == ["a"]


@pytest.mark.parametrize("prefix", ["assets/1", "assets/1/"])
def test_list_knows_folders_not_beginnings_of_names(store: BlobStore, prefix: str) -> None:
    for key in ("assets/1/a", "assets/1/b/c", "assets/10/a", "other"):
        store.put(key, io.BytesIO(b"x"))

    found = sorted(store.list(prefix))

    assert found == ["assets/1/a", "assets/1/b/c"]
    assert list(store.list("assets/2")) == []


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        "..",
        "../a",
        "a/../b",
        "a/..",
        "./a",
        ".a",
        "a\\b",
        "a\0",
        "\n",
    ],
)
def test_a_key_that_is_none_is_refused_by_every_method(
    store: BlobStore, key: str, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"kept")
    store.put("good", io.BytesIO(b"x"))

    for deed in (
        lambda: store.put(key, io.BytesIO(b"x")),
        lambda: store.put_file(key, path),
        lambda: list(store.read(key)),
        lambda: list(store.read(key, 0, 1)),
        lambda: store.size(key),
        lambda: store.delete(key),
        lambda: store.copy(key, "good"),
        lambda: store.copy("good", key),
    ):
        with pytest.raises(ValueError, match="not a key"):
            deed()

    assert path.read_bytes() == b"kept"
    assert list(store.list("")) == ["good"]
