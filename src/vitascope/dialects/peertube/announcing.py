"""What a client says about a file before it sends it in pieces."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vitascope.base.ids import VideoId
from vitascope.core.access.model import Actor
from vitascope.core.uploads.begin import NewUpload, begin_upload
from vitascope.core.uploads.model import Upload, UploadProtocol
from vitascope.core.uploads.proceed import edit_upload
from vitascope.core.videos.fields import VideoFields
from vitascope.dialects.peertube.errors import Fault, InvalidFields
from vitascope.dialects.peertube.parts import AnyRequest
from vitascope.dialects.peertube.resumable_ids import Announced, free_upload_id
from vitascope.dialects.peertube.uploads import check_media_type
from vitascope.dialects.peertube.values import Values
from vitascope.fetch.filename import clean_filename
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.room import room_of

_LONGEST_FILENAME = 1000
_LARGEST_BYTES = 2**53
_SIZE, _TYPE = "x-upload-content-length", "x-upload-content-type"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """``name`` is what tells it from others, which need not be its file's name."""

    filename: str
    content_type: str
    size_bytes: int
    name: str
    modified: str | None


def read_file(request: AnyRequest, given: Mapping[str, Any]) -> File:
    """
    Raises:
        InvalidFields: a header or ``filename`` is missing or malformed.
        WireError: 415, its type says that it is no video or audio.
    """
    values = Values(given)
    values.require("filename")
    filename = values.text("filename", 1, _LONGEST_FILENAME)
    values.check()
    size_bytes = _size(request.headers.get(_SIZE, ""))
    content_type = request.headers.get(_TYPE)
    if content_type is None:
        raise InvalidFields({_TYPE: Fault(msg="Is missing", location="headers")})
    check_media_type(content_type)
    modified = given.get("lastModified")
    return File(
        filename=clean_filename(str(filename)) or "file",
        content_type=content_type,
        size_bytes=size_bytes,
        name=str(given.get("name") or filename),
        modified=None if modified is None else str(modified),
    )


def announce(
    runtime: Runtime,
    actor: Actor,
    file: File,
    fields: VideoFields,
    *,
    replaces: VideoId | None = None,
) -> Upload:
    """The upload of this file, new or known; of a known one the fields are those given last.

    Raises:
        LoginRequired, Forbidden, Invalid, NotReplaceable, FileTooLarge, UserQuotaExceeded,
            StorageFull: as :func:`begin_upload`.
    """
    announced = Announced(
        user_id=actor.known_user(),
        name=file.name,
        size_bytes=file.size_bytes,
        modified=file.modified,
        replaces=replaces,
    )
    room, now = room_of(runtime), runtime.now()
    with runtime.db.begin() as tx:
        new = NewUpload(
            protocol=UploadProtocol.RANGES,
            filename=file.filename,
            content_type=file.content_type,
            size_bytes=file.size_bytes,
            fields=fields,
            client_key=free_upload_id(tx, announced, now=now),
            replaces=replaces,
        )
        upload, is_new = begin_upload(tx, actor, new, room=room, now=now)
        if is_new or replaces is not None:
            return upload
        return edit_upload(tx, actor, upload, fields, now=now)


def _size(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(_LARGEST_BYTES))
    if not is_number or int(text) == 0:
        message = "Should be the number of bytes of the file"
        raise InvalidFields({_SIZE: Fault(msg=message, location="headers")})
    return int(text)
