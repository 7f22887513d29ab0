"""Writing progress where every dialect and page can read it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from vitascope.base.ids import AssetId
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import find_asset, save_tasks
from vitascope.media.progress import OnProgress, Progress
from vitascope.pipeline.workshop import Workshop

_INTERVAL_S = 1.0


async def report(shop: Workshop, asset_id: AssetId, tasks: Sequence[Task]) -> None:
    """Write the given tasks, unless the asset was deleted meanwhile."""
    await asyncio.to_thread(_write, shop, asset_id, tasks)


def task(name: str, state: TaskState) -> Task:
    percent = 100.0 if state is TaskState.DONE else 0.0
    return Task(name=name, state=state, percent=percent, speed=None)


@asynccontextmanager
async def reporting(
    shop: Workshop, asset_id: AssetId, names: Sequence[str], duration_ms: int
) -> AsyncIterator[OnProgress]:
    """Report the tasks ``names``, which advance together, once a second at most.

    They are running inside the block and done when it ends well.
    """
    latest: list[Progress] = []
    await report(shop, asset_id, [task(name, TaskState.RUNNING) for name in names])
    writer = asyncio.create_task(_keep_writing(shop, asset_id, names, duration_ms, latest))
    try:
        yield lambda progress: latest.__setitem__(slice(None), [progress])
    finally:
        writer.cancel()
        with suppress(asyncio.CancelledError):
            await writer
    await report(shop, asset_id, [task(name, TaskState.DONE) for name in names])


async def _keep_writing(
    shop: Workshop,
    asset_id: AssetId,
    names: Sequence[str],
    duration_ms: int,
    latest: list[Progress],
) -> None:
    while True:
        await asyncio.sleep(_INTERVAL_S)
        if not latest:
            continue
        progress = latest.pop()
        percent = min(99.0, 100 * progress.out_time_ms / max(1, duration_ms))
        running = [
            Task(
                name=name,
                state=TaskState.RUNNING,
                percent=round(percent, 1),
                speed=progress.speed or None,
            )
            for name in names
        ]
        await report(shop, asset_id, running)


def _write(shop: Workshop, asset_id: AssetId, tasks: Sequence[Task]) -> None:
    with shop.db.begin() as tx:
        if find_asset(tx, asset_id) is not None:
            save_tasks(tx, asset_id, tasks)
