"""Shapes of upload sessions. Times are UTC, sizes bytes."""

import uuid
from datetime import datetime
from typing import Self

from msgspec import Struct

from vitascope.core.uploads.model import Upload, UploadState
from vitascope.dialects.videocms.wire import go_name

_STATUS = {UploadState.FINISHING: "importing", UploadState.FAILED: "failed"}


class SessionOut(Struct, rename=go_name, kw_only=True):
    """``tus_id`` is the last word of the upload's address; ``size`` is 0 until it is known."""

    id: int
    created_at: datetime
    name: str
    uuid: uuid.UUID
    client_upload_uuid: str
    tus_id: str
    size: int
    offset: int
    part_count: int
    status: str
    expires_at: datetime

    @classmethod
    def of(cls, upload: Upload, offset: int) -> Self:
        """``offset`` is how many bytes have arrived."""
        return cls(
            id=upload.id,
            created_at=upload.created_at,
            name=upload.filename,
            uuid=upload.uuid,
            client_upload_uuid=upload.group or "",
            tus_id=upload.uuid.hex,
            size=upload.size_bytes or 0,
            offset=offset,
            part_count=len(upload.parts),
            status=_status(upload, offset),
            expires_at=upload.expires_at,
        )


def _status(upload: Upload, offset: int) -> str:
    if upload.state in _STATUS:
        return _STATUS[upload.state]
    if not offset:
        return "created"
    return "uploaded" if offset == upload.size_bytes else "uploading"
