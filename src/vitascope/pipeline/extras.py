"""What comes along with the renditions: captions, poster, storyboard."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import asdict
from itertools import chain, count
from pathlib import Path

from vitascope.core.assets.model import Asset, ExtractedCaption, Rendition, TaskState
from vitascope.core.assets.queries import (
    find_asset,
    list_renditions,
    replace_captions,
    update_asset,
)
from vitascope.media.captions import ExtractedCaption as Received
from vitascope.media.captions import extract_captions
from vitascope.media.contact_sheet import contact_sheet
from vitascope.media.ffmpeg import EncodeFailed
from vitascope.media.images import poster
from vitascope.media.languages import language_name
from vitascope.media.probe import Probe
from vitascope.media.storyboard import storyboard
from vitascope.pipeline.picture_captions import read_pictures
from vitascope.pipeline.reporting import report, task
from vitascope.pipeline.source import local_blob
from vitascope.pipeline.workshop import Workshop

log = logging.getLogger(__name__)

POSTER, STORYBOARD, CONTACT = "poster.jpg", "storyboard.jpg", "contact.webp"


async def make_captions(shop: Workshop, asset: Asset, source: Path, probe: Probe) -> None:
    """Take the text tracks out of the source: WebVTT for players, ASS kept as it is. Tracks of
    pictures become text where the settings name a program that reads them.
    """
    folder = shop.scratch.make(asset.uuid)
    found = await extract_captions(shop.tools, source, probe, folder)
    found += await read_pictures(shop, source, probe, folder)
    found.sort(key=lambda caption: caption.stream.index)
    await asyncio.to_thread(_store_captions, shop, asset, found)


async def make_poster(shop: Workshop, asset: Asset, source: Path, probe: Probe) -> None:
    """Store a picture that stands for the video."""
    await report(shop, asset.id, [task("poster", TaskState.RUNNING)])
    target = shop.scratch.make(asset.uuid) / POSTER
    try:
        await poster(shop.tools, source, target, probe)
    except EncodeFailed as error:
        log.warning("poster left out", extra={"asset": asset.id, "reason": error.reason})
        await report(shop, asset.id, [task("poster", TaskState.FAILED)])
        return
    await asyncio.to_thread(_store_poster, shop, asset, target)
    await report(shop, asset.id, [task("poster", TaskState.DONE)])


async def make_storyboard(shop: Workshop, asset: Asset, probe: Probe) -> None:
    """Store the pictures shown while somebody seeks, taken from the smallest rendition."""
    smallest = await asyncio.to_thread(_smallest, shop, asset)
    if smallest is None:
        return
    await report(shop, asset.id, [task("storyboard", TaskState.RUNNING)])
    path = await local_blob(shop, asset, asset.blob_key(smallest.file_name))
    target = shop.scratch.make(asset.uuid) / STORYBOARD
    try:
        cut = await storyboard(
            shop.tools,
            path,
            target,
            width=smallest.width or 0,
            height=smallest.height or 0,
            duration_ms=probe.duration_ms,
        )
    except EncodeFailed as error:
        log.warning("storyboard left out", extra={"asset": asset.id, "reason": error.reason})
        await report(shop, asset.id, [task("storyboard", TaskState.FAILED)])
        return
    await asyncio.to_thread(shop.store.put_file, asset.blob_key(STORYBOARD), target)
    await asyncio.to_thread(_note, shop, asset, storyboard=asdict(cut))
    await report(shop, asset.id, [task("storyboard", TaskState.DONE)])


async def make_contact_sheet(shop: Workshop, asset: Asset, probe: Probe) -> None:
    """Store sixteen pictures in one, taken from the smallest rendition."""
    smallest = await asyncio.to_thread(_smallest, shop, asset)
    if smallest is None:
        return
    path = await local_blob(shop, asset, asset.blob_key(smallest.file_name))
    target = shop.scratch.make(asset.uuid) / CONTACT
    try:
        await contact_sheet(
            shop.tools,
            path,
            target,
            width=smallest.width or 0,
            height=smallest.height or 0,
            duration_ms=probe.duration_ms,
        )
    except EncodeFailed as error:
        # The poster is shown instead.
        log.warning("contact sheet left out", extra={"asset": asset.id, "reason": error.reason})
        return
    await asyncio.to_thread(shop.store.put_file, asset.blob_key(CONTACT), target)


def _smallest(shop: Workshop, asset: Asset) -> Rendition | None:
    with shop.db.read() as tx:
        pictures = [r for r in list_renditions(tx, asset.id) if r.resolution is not None]
    return pictures[-1] if pictures else None


def _store_poster(shop: Workshop, asset: Asset, path: Path) -> None:
    shop.store.put_file(asset.blob_key(POSTER), path)
    _note(shop, asset, has_poster=True)


def _store_captions(shop: Workshop, asset: Asset, found: Sequence[Received]) -> None:
    captions: list[ExtractedCaption] = []
    for caption in found:
        kept = _describe(asset, caption, {known.name for known in captions})
        shop.store.put_file(asset.blob_key(f"captions/{kept.name}.vtt"), caption.vtt)
        if caption.ass is not None:
            shop.store.put_file(asset.blob_key(f"captions/{kept.name}.ass"), caption.ass)
        captions.append(kept)
    with shop.db.begin() as tx:
        if find_asset(tx, asset.id) is not None:
            replace_captions(tx, asset.id, captions)


def _describe(asset: Asset, caption: Received, taken: set[str]) -> ExtractedCaption:
    stream = caption.stream
    language = stream.language or "und"
    # A second track of a language gets a number: names are addresses.
    numbers = (str(number) for number in count(2))
    names = chain([language], (f"{language}-{number}" for number in numbers))
    return ExtractedCaption(
        asset_id=asset.id,
        name=next(name for name in names if name not in taken),
        language=language,
        label=stream.title or language_name(language),
        is_forced=stream.is_forced,
        has_ass=caption.ass is not None,
    )


def _note(shop: Workshop, asset: Asset, **values: object) -> None:
    with shop.db.begin() as tx:
        update_asset(tx, asset.id, now=shop.now(), **values)
