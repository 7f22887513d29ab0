"""tus, as this dialect offers it."""

from functools import partial

from vitascope.base.errors import Invalid, ProductError
from vitascope.core.access.model import Actor
from vitascope.core.uploads.model import UploadPart
from vitascope.core.uploads.usual import usual_type
from vitascope.core.users.usage import QuotaRule
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx
from vitascope.dialects.videocms.errors import words
from vitascope.dialects.videocms.library import account_of, most_sessions, parent_of
from vitascope.http.runtime import Runtime
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.edge import Announced, Described, TusEdge
from vitascope.http.tus.refusals import BodyTooLong, TusRefusal, plain_refusal

UPLOADS = "/api/uploads"
_BESIDE_BYTES = 1024**2
_LONGEST_NAME = 128
_MOST_DIGITS = 10


def tus_edge(runtime: Runtime) -> TusEdge:
    return TusEdge(
        runtime=runtime,
        path=UPLOADS,
        describe=partial(_describe, runtime),
        rule=QuotaRule.UP_TO,
        most_body=lambda: runtime.settings.current().max_chunk_bytes + _BESIDE_BYTES,
        refuse=_refuse,
    )


def is_upload(path: str) -> bool:
    """Whether a path, as routes are written, is about these uploads."""
    return path == UPLOADS or path.startswith(f"{UPLOADS}/")


def _describe(runtime: Runtime, tx: Tx, actor: Actor, announced: Announced) -> Described:
    metadata = announced.metadata
    name = metadata.get("filename") or metadata.get("name") or ""
    most = most_sessions(runtime, tx, actor)
    if announced.part is UploadPart.PARTIAL:
        # Some clients describe the whole file only.
        return Described(
            filename=name[:_LONGEST_NAME], fields=VideoFields(), most_sessions=most
        )
    if not 1 <= len(name) <= _LONGEST_NAME:
        raise TusRefusal(
            "ERR_INVALID_METADATA", f"filename has 1 to {_LONGEST_NAME} characters"
        )
    number = _number(metadata.get("parent_folder_id", ""))
    parent_id = parent_of(tx, account_of(actor), number, "parent folder doesn't exist")
    return Described(
        filename=name,
        content_type=usual_type(name),
        fields=VideoFields(title=name, folder_id=parent_id),
        most_sessions=most,
    )


def _number(text: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise Invalid("folder", "parent folder doesn't exist")
    return int(text)


def _refuse(error: ProductError) -> TusAnswer:
    if isinstance(error, BodyTooLong):
        # As the framework says it of every body that is too large.
        return TusAnswer(413, {"Content-Type": "application/json"}, b'{"error":"Not found"}\n')
    return plain_refusal(error, words(error))
