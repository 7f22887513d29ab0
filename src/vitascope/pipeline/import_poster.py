"""The picture that came along with an import becomes the poster of its video."""

import uuid
from contextlib import suppress

from vitascope.base.errors import ProductError
from vitascope.base.ids import VideoId
from vitascope.core.access.acting import act_for
from vitascope.core.imports.model import Import
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import video_folder
from vitascope.core.videos.queries.entries import find_entry
from vitascope.core.videos.update import edit_video
from vitascope.media.pictures import UnreadablePicture, make_jpeg
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_folder import ImportFolder


def adopt_thumbnail(desk: ImportDesk, found: Import, folder: ImportFolder) -> None:
    """Show the video with the picture that was fetched with it, unless its owner has chosen
    one. A picture that cannot be read is left out.
    """
    picture = folder.thumbnail()
    if picture is None or found.video_id is None:
        return
    with desk.db.read() as tx:
        entry = find_entry(tx, found.video_id)
    if entry is None or entry.video.poster_key is not None:
        return
    try:
        make_jpeg(picture, picture)
    except UnreadablePicture:
        return
    # A key of its own: addresses of pictures are cached for a year.
    key = f"{video_folder(entry.video.uuid)}/{uuid.uuid4().hex}.jpg"
    desk.store.put_file(key, picture)
    if not _show(desk, found, found.video_id, key):
        desk.store.delete(key)


def _show(desk: ImportDesk, found: Import, video_id: VideoId, key: str) -> bool:
    # The video may have gone meanwhile, or its owner.
    with suppress(ProductError), desk.db.begin() as tx:
        entry = find_entry(tx, video_id)
        if entry is None or entry.video.poster_key is not None:
            return False
        actor = act_for(tx, found.user_id)
        edit_video(tx, actor, video_id, VideoFields(poster_key=key), now=desk.now())
        return True
    return False
