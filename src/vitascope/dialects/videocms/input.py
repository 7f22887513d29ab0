"""Reading what callers send: the query and the body together, names in any case."""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import msgspec

from vitascope.base.errors import Invalid
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.http.asgi import Message, Receive
from vitascope.http.multipart import FileRule, Form, read_form

_MOST_FIELDS = 2000
_LARGEST = 2**63 - 1
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,19}")
_TRUTH = {
    **dict.fromkeys(("1", "t", "T", "true", "TRUE", "True", "on"), True),
    **dict.fromkeys(("", "0", "f", "F", "false", "FALSE", "False", "off"), False),
}


class Malformed(Invalid):
    """The body, or a value in it, is of another kind than it has to be."""

    def __init__(self) -> None:
        super().__init__("body", "malformated request")


class Broken(Invalid):
    """A value breaks a rule; only the first one is told."""

    def __init__(self, field: str, rule: str, argument: object = "") -> None:
        super().__init__(field, f"{field} [{rule}] : {argument}")


class Given:
    """Named values. Fields have the names that VideoCMS's refusals call them by; on the wire
    case and underscores do not matter.

    Values of forms and queries are tuples of texts here, of which the first counts.
    """

    def __init__(self, *sources: Mapping[str, Any]) -> None:
        self._values = {
            _folded(name): value for source in sources for name, value in source.items()
        }

    def has(self, field: str) -> bool:
        return self._value(field) is not None

    def text(
        self, field: str, *, shortest: int = 0, longest: int, is_required: bool = False
    ) -> str:
        """Empty when it was not sent. Lengths count characters."""
        value = self._value(field)
        if value is None:
            value = ""
        # No database keeps this character in a text.
        if not isinstance(value, str) or "\0" in value:
            raise Malformed
        if not value and is_required:
            raise Broken(field, "required")
        if value and len(value) < shortest:
            raise Broken(field, "min", shortest)
        if len(value) > longest:
            raise Broken(field, "max", longest)
        return value

    def texts(self, field: str, *, longest: int, most: int) -> list[str]:
        """Several, at least one; a form sends the name again for each."""
        value = self._values.get(_folded(field))
        found = list(value) if isinstance(value, tuple | list) else value
        if not found:
            raise Broken(field, "required")
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            raise Malformed
        if len(found) > most:
            raise Broken(field, "max", most)
        if any("\0" in each or len(each) > longest for each in found):
            raise Malformed
        return found

    def numbers(self, field: str, *, member: str | None = None) -> list[int]:
        """Several, or none; a form and the query send the name again for each. With
        ``member`` each of them may stand in an object under that name.
        """
        value = self._values.get(_folded(field))
        if value is None:
            return []
        if not isinstance(value, tuple | list):
            raise Malformed
        return [_numbered(each, member) for each in value]

    def flag(self, field: str) -> bool | None:
        value = self._value(field)
        if isinstance(value, str):
            value = _TRUTH.get(value, value)
        if value is not None and not isinstance(value, bool):
            raise Malformed
        return value

    def number(self, field: str, *, least: int) -> int | None:
        """A whole number that the database can keep."""
        value = self._value(field)
        if value is None or value == "":
            return None
        number = _whole(value)
        if number < least:
            raise Broken(field, "min", least)
        return number

    def known_number(self, field: str) -> int:
        """The number of a row, which has to be sent."""
        number = self.number(field, least=0)
        if not number:
            raise Broken(field, "required")
        return number

    def real(self, field: str) -> float | None:
        value = self._value(field)
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise Malformed
        try:
            number = float(value)
        except (ValueError, OverflowError):
            raise Malformed from None
        if not math.isfinite(number):
            raise Malformed
        return number

    def moment(self, field: str) -> datetime | None:
        """A time of RFC 3339, as UTC."""
        value = self._value(field)
        if value is None or value == "":
            return None
        if not isinstance(value, str) or "T" not in value.upper():
            raise Malformed
        try:
            time = datetime.fromisoformat(value.upper())
            if time.tzinfo is None:
                raise Malformed
            return time.astimezone(UTC)
        except (ValueError, OverflowError):
            raise Malformed from None

    def _value(self, field: str) -> Any:
        value = self._values.get(_folded(field))
        return value[0] if isinstance(value, tuple) else value


async def read_input(request: AnyRequest) -> Given:
    """Everything the request says; the body wins over the query.

    Raises:
        Malformed: the body is no JSON object and no form.
    """
    query = request.scope["query_string"].decode("latin-1")
    return Given(_unquoted(query), await _read_body(request))


def form_input(request: AnyRequest, form: Form) -> Given:
    """As :func:`read_input`, of a form that was read already."""
    query = request.scope["query_string"].decode("latin-1")
    fields = {name: tuple(values) for name, values in form.fields.items()}
    return Given(_unquoted(query), fields)


async def read_files(request: AnyRequest, rules: Mapping[str, FileRule]) -> Form:
    """A form with small files, no longer in all than any other body.

    Raises:
        QuotaExceeded: a file is longer than its rule allows.
        Malformed: the form is broken.
    """
    try:
        return await read_form(request.scope, _counted(request), files=rules)
    except Invalid:
        raise Malformed from None


async def _read_body(request: AnyRequest) -> Mapping[str, Any]:
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type == "multipart/form-data":
        return await _read_multipart(request)
    body = await request.body()
    if content_type == "application/x-www-form-urlencoded":
        return _unquoted(body.decode("utf-8", "replace"))
    if not body.strip():
        return {}
    try:
        values = msgspec.json.decode(body)
    # Text that is no UTF-8, and lists in lists without end, have errors of their own.
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Malformed from None
    if values is not None and not isinstance(values, dict):
        raise Malformed
    return values or {}


async def _read_multipart(request: AnyRequest) -> Mapping[str, Any]:
    form = await read_files(request, {})
    return {name: tuple(values) for name, values in form.fields.items()}


def _counted(request: AnyRequest) -> Receive:
    """The body by way of the framework, which refuses one that is too large."""
    chunks = request.stream()

    async def receive() -> Message:
        chunk = await anext(chunks, None)
        is_over = chunk is None
        return {"type": "http.request", "body": chunk or b"", "more_body": not is_over}

    return receive


def _unquoted(text: str) -> Mapping[str, Any]:
    try:
        found = parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise Malformed from None
    return {name: tuple(values) for name, values in found.items()}


def _numbered(value: Any, member: str | None) -> int:
    if not isinstance(value, dict) or member is None:
        return _whole(value)
    return Given(value).known_number(member)


def _whole(value: Any) -> int:
    """Raises Malformed unless it is a whole number that the database can keep."""
    if isinstance(value, str) and _WHOLE_NUMBER.fullmatch(value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST:
        raise Malformed
    return value


def _folded(name: str) -> str:
    return name.replace("_", "").lower()
