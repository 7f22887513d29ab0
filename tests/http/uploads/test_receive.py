"""Every upload protocol rests on this, so it is held against a model of itself."""

import asyncio
import errno
import hashlib
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.conftest import SECRET
from tests.http.uploads.making import begun, body, leaving, make_runtime, uploader

from vitascope.base.errors import Invalid, StorageFull
from vitascope.core.schema import metadata
from vitascope.core.uploads.model import (
    ChecksumMismatch,
    FileTooLarge,
    UploadBusy,
    UploadProtocol,
    WrongOffset,
)
from vitascope.core.uploads.queries import list_chunks
from vitascope.db import Database
from vitascope.http.asgi import Message
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.chunks import ChunkSizeMismatch, receive_chunk
from vitascope.http.uploads.files import files_of
from vitascope.http.uploads.receive import ALGORITHMS, Checksum, receive_bytes

SIZE = 300


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


@cache
def _empty_database() -> bytes:
    """With every table: making them takes longer than the steps of an example."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        db = Database(f"sqlite:///{file}", secret=SECRET)
        with db.begin() as tx:
            metadata.create_all(tx)
        db.close()
        return file.read_bytes()


def _open_database(folder: str) -> Database:
    file = Path(folder) / "test.db"
    file.write_bytes(_empty_database())
    return Database(f"sqlite:///{file}", secret=SECRET)


class Uploading(RuleBasedStateMachine):
    """Senders that send too much, too little, at the wrong place, with wrong checksums, that
    leave, and a server that restarts: the file holds what was acknowledged, and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp()
        self.db = _open_database(self.folder)
        self.runtime = make_runtime(self.db, Path(self.folder))
        self.upload = begun(self.runtime, uploader(self.db), SIZE)
        self.model = b""
        self.sent = 0

    def teardown(self) -> None:
        self.db.close()
        shutil.rmtree(self.folder)

    def fresh(self, size: int) -> bytes:
        """Bytes that no other call gives, so that a mix is seen."""
        self.sent += 1
        return hashlib.shake_128(b"%d" % self.sent).digest(size)

    def receive(self, receive: Any, **values: Any) -> int:
        return asyncio.run(receive_bytes(self.runtime, self.upload, receive, **values))

    @property
    def left(self) -> int:
        return SIZE - len(self.model)

    @rule(data=st.data(), says_length=st.booleans())
    def sends(self, data: st.DataObject, says_length: bool) -> None:
        piece = self.fresh(data.draw(st.integers(0, self.left)))
        length = len(piece) if says_length else None

        end = self.receive(body(piece, 7), offset=len(self.model), length=length)

        self.model += piece
        assert end == len(self.model)

    @rule(algorithm=st.sampled_from(ALGORITHMS), is_right=st.booleans(), data=st.data())
    def sends_with_a_checksum(
        self, algorithm: str, is_right: bool, data: st.DataObject
    ) -> None:
        piece = self.fresh(data.draw(st.integers(0, self.left)))
        digest = hashlib.new(algorithm, piece if is_right else piece + b"x").digest()
        checksum = Checksum(algorithm, digest)

        if is_right:
            self.receive(body(piece, 9), offset=len(self.model), checksum=checksum)
            self.model += piece
        else:
            with pytest.raises(ChecksumMismatch):
                self.receive(body(piece, 9), offset=len(self.model), checksum=checksum)

    @rule(offset=st.integers(0, SIZE + 5))
    def sends_at_the_wrong_place(self, offset: int) -> None:
        if offset == len(self.model):
            return
        with pytest.raises(WrongOffset) as refused:
            self.receive(body(self.fresh(3)), offset=offset)
        assert refused.value.offset == len(self.model)

    @rule(more=st.integers(1, 50), says_length=st.booleans())
    def sends_too_much(self, more: int, says_length: bool) -> None:
        piece = self.fresh(self.left + more)
        length = len(piece) if says_length else None
        with pytest.raises(FileTooLarge):
            self.receive(body(piece, 11), offset=len(self.model), length=length)

    @precondition(lambda self: self.left)
    @rule(data=st.data())
    def leaves(self, data: st.DataObject) -> None:
        piece = self.fresh(data.draw(st.integers(0, self.left)))

        with pytest.raises(Invalid, match="ended before"):
            self.receive(leaving(piece), offset=len(self.model))

        self.model += piece

    @rule(data=st.data())
    def leaves_in_the_middle_of_checked_bytes(self, data: st.DataObject) -> None:
        piece = self.fresh(data.draw(st.integers(0, self.left)))
        checksum = Checksum("sha256", hashlib.sha256(piece).digest())
        with pytest.raises(Invalid, match="ended before"):
            self.receive(leaving(piece), offset=len(self.model), checksum=checksum)

    @rule()
    def the_server_restarts(self) -> None:
        self.runtime = make_runtime(self.db, Path(self.folder))

    @rule(data=st.data())
    def the_server_dies_in_the_middle_of_checked_bytes(self, data: st.DataObject) -> None:
        files = files_of(self.runtime)
        piece = self.fresh(data.draw(st.integers(0, self.left)))
        with files.hold(self.upload.uuid):
            files.doubt(self.upload.uuid, len(self.model))
            with files.path(self.upload.uuid).open("ab") as file:
                file.write(piece)
        self.runtime = make_runtime(self.db, Path(self.folder))

    @invariant()
    def nothing_is_lost_and_nothing_is_added(self) -> None:
        files = files_of(self.runtime)
        received = files.received(self.upload.uuid)
        path = files.path(self.upload.uuid)
        content = path.read_bytes()[:received] if path.exists() else b""
        assert (received, content) == (len(self.model), self.model)

    @invariant()
    def the_running_hash_is_that_of_the_bytes(self) -> None:
        size = len(self.model)
        known = self.runtime.hashes.take(self.upload.uuid, size)
        if known is not None and size:
            assert known.hexdigest() == hashlib.sha256(self.model).hexdigest()
            self.runtime.hashes.keep(self.upload.uuid, size, known)


Uploading.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
test_what_arrives_is_what_a_model_of_it_holds = Uploading.TestCase


class Chunking(RuleBasedStateMachine):
    """The same for numbered chunks: what was acknowledged is there, whole, and the last one
    that was sent whole wins.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp()
        self.db = _open_database(self.folder)
        self.runtime = make_runtime(self.db, Path(self.folder))
        chunks = {"protocol": UploadProtocol.CHUNKS, "chunk_bytes": 64}
        self.upload = begun(self.runtime, uploader(self.db), SIZE, **chunks)
        self.model: dict[int, bytes] = {}
        self.sent = 0

    def teardown(self) -> None:
        self.db.close()
        shutil.rmtree(self.folder)

    def fresh(self, size: int) -> bytes:
        self.sent += 1
        return hashlib.shake_128(b"%d" % self.sent).digest(size)

    def receive(self, position: int, receive: Any) -> list[int]:
        return asyncio.run(receive_chunk(self.runtime, self.upload, position, receive))

    @rule(position=st.integers(0, 4))
    def sends(self, position: int) -> None:
        piece = self.fresh(self.upload.chunk_size(position))

        arrived = self.receive(position, body(piece, 13))

        self.model[position] = piece
        assert arrived == sorted(self.model)

    @rule(position=st.integers(0, 4), more=st.integers(-60, 60).filter(bool))
    def sends_another_size(self, position: int, more: int) -> None:
        size = self.upload.chunk_size(position) + more
        if size < 0:
            return
        with pytest.raises(ChunkSizeMismatch) as refused:
            self.receive(position, body(self.fresh(size), 13))
        assert refused.value.is_larger is (more > 0)

    @rule(position=st.integers(0, 4), part=st.integers(0, 64))
    def leaves(self, position: int, part: int) -> None:
        piece = self.fresh(min(part, self.upload.chunk_size(position)))
        with pytest.raises(Invalid, match="ended before"):
            self.receive(position, leaving(piece))

    @rule(position=st.sampled_from([-1, 5, 1000]))
    def sends_what_there_is_no_place_for(self, position: int) -> None:
        with pytest.raises(Invalid, match="numbered from 0 to 4"):
            self.receive(position, body(b"x"))

    @invariant()
    def what_was_acknowledged_is_there(self) -> None:
        with self.db.read() as tx:
            known = list_chunks(tx, self.upload.id)
        path = files_of(self.runtime).path(self.upload.uuid)
        content = path.read_bytes() if path.exists() else b""
        found = {
            position: content[position * 64 : position * 64 + self.upload.chunk_size(position)]
            for position in known
        }
        assert found == self.model


Chunking.TestCase.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
test_chunks_are_what_a_model_of_them_holds = Chunking.TestCase


async def test_two_writers_on_one_upload_are_one_too_many(runtime: Runtime) -> None:
    upload = begun(runtime, uploader(runtime.db), SIZE)
    started, go_on = asyncio.Event(), asyncio.Event()

    async def slowly() -> Message:
        started.set()
        await go_on.wait()
        return {"type": "http.request", "body": b"first", "more_body": False}

    first = asyncio.create_task(receive_bytes(runtime, upload, slowly, offset=0))
    await started.wait()
    with pytest.raises(UploadBusy):
        await receive_bytes(runtime, upload, body(b"second"), offset=0)
    go_on.set()

    assert await first == 5
    assert files_of(runtime).path(upload.uuid).read_bytes() == b"first"


async def test_a_body_shorter_than_it_says_keeps_what_came(runtime: Runtime) -> None:
    upload = begun(runtime, uploader(runtime.db), SIZE)

    with pytest.raises(Invalid, match="shorter"):
        await receive_bytes(runtime, upload, body(b"four"), offset=0, length=10)

    assert files_of(runtime).received(upload.uuid) == 4


async def test_a_full_disk_keeps_what_it_took(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = begun(runtime, uploader(runtime.db), SIZE)
    await receive_bytes(runtime, upload, body(b"here"), offset=0)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", full)
        with pytest.raises(StorageFull, match="is kept"):
            await receive_bytes(runtime, upload, body(b"more"), offset=4)

    assert files_of(runtime).received(upload.uuid) == 4
    assert await receive_bytes(runtime, upload, body(b"more"), offset=4) == 8


async def test_an_upload_of_unknown_size_is_limited_all_the_same(runtime: Runtime) -> None:
    upload = begun(runtime, uploader(runtime.db), None)

    with pytest.raises(FileTooLarge):
        await receive_bytes(
            runtime, upload, body(b"x"), offset=0, length=runtime.max_upload_bytes + 1
        )
