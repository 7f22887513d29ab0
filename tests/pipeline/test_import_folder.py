import asyncio
import uuid
from pathlib import Path

import pytest

from vitascope.pipeline.import_findings import Findings
from vitascope.pipeline.import_folder import ImportFolder

NAME = uuid.UUID(int=7)
FINDINGS = Findings(
    file="site/video.mp4",
    filename="Bird.mp4",
    content_type="video/mp4",
    thumbnail="site/video.jpg",
)


@pytest.fixture
def folder(tmp_path: Path) -> ImportFolder:
    return ImportFolder(tmp_path / "imports", NAME)


async def test_a_second_run_waits_until_the_first_lets_go(folder: ImportFolder) -> None:
    order = []
    entered, leaving = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        async with folder.held():
            entered.set()
            await leaving.wait()
            order.append("first")

    async def second() -> None:
        await entered.wait()
        asyncio.get_running_loop().call_later(0.05, leaving.set)
        async with folder.held():
            order.append("second")

    await asyncio.gather(first(), second())

    assert order == ["first", "second"]


async def test_who_waits_can_be_stopped(folder: ImportFolder) -> None:
    async with folder.held():
        waiting = asyncio.create_task(_hold(folder))
        await asyncio.sleep(0)

        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    async with folder.held():
        assert folder.path.is_dir()


async def test_the_folder_is_there_for_who_waited_until_it_was_removed(
    folder: ImportFolder,
) -> None:
    async with folder.held():
        waiting = asyncio.create_task(_hold(folder))
        await asyncio.sleep(0)
        folder.remove()

    assert await waiting


def test_what_was_found_out_is_kept(folder: ImportFolder) -> None:
    folder.part("site")
    before = folder.findings()

    folder.keep(FINDINGS)

    assert (before, folder.findings()) == (None, FINDINGS)


def test_a_file_is_named_only_while_it_is_there(folder: ImportFolder) -> None:
    site = folder.part("site")
    folder.keep(FINDINGS)
    nothing = (folder.file(), folder.thumbnail())

    for name in ("video.mp4", "video.jpg"):
        (site / name).write_bytes(b"bytes")

    assert nothing == (None, None)
    assert (folder.file(), folder.thumbnail()) == (site / "video.mp4", site / "video.jpg")


def test_clearing_leaves_the_folder_and_removing_does_not(folder: ImportFolder) -> None:
    (folder.part("site") / "video.mp4").write_bytes(b"bytes")
    folder.keep(FINDINGS)

    folder.clear()
    left = list(folder.path.iterdir())
    folder.remove()
    folder.remove()

    assert (left, folder.path.exists()) == ([], False)


async def _hold(folder: ImportFolder) -> bool:
    async with folder.held():
        return folder.path.is_dir()
