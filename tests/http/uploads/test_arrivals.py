from pathlib import Path

import pytest
from tests.core.stats.counting import totals
from tests.http.uploads.making import begun, body, leaving, make_runtime, uploader

from vitascope.base.errors import Invalid
from vitascope.core.stats.model import Meter, Scope
from vitascope.core.uploads.model import ChecksumMismatch, UploadProtocol
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.arrivals import Arrivals, sender
from vitascope.http.uploads.chunks import receive_chunk
from vitascope.http.uploads.receive import Checksum, receive_bytes


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


def counted(runtime: Runtime) -> dict[tuple[int, int], int]:
    """Bytes by account and 0, so far."""
    runtime.metering.write()
    with runtime.db.read() as tx:
        return totals(tx, Meter.UPLOAD, Scope.ACCOUNT)


async def test_bytes_count_for_whoever_sends_them(runtime: Runtime) -> None:
    ada, eve = uploader(runtime.db, "ada"), uploader(runtime.db, "eve")
    hers, others = begun(runtime, ada, 100), begun(runtime, eve, 100)

    await receive_bytes(runtime, hers, body(b"a" * 60), offset=0)
    await receive_bytes(runtime, others, body(b"b" * 5), offset=0)
    await receive_bytes(runtime, hers, body(b"c" * 40), offset=60)

    assert counted(runtime) == {(ada.account_id, 0): 100, (eve.account_id, 0): 5}


async def test_what_a_client_that_left_had_sent_counts(runtime: Runtime) -> None:
    ada = uploader(runtime.db)
    upload = begun(runtime, ada, 100)

    with pytest.raises(Invalid):
        await receive_bytes(runtime, upload, leaving(b"a" * 30), offset=0)
    await receive_bytes(runtime, upload, body(b"b" * 70), offset=30)

    assert counted(runtime) == {(ada.account_id, 0): 100}


async def test_bytes_that_are_sent_again_have_arrived_again(runtime: Runtime) -> None:
    ada = uploader(runtime.db)
    upload = begun(runtime, ada, 10)

    wrong = Checksum("sha1", b"no such digest")
    with pytest.raises(ChecksumMismatch):
        await receive_bytes(runtime, upload, body(b"a" * 10), offset=0, checksum=wrong)
    await receive_bytes(runtime, upload, body(b"a" * 10), offset=0)

    assert counted(runtime) == {(ada.account_id, 0): 20}


async def test_chunks_count_too(runtime: Runtime) -> None:
    ada = uploader(runtime.db)
    chunks = {"protocol": UploadProtocol.CHUNKS, "chunk_bytes": 4}
    upload = begun(runtime, ada, 10, **chunks)

    for position, data in ((2, b"ij"), (0, b"abcd"), (0, b"ABCD")):
        await receive_chunk(runtime, upload, position, body(data))

    assert counted(runtime) == {(ada.account_id, 0): 10}


def test_arrivals_are_what_a_sink_shows_its_digests(runtime: Runtime) -> None:
    ada = uploader(runtime.db)
    with runtime.db.read() as tx:
        account_id = sender(tx, begun(runtime, ada, 10))
    arrivals = Arrivals(runtime.metering, account_id)

    arrivals.update(b"abc")
    arrivals.update(b"de")

    assert counted(runtime) == {(ada.account_id, 0): 5}
