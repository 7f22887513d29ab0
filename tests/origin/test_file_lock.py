import asyncio
import subprocess
import sys
from pathlib import Path

from vitascope.origin.file_lock import locked, locked_if_free

HOLDING = """
import asyncio, sys
from pathlib import Path
from vitascope.origin.file_lock import locked

async def main():
    async with locked(Path(sys.argv[1])):
        print("held", flush=True)
        await asyncio.sleep(3600)

asyncio.run(main())
"""


async def test_one_works_at_a_time(tmp_path: Path) -> None:
    lock, at_work, most = tmp_path / "a.lock", 0, 0

    async def work() -> None:
        nonlocal at_work, most
        async with locked(lock):
            at_work += 1
            most = max(most, at_work)
            await asyncio.sleep(0)
            at_work -= 1

    await asyncio.gather(*(work() for _ in range(8)))

    assert (most, at_work, list(tmp_path.iterdir())) == (1, 0, [])


async def test_other_work_is_free(tmp_path: Path) -> None:
    async with locked(tmp_path / "a.lock"):
        with (
            locked_if_free(tmp_path / "a.lock") as same,
            locked_if_free(tmp_path / "b.lock") as other,
        ):
            found = same, other

    assert found == (False, True)


async def test_it_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    words = [sys.executable, "-c", HOLDING, str(lock)]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with locked_if_free(lock) as while_held:
            pass
        holder.kill()

    async with locked(lock):
        pass

    assert not while_held
