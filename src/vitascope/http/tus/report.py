"""HEAD: how far an upload is."""

from vitascope.core.access.model import Actor
from vitascope.http.threads import on_thread
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.edge import TusEdge
from vitascope.http.tus.find import Found, expiry_headers, find_upload


async def report_progress(edge: TusEdge, actor: Actor, ref: str) -> TusAnswer:
    """Raises what :func:`find_upload` raises."""
    found = await on_thread(find_upload, edge.runtime, actor, ref)
    return TusAnswer(200, {"Cache-Control": "no-store", **_headers(found)})


def _headers(found: Found) -> dict[str, str]:
    upload = found.upload
    headers = {"Upload-Offset": str(found.offset), **expiry_headers(upload)}
    if upload.size_bytes is None:
        headers["Upload-Defer-Length"] = "1"
    else:
        headers["Upload-Length"] = str(upload.size_bytes)
    if upload.metadata:
        headers["Upload-Metadata"] = upload.metadata
    if upload.concat:
        headers["Upload-Concat"] = upload.concat
    return headers
