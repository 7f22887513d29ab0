"""One run of ffmpeg: several renditions come out, and each becomes a blob and a row."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from vitascope.core.assets.model import Asset, Rendition, RenditionKind, RenditionState
from vitascope.core.assets.queries import (
    delete_renditions,
    find_asset,
    list_renditions,
    save_rendition,
)
from vitascope.core.videos.advance import mark_watchable
from vitascope.media.boxes import codec_string
from vitascope.media.complete import check_complete
from vitascope.media.ffmpeg import EncodeFailed
from vitascope.media.packager import encode_limits, run_pass
from vitascope.media.plan import AudioOutput, Pass, VideoOutput
from vitascope.media.playlist import (
    SegmentIndex,
    average_bps,
    peak_bps,
    read_media_playlist,
)
from vitascope.media.probe import Probe
from vitascope.pipeline.charging import charge
from vitascope.pipeline.errors import CannotEncode
from vitascope.pipeline.reporting import reporting
from vitascope.pipeline.workshop import Workshop

_LOOK_S = 0.05
Output = VideoOutput | AudioOutput


def finished(shop: Workshop, asset: Asset) -> list[str]:
    """Names of the renditions that need no more work."""
    with shop.db.read() as tx:
        known = list_renditions(tx, asset.id)
    return [r.name for r in known if r.state is RenditionState.COMPLETE]


def output_names(work: Pass) -> list[str]:
    return [*(output.name for output in work.video), *(output.name for output in work.audio)]


async def make_pass(
    shop: Workshop, asset: Asset, source: Path, work: Pass, probe: Probe, *, growing: bool
) -> None:
    """Run ``work`` and store what came out.

    With ``growing`` the renditions are shown from their first segment on.

    Raises:
        CannotEncode: ffmpeg could not do it, or the source ends before it should.
    """
    folder = shop.scratch.make(asset.uuid)
    outputs: list[Output] = [*work.video, *work.audio]
    names = output_names(work)
    await asyncio.to_thread(_clear, shop, asset, folder, names)
    began_s = time.monotonic()
    try:
        async with reporting(shop, asset.id, names, probe.duration_ms) as on_progress:
            async with _shown(shop, asset, folder, outputs if growing else []):
                await run_pass(
                    shop.tools,
                    source,
                    folder,
                    work,
                    probe,
                    limits=encode_limits(probe),
                    on_progress=on_progress,
                )
            indexes = [read_index(folder, name) for name in names]
            made_ms = max(index.duration_ms for index in indexes)
            check_complete(promised_ms=probe.duration_ms, made_ms=made_ms)
            for output, index in zip(outputs, indexes, strict=True):
                await asyncio.to_thread(_store, shop, asset, folder, output, index)
            await asyncio.to_thread(charge, shop, asset.id, time.monotonic() - began_s)
    except EncodeFailed as error:
        raise CannotEncode(error.reason, permanent=error.permanent) from error


def read_index(folder: Path, name: str) -> SegmentIndex:
    return read_media_playlist((folder / f"{name}.m3u8").read_text())


def _clear(shop: Workshop, asset: Asset, folder: Path, names: Sequence[str]) -> None:
    """Forget what a killed run left: half a file must not be taken for a whole one."""
    with shop.db.begin() as tx:
        delete_renditions(tx, asset.id, names)
    for name in names:
        (folder / f"{name}.mp4").unlink(missing_ok=True)
        (folder / f"{name}.m3u8").unlink(missing_ok=True)


@asynccontextmanager
async def _shown(
    shop: Workshop, asset: Asset, folder: Path, outputs: Sequence[Output]
) -> AsyncIterator[None]:
    """Let people watch ``outputs`` as soon as each has a segment.

    Nothing of it goes on after the block: a complete rendition must not become a growing one
    again.
    """
    if not outputs or not shop.serves_growing:
        yield
        return
    over = asyncio.Event()
    watching = asyncio.create_task(_show(shop, asset, folder, outputs, over))
    try:
        yield
    finally:
        over.set()
        await watching


async def _show(
    shop: Workshop,
    asset: Asset,
    folder: Path,
    outputs: Sequence[Output],
    over: asyncio.Event,
) -> None:
    while not all(_has_segment(folder, output.name) for output in outputs):
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), _LOOK_S)
        if over.is_set():
            return
    await asyncio.to_thread(_save_growing, shop, asset, folder, outputs)


def _has_segment(folder: Path, name: str) -> bool:
    # The playlist is rewritten in place, so it may be caught half written.
    with suppress(OSError, ValueError):
        return bool(read_index(folder, name).segments)
    return False


def _save_growing(
    shop: Workshop, asset: Asset, folder: Path, outputs: Sequence[Output]
) -> None:
    with shop.db.begin() as tx:
        if find_asset(tx, asset.id) is None:
            return
        for output in outputs:
            path = folder / f"{output.name}.mp4"
            save_rendition(tx, _growing(asset, output, path), [])
        mark_watchable(tx, asset.id, now=shop.now())


def _store(
    shop: Workshop, asset: Asset, folder: Path, output: Output, index: SegmentIndex
) -> None:
    path = folder / f"{output.name}.mp4"
    rendition = _complete(asset, output, path, index)
    shop.store.put_file(asset.blob_key(rendition.file_name), path)
    segments = [[0, 0, index.init_bytes]]
    segments += [[s.duration_ms, s.offset, s.size_bytes] for s in index.segments]
    with shop.db.begin() as tx:
        if find_asset(tx, asset.id) is not None:
            save_rendition(tx, rendition, segments)
            mark_watchable(tx, asset.id, now=shop.now())


def _common(asset: Asset, output: Output) -> dict[str, Any]:
    common = {"asset_id": asset.id, "name": output.name}
    if isinstance(output, VideoOutput):
        return common | {
            "kind": RenditionKind.VIDEO,
            "resolution": output.resolution,
            "width": output.width,
            "height": output.height,
            "fps": output.fps,
        }
    return common | {
        "kind": RenditionKind.AUDIO,
        "language": output.language,
        "label": output.label,
        "channels": output.channels,
        "is_default": output.is_default,
    }


def _growing(asset: Asset, output: Output, path: Path) -> Rendition:
    expected_bps = output.max_bps if isinstance(output, VideoOutput) else output.bit_rate_bps
    return Rendition(
        state=RenditionState.GROWING,
        codecs=codec_string(path),
        average_bps=expected_bps,
        peak_bps=expected_bps,
        **_common(asset, output),
    )


def _complete(asset: Asset, output: Output, path: Path, index: SegmentIndex) -> Rendition:
    return Rendition(
        state=RenditionState.COMPLETE,
        codecs=codec_string(path),
        size_bytes=path.stat().st_size,
        average_bps=average_bps(index),
        peak_bps=peak_bps(index),
        **_common(asset, output),
    )
