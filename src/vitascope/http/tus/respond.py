"""Which request means what, and what every answer says."""

from collections.abc import Mapping

from vitascope.base.errors import ProductError
from vitascope.core.access.model import Actor
from vitascope.http.asgi import Receive, Scope
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.append import append_bytes
from vitascope.http.tus.create import create_upload
from vitascope.http.tus.edge import TusEdge
from vitascope.http.tus.headers import VERSION, check_version, headers_of, method_of
from vitascope.http.tus.refusals import TusRefusal
from vitascope.http.tus.report import report_progress
from vitascope.http.tus.terminate import terminate_upload
from vitascope.http.uploads.receive import ALGORITHMS

EXTENSIONS = (
    "creation",
    "creation-with-upload",
    "creation-defer-length",
    "termination",
    "expiration",
    "checksum",
    "concatenation",
)
# The others only ask.
_VERSIONED = {"POST", "PATCH", "DELETE"}


def discovery_headers(edge: TusEdge) -> dict[str, str]:
    """What this server can do, as OPTIONS tells it."""
    return {
        **_common(edge),
        "Tus-Version": VERSION,
        "Tus-Extension": ",".join(EXTENSIONS),
        "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
    }


async def respond(
    edge: TusEdge, actor: Actor, ref: str | None, scope: Scope, receive: Receive
) -> TusAnswer:
    """The answer to ``actor``, who asks for the upload ``ref``; None is where uploads are
    created. No byte of the body is read before the request is found good.
    """
    headers = headers_of(scope)
    method = method_of(scope, headers)
    try:
        if method in _VERSIONED:
            check_version(headers)
        answer = await _answer(edge, actor, method, ref, scope, headers, receive)
    except ProductError as error:
        answer = edge.refuse(error)
        if isinstance(error, TusRefusal) and error.code == "ERR_UNSUPPORTED_VERSION":
            answer = answer.telling({"Tus-Version": VERSION})
    if method == "HEAD":
        answer = TusAnswer(answer.status, answer.headers)
    return answer.telling(_common(edge))


async def _answer(
    edge: TusEdge,
    actor: Actor,
    method: str,
    ref: str | None,
    scope: Scope,
    headers: Mapping[str, str],
    receive: Receive,
) -> TusAnswer:
    if method == "OPTIONS":
        return TusAnswer(204, discovery_headers(edge))
    if ref is None and method == "POST":
        return await create_upload(edge, actor, scope, headers, receive)
    if ref is not None and method == "HEAD":
        return await report_progress(edge, actor, ref)
    if ref is not None and method == "PATCH":
        return await append_bytes(edge, actor, ref, headers, receive)
    if ref is not None and method == "DELETE":
        return await terminate_upload(edge, actor, ref)
    raise TusRefusal("ERR_METHOD_NOT_ALLOWED", "Uploads know no such method", 405)


def _common(edge: TusEdge) -> dict[str, str]:
    return {"Tus-Resumable": VERSION, "Tus-Max-Size": str(edge.runtime.max_upload_bytes)}
