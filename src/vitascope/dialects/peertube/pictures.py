"""The picture an owner chooses for a video."""

import io
import uuid
from pathlib import Path

from vitascope.core.access.model import Actor
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Video, video_folder
from vitascope.core.videos.update import edit_video
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


def convert_picture(form: Form) -> bytes | None:
    """The received picture as a JPEG, which is small; None when there is none.

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
    return received.read_bytes()


def store_picture(runtime: Runtime, video: uuid.UUID, picture: bytes) -> str:
    """Store the JPEG and return its key.

    Each gets a key of its own: addresses of pictures are cached for a year.
    """
    key = f"{video_folder(video)}/{uuid.uuid4().hex}.jpg"
    runtime.store.put(key, io.BytesIO(picture))
    return key


def give_picture(runtime: Runtime, actor: Actor, video: Video, picture: bytes) -> None:
    """Show the JPEG for a video that is new."""
    fields = VideoFields(poster_key=store_picture(runtime, video.uuid, picture))
    with runtime.db.begin() as tx:
        edit_video(tx, actor, video.id, fields, now=runtime.now())
