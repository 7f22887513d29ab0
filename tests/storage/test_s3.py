import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from vitascope.storage import BlobMissing, SignedUrls, StorageOptions, StoreError, open_store

pytestmark = pytest.mark.s3

Options = Callable[[], StorageOptions]


def test_a_signed_url_serves_ranges_and_names_the_file(s3_options: Options) -> None:
    store = open_store(s3_options())
    assert isinstance(store, SignedUrls)
    store.put("assets/a b+c/720p.mp4", io.BytesIO(b"0123456789"))

    url = store.signed_url("assets/a b+c/720p.mp4", expires_s=60, filename='Käse "1".mp4')
    answer = httpx.get(url, headers={"Range": "bytes=2-4"})

    assert (answer.status_code, answer.content) == (206, b"234")
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"K_se _1_.mp4\"; filename*=UTF-8''K%C3%A4se%20%221%22.mp4"
    )


def test_signed_urls_name_the_server_as_viewers_reach_it() -> None:
    store = open_store(
        StorageOptions(
            url="s3://bucket/some/prefix/",
            endpoint="http://10.0.0.1:9000",
            public_endpoint="https://media.example.org/",
            access_key="a",
            secret_key="b",
        )
    )
    assert isinstance(store, SignedUrls)

    url = store.signed_url("key", expires_s=60)

    assert url.partition("?")[0] == "https://media.example.org/bucket/some/prefix/key"


def test_two_prefixes_of_a_bucket_do_not_see_each_other(s3_options: Options) -> None:
    one, two = open_store(s3_options()), open_store(s3_options())

    one.put("a", io.BytesIO(b"1"))

    assert list(one.list("")) == ["a"]
    assert list(two.list("")) == []


def test_a_list_is_longer_than_one_page_of_the_server(s3_options: Options) -> None:
    store = open_store(s3_options())
    keys = {f"many/{number:04}" for number in range(1010)}
    for key in keys:
        store.put(key, io.BytesIO(b""))

    found = set(store.list("many"))

    assert found == keys


def test_a_missing_bucket_is_no_missing_blob(s3_options: Options) -> None:
    options = replace(s3_options(), url="s3://no-such-bucket")
    store = open_store(options)

    with pytest.raises(StoreError, match="bucket does not exist") as caught:
        store.put("a", io.BytesIO(b"x"))

    assert caught.value.permanent
    assert not isinstance(caught.value, BlobMissing)


MEMORY = """
import io, resource, sys
from vitascope.storage import StorageOptions, open_store

class Zeros(io.RawIOBase):
    left = 256 << 20
    def read(self, size=-1):
        size = min(size, self.left)
        self.left -= size
        return bytes(size)

store = open_store(StorageOptions(url="s3://vitascope-tests/memory", endpoint=sys.argv[1],
                                  access_key="testing", secret_key="testing"))
store.put("small", io.BytesIO(b"x"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert store.put("large", Zeros()) == 256 << 20
assert sum(map(len, store.read("large"))) == 256 << 20
store.delete("large")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_memory_stays_flat_for_any_size(s3_endpoint: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", MEMORY, s3_endpoint], capture_output=True, text=True, check=True
    )

    grown_mb = int(run.stdout)
    assert grown_mb < 128


def test_a_store_without_keys_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="secret key"):
        open_store(StorageOptions(url="s3://bucket"))


def test_put_file_across_the_network_removes_the_file(
    s3_options: Options, tmp_path: Path
) -> None:
    store = open_store(s3_options())
    path = tmp_path / "large"
    path.write_bytes(bytes(20 << 20))

    store.put_file("large", path)

    assert store.size("large") == 20 << 20
    assert not path.exists()
