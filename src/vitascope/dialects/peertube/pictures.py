"""The picture an owner chooses for a video."""

import uuid
from pathlib import Path

from vitascope.core.videos.model import video_folder
from vitascope.dialects.peertube.errors import Fault, InvalidFields
from vitascope.http.multipart import FileRule, Form
from vitascope.http.runtime import Runtime
from vitascope.media.pictures import UnreadablePicture, make_jpeg

LARGEST_PICTURE_BYTES = 4 * 2**20
# The preview is the larger of the two that clients make, so it is taken when both come.
PICTURE_FIELDS = ("previewfile", "thumbnailfile")


def picture_rules(folder: Path) -> dict[str, FileRule]:
    rule = FileRule(limit_bytes=LARGEST_PICTURE_BYTES, folder=folder)
    return dict.fromkeys(PICTURE_FIELDS, rule)


def convert_picture(form: Form) -> Path | None:
    """A JPEG beside the received picture, replacing it; None when there is none.

    Raises:
        InvalidFields: it is not a picture we can read.
    """
    name = next((field for field in PICTURE_FIELDS if field in form.files), None)
    if name is None:
        return None
    received = form.files[name].path
    try:
        make_jpeg(received, received)
    except UnreadablePicture as error:
        raise InvalidFields({name: Fault(msg=error.reason)}) from error
    return received


def store_picture(runtime: Runtime, video: uuid.UUID, picture: Path) -> str:
    """Store the JPEG, which is gone afterwards, and return its key.

    Each gets a key of its own: addresses of pictures are cached for a year.
    """
    key = f"{video_folder(video)}/{uuid.uuid4().hex}.jpg"
    runtime.store.put_file(key, picture)
    return key
