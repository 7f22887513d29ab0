import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from vitascope.core.uploads.model import UploadBusy
from vitascope.http.uploads.files import UploadFiles

ONE = uuid.UUID(int=1)
TWO = uuid.UUID(int=2)


@pytest.fixture
def files(tmp_path: Path) -> UploadFiles:
    return UploadFiles(tmp_path / "uploads")


def test_nothing_has_arrived_before_the_first_byte(files: UploadFiles) -> None:
    assert files.received(ONE) == 0
    assert files.list() == set()


def test_one_upload_has_one_writer_and_another_upload_another(files: UploadFiles) -> None:
    with files.hold(ONE):
        with pytest.raises(UploadBusy), files.hold(ONE):
            pass
        with files.hold(TWO):
            pass
    with files.hold(ONE):
        pass


def test_chunks_are_written_side_by_side_but_not_while_all_of_it_is_held(
    files: UploadFiles,
) -> None:
    with files.hold_chunk(ONE, 0), files.hold_chunk(ONE, 1):
        with pytest.raises(UploadBusy), files.hold_chunk(ONE, 1):
            pass
        with pytest.raises(UploadBusy), files.hold(ONE):
            pass
    with files.hold(ONE), pytest.raises(UploadBusy), files.hold_chunk(ONE, 0):
        pass


def test_a_lock_that_was_removed_is_no_lock(files: UploadFiles) -> None:
    with files.hold(ONE):
        files.remove(ONE)
        with files.hold(ONE):
            pass


@pytest.mark.process
def test_a_process_that_dies_lets_go(files: UploadFiles) -> None:
    with files.hold(ONE):
        pass
    program = (
        "import sys, uuid, pathlib\n"
        "from vitascope.http.uploads.files import UploadFiles\n"
        "held = UploadFiles(pathlib.Path(sys.argv[1])).hold(uuid.UUID(int=1))\n"
        "held.__enter__()\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(files.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(UploadBusy), files.hold(ONE):
            pass

        holder.kill()
        holder.wait()

    with files.hold(ONE):
        pass


def test_doubted_bytes_do_not_count_and_go_with_the_next_writer(files: UploadFiles) -> None:
    with files.hold(ONE):
        files.path(ONE).write_bytes(b"good")
        files.doubt(ONE, 4)
        files.path(ONE).write_bytes(b"goodbad")

    doubted = files.received(ONE)
    with files.hold(ONE):
        kept = files.path(ONE).read_bytes()

    assert (doubted, kept, files.received(ONE)) == (4, b"good", 4)


def test_trusted_bytes_stay(files: UploadFiles) -> None:
    with files.hold(ONE):
        files.doubt(ONE, 0)
        files.path(ONE).write_bytes(b"good")
        files.trust(ONE)

    with files.hold(ONE):
        pass

    assert files.received(ONE) == 4


def test_a_doubt_that_was_half_written_is_a_doubt_of_everything(files: UploadFiles) -> None:
    with files.hold(ONE):
        files.path(ONE).write_bytes(b"bytes")
    (files.folder / f"{ONE.hex}.doubt").write_text("")

    assert files.received(ONE) == 0


def test_removing_takes_everything_of_one_upload(files: UploadFiles) -> None:
    with files.hold(ONE), files.hold(TWO):
        for upload in (ONE, TWO):
            files.path(upload).write_bytes(b"x")
        (files.folder / f"{ONE.hex}.jpg").write_bytes(b"picture")

    files.remove(ONE)
    files.remove(ONE)

    assert files.list() == {TWO}


def test_what_is_no_upload_is_not_listed(files: UploadFiles) -> None:
    files.folder.mkdir(parents=True)
    (files.folder / "notes.txt").write_text("mine")

    assert files.list() == set()
    assert [path.name for path in files.folder.iterdir()] == ["notes.txt"]
