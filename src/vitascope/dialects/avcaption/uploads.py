"""What senders of files say about them, and what can be wrong with it."""

import mimetypes
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from msgspec import UNSET, UnsetType

from vitascope.base.errors import Conflict, Forbidden, Invalid, NotFound
from vitascope.base.ids import PresetId
from vitascope.core.access.model import Actor
from vitascope.core.uploads.begin import NewUpload
from vitascope.core.uploads.model import Upload, UploadProtocol, UploadState
from vitascope.core.uploads.proceed import own_upload
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.dialects.avcaption.input import Input
from vitascope.dialects.avcaption.showing import domains_of, privacy_of
from vitascope.http.multipart import ReceivedFile
from vitascope.http.runtime import Runtime
from vitascope.http.uploading import Arrived

CHUNK_BYTES = 5 * 1024**2
_LONGEST_TITLE = _LONGEST_FILENAME = 255
_INDEX = re.compile(r"[0-9]{1,9}")


class InvalidChunkIndex(Invalid):
    """There is no such chunk in the file."""


class InvalidMedia(Invalid):
    """The file is neither video nor audio."""


class UploadCompleted(Conflict):
    """All of the file was received before."""

    def __init__(self) -> None:
        super().__init__("This upload is complete and takes no more chunks")


def announced(given: Input, preset_id: PresetId | UnsetType | None = UNSET) -> NewUpload:
    """A file that is to come in chunks.

    Raises:
        Rejected: a field breaks its rule or cannot be kept.
    """
    filename = _base_name(given.text("filename", longest=_LONGEST_FILENAME, is_required=True))
    size_bytes = given.size("size")
    sha256 = given.sha256("sha256")
    fields = _fields(given, filename, preset_id)
    return NewUpload(
        protocol=UploadProtocol.CHUNKS,
        filename=filename,
        content_type=_content_type(filename),
        size_bytes=size_bytes,
        sha256=sha256,
        fields=fields,
        chunk_bytes=CHUNK_BYTES,
    )


def direct_fields(
    given: Input, file: ReceivedFile | None, preset_id: PresetId | UnsetType | None = UNSET
) -> VideoFields:
    """What is said beside a file that came in one request.

    Raises:
        Rejected: a field breaks its rule or cannot be kept, or there is no file.
    """
    if file is None:
        given.refuse("file", "file is required")
    return _fields(given, "" if file is None else file.filename, preset_id)


def arrived(file: ReceivedFile) -> Arrived:
    return Arrived(
        path=file.path,
        size_bytes=file.size_bytes,
        sha256=file.sha256,
        content_type=_content_type(file.filename),
        filename=file.filename,
    )


def find_own(runtime: Runtime, actor: Actor, upload_id: str) -> Upload:
    """The caller's upload of that id.

    Raises:
        NotFound: there is none, it is malformed, or somebody else's.
        UploadExpired: it was not completed in time.
    """
    try:
        upload_uuid = uuid.UUID(upload_id)
    except ValueError:
        raise NotFound("upload", upload_id) from None
    protocol, now = UploadProtocol.CHUNKS, runtime.now()
    try:
        with runtime.db.read() as tx:
            return own_upload(tx, actor, upload_uuid, protocol, now=now)
    except Forbidden:
        raise NotFound("upload", upload_id) from None


def chunk_index(upload: Upload, text: str) -> int:
    """Which chunk a request brings.

    Raises:
        InvalidChunkIndex: it is no number, or the file has no such chunk.
        UploadCompleted: the upload takes no more chunks.
    """
    index = int(text) if _INDEX.fullmatch(text) else upload.chunks
    if index >= upload.chunks:
        raise InvalidChunkIndex(
            "X-Chunk-Index", f"X-Chunk-Index must be a number from 0 to {upload.chunks - 1}"
        )
    # With its source known, the bytes were looked into and may have been put away.
    if upload.state is UploadState.DONE or upload.source is not None:
        raise UploadCompleted
    return index


@contextmanager
def judging_media() -> Iterator[None]:
    """Raises InvalidMedia for what the prober refused."""
    try:
        yield
    except Invalid as error:
        if error.field != "file":
            raise
        raise InvalidMedia(error.field, error.message) from error


def _fields(given: Input, filename: str, preset_id: PresetId | UnsetType | None) -> VideoFields:
    title = given.text("title", longest=_LONGEST_TITLE)
    domains = () if given.is_nothing("allowed_domains") else domains_of(given)
    privacy = privacy_of(given, Privacy.UNLISTED)
    given.check()
    stem = PurePosixPath(filename).stem[:_LONGEST_TITLE]
    return VideoFields(
        title=title or stem, privacy=privacy, allowed_domains=domains, preset_id=preset_id
    )


def _base_name(filename: str) -> str:
    """Without the folders that some clients send along."""
    return PurePosixPath(filename.replace("\\", "/")).name


def _content_type(filename: str) -> str:
    return mimetypes.guess_type(filename)[0] or "application/octet-stream"
