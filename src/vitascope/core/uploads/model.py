"""What an upload is: bytes that arrive in several requests."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from vitascope.base.errors import Conflict, Forbidden, Invalid, NotFound, QuotaExceeded
from vitascope.base.ids import UploadId, UserId, VideoId

_UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")


class UploadProtocol(StrEnum):
    """How the bytes come; an upload is continued by the protocol that began it."""

    TUS = "tus"
    RANGES = "ranges"
    """PUT with Content-Range, 308 until all is here."""
    CHUNKS = "chunks"
    """Numbered pieces of one size, in any order and side by side."""


class UploadPart(StrEnum):
    """What a tus upload is to others (tus 1.0, extension concatenation)."""

    WHOLE = "whole"
    PARTIAL = "partial"
    FINAL = "final"


class UploadState(StrEnum):
    RECEIVING = "receiving"
    FINISHING = "finishing"
    """All bytes are here; a video is being made of them."""
    DONE = "done"
    FAILED = "failed"
    """No video came of it, ``failure`` says why. Finishing may be tried again."""
    CANCELED = "canceled"
    EXPIRED = "expired"


UNFINISHED = frozenset({UploadState.RECEIVING, UploadState.FINISHING, UploadState.FAILED})


class UploadsDisabled(Forbidden):
    """The server takes no uploads now."""

    def __init__(self) -> None:
        super().__init__("This server takes no uploads at the moment")


class UploadExpired(NotFound):
    """It was not finished in time; its bytes are gone."""

    def __init__(self, ref: object) -> None:
        super().__init__("upload", ref)
        self.message = "This upload expired. Please start it again."


class UploadBusy(Conflict):
    """Another request is writing to the upload or finishing it."""

    def __init__(self) -> None:
        super().__init__("Another request is at work on this upload. Try again shortly.")


class UploadEnded(Conflict):
    """All bytes have arrived, and a video is being made or was made of them."""

    def __init__(self) -> None:
        super().__init__("All bytes of this upload have arrived")


class WrongOffset(Conflict):
    """The bytes do not go on where the upload ends, at ``offset``."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"The upload is at byte {offset}")
        self.offset = offset


class UploadIncomplete(Conflict):
    """Bytes are missing. ``missing`` numbers the chunks, for uploads that come in chunks."""

    def __init__(self, received: int, expected: int | None, missing: tuple[int, ...] = ()):
        super().__init__(f"{received} of {expected} bytes have arrived")
        self.received = received
        self.expected = expected
        self.missing = missing


class ChecksumMismatch(Invalid):
    """The bytes are not those that the sender meant; none of them were kept."""

    def __init__(self, message: str = "The checksum does not match the bytes") -> None:
        super().__init__("checksum", message)


class FileTooLarge(QuotaExceeded):
    """The file is larger than this server takes; ``used`` is its size."""

    def __init__(self, size_bytes: int, limit_bytes: int) -> None:
        super().__init__(used=size_bytes, limit=limit_bytes, unit="bytes")
        self.message = (
            f"The file has {size_bytes} bytes; this server takes at most {limit_bytes}"
        )


class TooManyUploads(QuotaExceeded):
    """The user has as many unfinished uploads as allowed."""

    def __init__(self, used: int, limit: int) -> None:
        super().__init__(used=used, limit=limit, unit="uploads")


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """``size_bytes`` is None until the sender says it. How much has arrived is the size of
    the file, or the chunks noted: see ``http/uploads``.

    ``uuid`` names its file, and later its asset. ``sha256`` is what the sender promises, in
    hex. ``metadata`` and ``concat`` are tus headers as they came; ``group`` is what several
    uploads of one file have in common, ``client_key`` a name that another protocol gives it.
    ``replaces`` is the video that gets a new source. ``source`` is what was found out about
    the received file, so that finishing goes on after a crash.
    """

    id: UploadId
    uuid: UUID
    user_id: UserId
    protocol: UploadProtocol
    part: UploadPart
    state: UploadState
    size_bytes: int | None
    chunk_bytes: int | None
    filename: str
    content_type: str
    sha256: str | None
    metadata: str
    concat: str | None
    group: str | None
    client_key: str | None
    replaces: VideoId | None
    fields: dict[str, Any]
    source: dict[str, Any] | None
    video_id: VideoId | None
    failure: str | None
    created_at: datetime
    updated_at: datetime
    expires_at: datetime

    @property
    def parts(self) -> tuple[UUID, ...]:
        """The partial uploads that a final one is made of, in order."""
        return tuple(UUID(found) for found in _UUID.findall((self.concat or "").lower()))

    @property
    def chunks(self) -> int:
        """Into how many chunks it is cut."""
        if self.chunk_bytes is None or self.size_bytes is None:
            return 0
        return -(-self.size_bytes // self.chunk_bytes)

    def chunk_size(self, position: int) -> int:
        """How many bytes the chunk ``position`` (from 0) has."""
        if self.chunk_bytes is None or self.size_bytes is None:
            return 0
        return min(self.chunk_bytes, self.size_bytes - position * self.chunk_bytes)
