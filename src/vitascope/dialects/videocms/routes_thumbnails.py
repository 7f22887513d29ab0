"""Pictures that owners choose for their links."""

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from litestar import delete, put
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Forbidden, Invalid, NotFound, QuotaExceeded
from vitascope.core.access.model import Actor
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.settings.model import MIB
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Video, video_folder
from vitascope.core.videos.update import edit_video
from vitascope.dialects.videocms.answers import Answer, AnyRequest, empty
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.input import form_input, read_files, read_input
from vitascope.dialects.videocms.library import own_entry
from vitascope.http.multipart import FileRule, Form, ReceivedFile
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.media.pictures import UnreadablePicture, make_jpeg
from vitascope.storage.blob import StoreError

log = logging.getLogger(__name__)

_FILE = "thumbnail"
_LARGEST_BYTES = 10 * MIB
_MOST_WIDTH, _MOST_HEIGHT = 1920, 1080
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_LONGEST_BEGINNING = 12


class ThumbnailTooLarge(QuotaExceeded):
    def __init__(self, used: int, limit: int) -> None:
        super().__init__(used=used, limit=limit, unit="bytes")
        self.message = f"exceeded max thumbnail filesize: {limit}"


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @put("/api/file/thumbnail")
    async def give(request: AnyRequest) -> Answer:
        actor = actor_of(request)
        form = await _read(runtime, request)
        try:
            number = form_input(request, form).known_number("LinkID")
            received = form.files.get(_FILE)
            await on_thread(_give, runtime, actor, number, received)
        finally:
            await form.discard()
        return empty()

    @delete("/api/file/thumbnail", status_code=200)
    async def take_back(request: AnyRequest) -> Answer:
        number = (await read_input(request)).known_number("LinkID")
        await on_thread(_take_back, runtime, actor_of(request), number)
        return empty()

    return [give, take_back]


async def _read(runtime: Runtime, request: AnyRequest) -> Form:
    """
    Raises:
        ThumbnailTooLarge: the picture is.
        Malformed: the form is broken.
        Invalid: this is no form.
    """
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise Invalid(_FILE, "No thumbnail uploaded")
    limit_bytes = min(_LARGEST_BYTES, runtime.settings.current().max_body_bytes)
    rule = FileRule(limit_bytes=limit_bytes, folder=runtime.incoming)
    try:
        return await read_files(request, {_FILE: rule})
    except QuotaExceeded as error:
        raise ThumbnailTooLarge(error.used, limit_bytes) from error


def _give(runtime: Runtime, actor: Actor, number: int, received: ReceivedFile | None) -> None:
    path = _picture(received)
    video = _video(runtime, actor, number)
    try:
        make_jpeg(path, path, most_width=_MOST_WIDTH, most_height=_MOST_HEIGHT)
    except UnreadablePicture:
        raise Invalid(_FILE, "failed to process thumbnail image") from None
    # A key of its own: addresses of pictures are cached for a year.
    key = f"{video_folder(video.uuid)}/{uuid.uuid4().hex}.jpg"
    runtime.store.put_file(key, path)
    try:
        former = _show(runtime, actor, number, key)
    except Exception:
        runtime.store.delete(key)
        raise
    _forget(runtime, former)


def _take_back(runtime: Runtime, actor: Actor, number: int) -> None:
    _forget(runtime, _show(runtime, actor, number, None))


def _video(runtime: Runtime, actor: Actor, number: int) -> Video:
    with _said(), runtime.db.read() as tx:
        return own_entry(tx, actor, number).video


def _show(runtime: Runtime, actor: Actor, number: int, key: str | None) -> str | None:
    """Show another picture, None for the one that was drawn. Answers the key of the former."""
    with _said(), runtime.db.begin() as tx:
        former = own_entry(tx, actor, number).video
        edit_video(tx, actor, former.id, VideoFields(poster_key=key), now=runtime.now())
    return former.poster_key


def _forget(runtime: Runtime, key: str | None) -> None:
    if key is None:
        return
    try:
        runtime.store.delete(key)
    except StoreError as error:
        # A blob is left over, but nobody sees it.
        log.warning("former picture not deleted", extra={"reason": str(error)})


def _picture(received: ReceivedFile | None) -> Path:
    """Raises Invalid unless it begins as a JPEG, PNG or WebP does."""
    if received is None:
        raise Invalid(_FILE, "No thumbnail uploaded")
    if not received.size_bytes:
        raise Invalid(_FILE, "thumbnail is empty")
    with received.path.open("rb") as file:
        beginning = file.read(_LONGEST_BEGINNING)
    is_webp = beginning[:4] == b"RIFF" and beginning[8:] == b"WEBP"
    if not is_webp and not beginning.startswith(_BEGINNINGS):
        raise Invalid(_FILE, "thumbnail must be a JPEG, PNG, or WebP image")
    return received.path


@contextmanager
def _said() -> Iterator[None]:
    """What is not there, and what is another's, in VideoCMS's words."""
    try:
        yield
    except NotFound:
        raise Invalid("link", "file doesn't exist") from None
    except ForeignItem:
        raise Forbidden("unauthorized access to file") from None
