import io
import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from vitascope.storage.blob import BlobMissing, LocalPaths
from vitascope.storage.local import LocalStore


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path / "store")


def test_a_deleted_blob_takes_its_empty_folders_along(
    store: LocalStore, tmp_path: Path
) -> None:
    store.put("assets/1/a/b", io.BytesIO(b"x"))
    store.put("assets/2/a", io.BytesIO(b"x"))

    store.delete("assets/1/a/b")

    assert sorted(path.name for path in (tmp_path / "store/assets").iterdir()) == ["2"]


def test_the_store_itself_stays_when_it_is_empty(store: LocalStore, tmp_path: Path) -> None:
    store.put("a/b", io.BytesIO(b"x"))

    store.delete("a/b")

    assert list((tmp_path / "store").iterdir()) == []


def test_local_path_is_the_file_behind_the_key(store: LocalStore) -> None:
    store.put("a/b", io.BytesIO(b"abc"))

    path = store.local_path("a/b")

    assert isinstance(store, LocalPaths)
    assert path.read_bytes() == b"abc"
    with pytest.raises(BlobMissing):
        store.local_path("a")


def test_unfinished_files_are_no_blobs(store: LocalStore, tmp_path: Path) -> None:
    store.put("a/b", io.BytesIO(b"abc"))
    (tmp_path / "store/a/.put-left-by-a-crash").write_bytes(b"part")

    keys = list(store.list(""))

    assert keys == ["a/b"]


def test_a_reader_keeps_the_bytes_that_it_opened(store: LocalStore) -> None:
    old = bytes(2 << 20)
    store.put("a", io.BytesIO(old))
    pieces = store.read("a")
    first = next(pieces)

    store.put("a", io.BytesIO(b"new"))

    assert first + b"".join(pieces) == old


def test_put_file_crosses_file_systems(store: LocalStore, tmp_path: Path) -> None:
    shared_memory = Path("/dev/shm")
    if not shared_memory.is_dir() or shared_memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is only one file system")
    with tempfile.NamedTemporaryFile(dir=shared_memory, delete=False) as file:
        file.write(b"abc")

    size_bytes = store.put_file("a/b", Path(file.name))

    assert size_bytes == 3
    assert b"".join(store.read("a/b")) == b"abc"
    assert not Path(file.name).exists()


def test_blobs_are_readable_as_the_process_wishes(store: LocalStore) -> None:
    before = os.umask(0o022)
    try:
        store.put("a", io.BytesIO(b"x"))
    finally:
        os.umask(before)

    assert store.local_path("a").stat().st_mode & 0o777 == 0o644


def test_puts_and_deletes_in_one_folder_do_not_disturb_each_other(store: LocalStore) -> None:
    def put_and_delete(name: str) -> None:
        for _ in range(30):
            store.put(f"deep/folder/{name}", io.BytesIO(b"x"))
            store.delete(f"deep/folder/{name}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(put_and_delete, "abcd"))

    assert list(store.list("")) == []
