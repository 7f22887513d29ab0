"""What belongs to a video beside its file: picture, captions, chapters."""

import uuid
from dataclasses import dataclass, field

from vitascope.base.errors import ProductError, StorageFull
from vitascope.core.access.model import Actor
from vitascope.core.videos.chapters import set_chapters
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Video, video_folder
from vitascope.core.videos.update import edit_video
from vitascope.fetch.errors import FetchError
from vitascope.http.captioning import add_caption_file
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.media.pictures import UnreadablePicture, make_jpeg
from vitascope.migration.fetching import Place
from vitascope.migration.model import Described, RemoteCaption, RemoteFile
from vitascope.migration.remote import Remote


@dataclass(slots=True)
class Beside:
    """``remarks`` say what is missing; ``is_complete`` is False when it may come later."""

    remarks: list[str] = field(default_factory=list)
    is_complete: bool = True

    def miss(self, what: str, error: Exception) -> None:
        self.remarks.append(f"{what} is missing: {error}")
        if isinstance(error, FetchError) and not error.permanent:
            self.is_complete = False


async def copy_beside(
    runtime: Runtime,
    actor: Actor,
    remote: Remote,
    video: Video,
    described: Described,
    place: Place,
) -> Beside:
    """Give ``video`` what is described. Doing it twice changes nothing.

    What cannot be had is remarked, and the rest is copied.

    Raises:
        StorageFull: there is no room for it.
    """
    done = Beside()
    if described.picture is not None and video.poster_key is None:
        try:
            await _copy_picture(runtime, actor, remote, video, described.picture, place)
        except (FetchError, UnreadablePicture) as error:
            done.miss("its picture", error)
    for caption in described.captions:
        try:
            await _copy_caption(runtime, actor, remote, video, caption, place)
        except StorageFull:
            raise
        except (FetchError, ProductError) as error:
            done.miss(f"its caption in {caption.language}", error)
    if described.chapters:
        try:
            await on_thread(_set_chapters, runtime, actor, video, described)
        except ProductError as error:
            done.miss("its list of chapters", error)
    return done


async def _copy_picture(
    runtime: Runtime, actor: Actor, remote: Remote, video: Video, file: RemoteFile, place: Place
) -> None:
    await on_thread(place.beside.write_bytes, await remote.get_small(file))
    await on_thread(_store_picture, runtime, actor, video, place)


def _store_picture(runtime: Runtime, actor: Actor, video: Video, place: Place) -> None:
    make_jpeg(place.beside, place.beside)
    key = f"{video_folder(video.uuid)}/{uuid.uuid4().hex}.jpg"
    runtime.store.put_file(key, place.beside)
    with runtime.db.begin() as tx:
        edit_video(tx, actor, video.id, VideoFields(poster_key=key), now=runtime.now())


async def _copy_caption(
    runtime: Runtime,
    actor: Actor,
    remote: Remote,
    video: Video,
    caption: RemoteCaption,
    place: Place,
) -> None:
    await on_thread(place.beside.write_bytes, await remote.get_small(caption.file))
    language = caption.language
    await add_caption_file(runtime, actor, video.id, place.beside, language=language)


def _set_chapters(runtime: Runtime, actor: Actor, video: Video, described: Described) -> None:
    with runtime.db.begin() as tx:
        set_chapters(tx, actor, video.id, described.chapters)
