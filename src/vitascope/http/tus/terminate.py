"""DELETE: the end of an upload."""

from vitascope.core.access.model import Actor
from vitascope.http.threads import on_thread
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.edge import TusEdge
from vitascope.http.tus.find import find_upload
from vitascope.http.uploads.cancel import cancel


async def terminate_upload(edge: TusEdge, actor: Actor, ref: str) -> TusAnswer:
    """Raises what :func:`find_upload` raises, and UploadBusy while bytes arrive."""
    found = await on_thread(find_upload, edge.runtime, actor, ref)
    await cancel(edge.runtime, found.upload)
    return TusAnswer(204)
