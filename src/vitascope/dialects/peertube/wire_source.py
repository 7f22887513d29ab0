"""The file a video was made from, as PeerTube writes it."""

from typing import Any

from vitascope.core.assets.model import Asset
from vitascope.dialects.peertube.labels import resolution_label
from vitascope.dialects.peertube.wire import stamp


def source_out(asset: Asset, filename: str | None) -> dict[str, Any]:
    """The original is kept but not handed out, so it has no address."""
    width, height = asset.width or 0, asset.height or 0
    return {
        "filename": filename,
        "inputFilename": filename,
        "fileUrl": None,
        "fileDownloadUrl": None,
        "resolution": resolution_label(min(width, height), max(width, height)),
        "size": asset.size_bytes,
        "width": asset.width,
        "height": asset.height,
        "fps": asset.fps,
        "metadata": None,
        "createdAt": stamp(asset.created_at),
    }
