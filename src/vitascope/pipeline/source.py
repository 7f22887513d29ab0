"""The source of an asset as a file of this machine."""

import asyncio
from pathlib import Path

from vitascope.core.assets.model import Asset
from vitascope.pipeline.errors import CannotEncode
from vitascope.pipeline.workshop import Workshop
from vitascope.storage import BlobMissing, LocalPaths

_GONE = "The file that was received is no longer in the store of this server."


async def local_source(shop: Workshop, asset: Asset) -> Path:
    """Where the source can be read: its blob, or a copy fetched from a remote store.

    Raises:
        CannotEncode: the source is gone.
    """
    try:
        await asyncio.to_thread(shop.store.size, asset.source_key)
        return await local_blob(shop, asset, asset.source_key)
    except BlobMissing as error:
        raise CannotEncode(_GONE, permanent=True) from error


async def local_blob(shop: Workshop, asset: Asset, key: str) -> Path:
    """A blob of ``asset`` as a file, fetched once and kept until the work is done."""
    if isinstance(shop.store, LocalPaths):
        return shop.store.local_path(key)
    return await asyncio.to_thread(_fetch, shop, asset, key)


def _fetch(shop: Workshop, asset: Asset, key: str) -> Path:
    path = shop.scratch.make(asset.uuid) / f"fetched-{key.rpartition('/')[2]}"
    if path.exists():
        return path
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        for piece in shop.store.read(key):
            file.write(piece)
    return part.rename(path)
