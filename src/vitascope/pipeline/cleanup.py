"""Steps: remove the bytes that nothing refers to any more."""

import asyncio
import logging
import uuid

from vitascope.core.assets.events import AssetRemoved
from vitascope.core.videos.events import VideoDeleted
from vitascope.pipeline.workshop import Workshop

log = logging.getLogger(__name__)

# The steps that may be at work on an asset when it is removed.
STEPS = ("prepare", "encode_ladder")


async def clean_up(shop: Workshop, event: AssetRemoved) -> None:
    """Stop the work on the asset, then delete its blobs and working files."""
    for step in STEPS:
        await asyncio.to_thread(shop.cancel, step, str(event.asset_id))
    await asyncio.to_thread(_delete, shop, event.folder)
    shop.scratch.remove(uuid.UUID(event.folder.rpartition("/")[2]))


async def remove_pictures(shop: Workshop, event: VideoDeleted) -> None:
    """Step: remove the pictures that the owner of a deleted video had chosen."""
    await asyncio.to_thread(_delete, shop, event.folder)


def _delete(shop: Workshop, folder: str) -> None:
    keys = list(shop.store.list(f"{folder}/"))
    for key in keys:
        shop.store.delete(key)
    if keys:
        log.info("blobs removed", extra={"folder": folder, "blobs": len(keys)})
