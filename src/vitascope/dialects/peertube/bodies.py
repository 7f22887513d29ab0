"""Request bodies, whichever of the three ways they are written in."""

from typing import Any
from urllib.parse import parse_qs

import msgspec
from litestar.exceptions import ClientException

from vitascope.base.errors import Invalid, QuotaExceeded
from vitascope.core.uploads.model import FileTooLarge
from vitascope.dialects.peertube.errors import Fault, InvalidFields, WireError
from vitascope.dialects.peertube.parts import AnyRequest
from vitascope.dialects.peertube.pictures import LARGEST_PICTURE_BYTES, PICTURE_FIELDS
from vitascope.dialects.peertube.values import unfold
from vitascope.fetch.torrent import MOST_TORRENT_BYTES
from vitascope.http.multipart import FileRule, Form, read_form

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
TORRENT_FIELD = "torrentfile"
# Too much of these is a faulty field; of other files it is a status of its own.
_SMALL_FILES = {
    PICTURE_FIELDS[0]: (LARGEST_PICTURE_BYTES, "A picture has 4 MB at most"),
    TORRENT_FIELD: (MOST_TORRENT_BYTES, "A torrent file has 200 kB at most"),
}


def content_type(request: AnyRequest) -> str:
    """Without its parameters, in lower case."""
    given: str = request.headers.get("content-type", "")
    return given.partition(";")[0].strip().lower()


async def read_urlencoded(request: AnyRequest) -> dict[str, Any]:
    """The fields of a form without files; none when the body is something else."""
    if content_type(request) != _FORM:
        return {}
    body = await request.body()
    return unfold(parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True))


async def read_fields_and_files(
    request: AnyRequest, files: dict[str, FileRule]
) -> tuple[dict[str, Any], Form]:
    """The fields, and the form that holds the files; the caller discards it.

    Raises:
        Invalid, InvalidFields: the body cannot be read, or a picture or a torrent is too
            large.
        FileTooLarge: another file is.
    """
    if content_type(request) != _MULTIPART:
        return await read_fields(request), Form()
    _check_announced(request, files)
    try:
        form = await read_form(request.scope, request.receive, files=files)
    except QuotaExceeded as error:
        raise _too_large(error, files) from None
    return unfold(form.fields), form


async def read_fields(request: AnyRequest) -> dict[str, Any]:
    """The fields of a JSON object, or of a form without files; none when there is no body.

    Raises:
        Invalid: the body is JSON but no object.
        WireError: 415, it is something else.
        ClientException: it cannot be read.
    """
    kind = content_type(request)
    if kind == _FORM:
        return await read_urlencoded(request)
    if not kind and not await request.body():
        return {}
    if kind != "application/json" and not kind.endswith("+json"):
        raise WireError(415, "Send JSON or a form")
    try:
        fields = msgspec.json.decode(await request.body() or b"{}")
    except msgspec.DecodeError:
        raise ClientException("The body is not JSON") from None
    if not isinstance(fields, dict):
        raise Invalid("body", "The body has to be a JSON object")
    return fields


def _check_announced(request: AnyRequest, files: dict[str, FileRule]) -> None:
    """Refuse a body that cannot fit before a byte of it is read."""
    announced = request.headers.get("content-length", "0")
    # Fields and the form's own lines take some room beside the files.
    limit = sum(rule.limit_bytes for rule in files.values()) + 2**20
    if announced.isdigit() and int(announced) > limit:
        largest = max(rule.limit_bytes for rule in files.values())
        raise FileTooLarge(int(announced), largest)


def _too_large(error: QuotaExceeded, files: dict[str, FileRule]) -> Exception:
    for name, (limit_bytes, message) in _SMALL_FILES.items():
        if name in files and error.limit == limit_bytes:
            return InvalidFields({name: Fault(msg=message)})
    return FileTooLarge(error.used, error.limit)
