"""Step: remove the pictures that people have replaced or left behind."""

import asyncio
import logging
from collections.abc import Sequence

from vitascope.core.users.events import PicturesReplaced, UserDeleted
from vitascope.pipeline.workshop import Workshop

log = logging.getLogger(__name__)


async def remove_actor_pictures(shop: Workshop, event: PicturesReplaced | UserDeleted) -> None:
    """Delete the blobs of pictures that no account or channel shows any more."""
    keys = event.pictures if isinstance(event, UserDeleted) else event.keys
    await asyncio.to_thread(_delete, shop, keys)


def _delete(shop: Workshop, keys: Sequence[str]) -> None:
    for key in keys:
        shop.store.delete(key)
    if keys:
        log.info("pictures of people removed", extra={"blobs": len(keys)})
