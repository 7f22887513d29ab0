"""Ending uploads without a video."""

from vitascope.core.assets.queries import find_asset_by_uuid
from vitascope.core.uploads.model import Upload
from vitascope.core.uploads.proceed import cancel_upload
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploads.files import files_of
from vitascope.http.uploads.finish import source_key


async def cancel(runtime: Runtime, upload: Upload) -> None:
    """End the upload; its bytes are gone afterwards. One that has become a video stays that.

    Raises:
        UploadBusy: bytes are arriving at this moment, or it is being finished.
    """
    files = files_of(runtime)
    with files.hold(upload.uuid):
        ended = await on_thread(_cancel, runtime, upload)
        await on_thread(remove_bytes, runtime, ended)


def remove_bytes(runtime: Runtime, upload: Upload) -> None:
    """Remove what an ended upload left behind, but for the source of a video."""
    files_of(runtime).remove(upload.uuid)
    if upload.source is not None:
        with runtime.db.read() as tx:
            asset = find_asset_by_uuid(tx, upload.uuid)
        if asset is None:
            runtime.store.delete(source_key(upload))


def _cancel(runtime: Runtime, upload: Upload) -> Upload:
    with runtime.db.begin() as tx:
        return cancel_upload(tx, upload, now=runtime.now())
