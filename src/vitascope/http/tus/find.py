"""Finding uploads, and how far they are."""

import uuid
from dataclasses import dataclass
from email.utils import format_datetime

from vitascope.base.errors import Forbidden, NotFound
from vitascope.core.access.model import Actor
from vitascope.core.uploads.model import Upload, UploadProtocol, UploadState
from vitascope.core.uploads.proceed import own_upload
from vitascope.db import Tx
from vitascope.http.runtime import Runtime
from vitascope.http.tus.refusals import ForeignUpload
from vitascope.http.uploads.files import files_of


@dataclass(frozen=True, slots=True)
class Found:
    """``offset`` is how many bytes have arrived."""

    upload: Upload
    offset: int


def find_upload(runtime: Runtime, actor: Actor, ref: str) -> Found:
    """The upload that an address ends in. Blocking.

    Raises:
        NotFound: no such upload, or it was cancelled.
        ForeignUpload: it is somebody else's.
        UploadExpired: it was not finished in time.
        LoginRequired, Forbidden: the credential may only read, or there is none.
    """
    with runtime.db.read() as tx:
        upload = own_tus_upload(tx, runtime, actor, ref)
    return Found(upload, offset_of(runtime, upload))


def own_tus_upload(tx: Tx, runtime: Runtime, actor: Actor, ref: str) -> Upload:
    """As :func:`find_upload`, without looking how far it is."""
    actor.known_user()
    actor.check_writes()
    try:
        key = uuid.UUID(ref)
    except ValueError:
        raise NotFound("upload", ref) from None
    try:
        return own_upload(tx, actor, key, UploadProtocol.TUS, now=runtime.now())
    except Forbidden:
        raise ForeignUpload from None


def offset_of(runtime: Runtime, upload: Upload) -> int:
    """How many bytes have arrived. Blocking."""
    # The bytes have been moved away, or are about to be.
    if upload.state is UploadState.DONE or upload.source is not None:
        return upload.size_bytes or 0
    return files_of(runtime).received(upload.uuid)


def expiry_headers(upload: Upload) -> dict[str, str]:
    """When the upload will be gone; what has become a video stays."""
    if upload.state is UploadState.DONE:
        return {}
    return {"Upload-Expires": format_datetime(upload.expires_at, usegmt=True)}
