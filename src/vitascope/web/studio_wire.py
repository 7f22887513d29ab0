"""The shapes in which the studio's scripts read uploads and imports."""

from datetime import datetime

from msgspec import Struct

from vitascope.core.imports.model import TERMINAL, Import, ImportState
from vitascope.core.uploads.model import Upload
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Video
from vitascope.web.studio_fields import USUAL_PRIVACY, title_of
from vitascope.web.translate import watch_path

TUS_PATH = "/studio/uploads"
_AGAIN = {ImportState.FAILED, ImportState.CANCELED}


class FieldsOut(Struct, frozen=True, kw_only=True):
    """``channel_id`` is None for the first channel, ``preset_id`` for the owner's default."""

    title: str
    description: str
    tags: list[str]
    channel_id: int | None
    privacy: str
    language: str | None
    preset_id: int | None
    allowed_domains: list[str]


class VideoOut(Struct, frozen=True, kw_only=True):
    """``status`` is where the page asks how the encoding goes."""

    path: str
    status: str


class UploadOut(Struct, frozen=True, kw_only=True):
    """``address`` is where tus goes on. ``video`` is None until there is one."""

    id: str
    address: str
    filename: str
    size_bytes: int | None
    received_bytes: int
    state: str
    failure: str | None
    expires_at: datetime
    fields: FieldsOut
    video: VideoOut | None = None


class ImportOut(Struct, frozen=True, kw_only=True):
    """``percent`` is None while nobody knows how large the file is. ``video`` is the path of
    its page.
    """

    id: int
    name: str
    source: str
    state: str
    percent: int | None
    received_bytes: int
    total_bytes: int | None
    failure: str | None
    created_at: datetime
    is_active: bool
    can_cancel: bool
    can_retry: bool
    video: str | None


def upload_out(upload: Upload, fields: FieldsOut, received_bytes: int) -> UploadOut:
    return UploadOut(
        id=upload.uuid.hex,
        address=f"{TUS_PATH}/{upload.uuid.hex}",
        filename=upload.filename,
        size_bytes=upload.size_bytes,
        received_bytes=received_bytes,
        state=upload.state.value,
        failure=upload.failure,
        expires_at=upload.expires_at,
        fields=fields,
    )


def announced_fields(upload: Upload, fields: VideoFields) -> FieldsOut:
    """What the video will say about itself."""
    return FieldsOut(
        title=fields.title or title_of(upload.filename),
        description=fields.description or "",
        tags=list(fields.tags or ()),
        channel_id=fields.channel_id or None,
        privacy=(fields.privacy or USUAL_PRIVACY).value,
        language=fields.language or None,
        preset_id=fields.preset_id or None,
        allowed_domains=list(fields.allowed_domains or ()),
    )


def video_fields_out(video: Video, tags: list[str]) -> FieldsOut:
    """What the video says about itself."""
    return FieldsOut(
        title=video.title,
        description=video.description or "",
        tags=tags,
        channel_id=video.channel_id,
        privacy=video.privacy.value,
        language=video.language,
        preset_id=video.preset_id,
        allowed_domains=list(video.allowed_domains),
    )


def video_out(video: Video) -> VideoOut:
    return VideoOut(path=watch_path(video), status=f"/media/{video.uuid}/status")


def import_out(found: Import) -> ImportOut:
    is_over = found.state in TERMINAL
    is_measured = found.total_bytes is not None or found.state is ImportState.FINISHING
    is_here = found.state is ImportState.DONE and found.video_id is not None
    return ImportOut(
        id=found.id,
        name=import_name(found),
        source=_source(found),
        state=found.state.value,
        percent=int(found.fraction * 100) if is_measured or is_over else None,
        received_bytes=found.received_bytes,
        total_bytes=found.total_bytes,
        failure=found.failure if found.state is ImportState.FAILED else None,
        created_at=found.created_at,
        is_active=not is_over,
        can_cancel=not is_over and found.state is not ImportState.CANCELING,
        can_retry=found.state in _AGAIN,
        video=f"/w/{found.video_id}" if is_here else None,
    )


def import_name(found: Import) -> str:
    """The title that was asked for, or what is known of the file."""
    title = found.fields.get("title")
    return title or found.name or found.torrent_name or _source(found)


def _source(found: Import) -> str:
    return found.url or found.magnet or found.torrent_name or "torrent"
