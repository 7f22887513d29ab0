"""What every way to send a file has in common."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from vitascope.base.errors import Invalid
from vitascope.base.ids import short_uuid
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.upload_types import ACCEPTED_TYPES


def check_media_type(content_type: str) -> None:
    """Raises WireError, 415, when a sender's own words say that it is no video or audio."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in ACCEPTED_TYPES:
        raise WireError(415, f"This server does not take files of the type {kind or 'unknown'}")


@contextmanager
def judging_media() -> Iterator[None]:
    """Raises WireError, 422, for what the prober refused."""
    try:
        yield
    except Invalid as error:
        if error.field != "file":
            raise
        raise WireError(422, error.message) from error


def made_out(entry: VideoEntry) -> dict[str, Any]:
    """The answer to every upload that became a video."""
    video = entry.video
    return {"video": {"id": video.id, "shortUUID": short_uuid(video.uuid), "uuid": video.uuid}}
