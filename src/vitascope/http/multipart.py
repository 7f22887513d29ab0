"""Forms with files, read as they arrive: each file part goes straight to its final file."""

import hashlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from python_multipart.exceptions import FormParserError

from vitascope.base.errors import Invalid
from vitascope.http.asgi import Receive, Scope
from vitascope.http.body import IDLE_TIMEOUT_S, body_chunks
from vitascope.http.parts import Events, PartData, PartEnd, PartHead, boundary_of
from vitascope.http.sink import AppendSink, Chunk
from vitascope.http.threads import on_thread

MAX_FIELD_BYTES = 256 * 1024
MAX_FIELDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRule:
    """Where a file field's bytes go, and how many may come. ``check`` may refuse a file by
    what its sender says of it, before a byte of it is stored, by raising.
    """

    limit_bytes: int
    folder: Path
    check: Callable[[PartHead], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedFile:
    """``filename`` and ``content_type`` are the client's words: show them, never trust them."""

    filename: str
    content_type: str
    path: Path
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Form:
    """Every value of each text field, in order, and one file of each file field."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, ReceivedFile] = field(default_factory=dict)

    async def discard(self) -> None:
        """Remove the received files."""
        for file in self.files.values():
            await on_thread(_remove, file.path)


async def read_form(
    scope: Scope,
    receive: Receive,
    *,
    files: Mapping[str, FileRule],
    max_field_bytes: int = MAX_FIELD_BYTES,
    max_fields: int = MAX_FIELDS,
    idle_timeout_s: float = IDLE_TIMEOUT_S,
) -> Form:
    """Read a ``multipart/form-data`` body; memory stays flat for files of any size.

    Files of fields that ``files`` does not name are read and dropped, as are empty file
    inputs. After any error, and after cancelling, no received file remains.

    Raises:
        Invalid: the form is broken, too large, or stops before its end.
        QuotaExceeded: a file is longer than its rule allows.
        Whatever the check of a rule raises.
    """
    reading = _Reading(files, max_field_bytes=max_field_bytes, max_fields=max_fields)
    try:
        events = Events(boundary_of(scope["headers"]))
        async for chunk in body_chunks(receive, idle_timeout_s=idle_timeout_s):
            for event in events.feed(chunk):
                await reading.take(event)
        events.close()
    except FormParserError:
        await reading.abort()
        raise Invalid("body", "The body is not a well-formed multipart form") from None
    except BaseException:
        await reading.abort()
        raise
    return reading.form


class _Reading:
    """The form so far, and the part that is being read."""

    def __init__(
        self, rules: Mapping[str, FileRule], *, max_field_bytes: int, max_fields: int
    ) -> None:
        self.form = Form()
        self._rules = rules
        self._max_field_bytes = max_field_bytes
        self._parts_left = max_fields
        self._head = PartHead(name="", filename=None, content_type="")
        self._sink: AppendSink | None = None
        self._sha256 = hashlib.sha256()
        self._value = bytearray()

    async def take(self, event: PartHead | PartData | PartEnd) -> None:
        if isinstance(event, PartData):
            await self._data(event.data)
        elif isinstance(event, PartHead):
            await self._begin(event)
        else:
            await self._end()

    async def abort(self) -> None:
        if self._sink is not None:
            await self._sink.abort()
        await self.form.discard()

    async def _begin(self, head: PartHead) -> None:
        self._parts_left -= 1
        if self._parts_left < 0:
            raise Invalid("body", "The form has too many fields")
        self._head = head
        rule = self._rules.get(head.name)
        if not head.is_file or rule is None or head.filename == "":
            return
        if head.name in self.form.files:
            raise Invalid(head.name, f"{head.name} holds one file only")
        if rule.check is not None:
            rule.check(head)
        await on_thread(_make_folder, rule.folder)
        path = rule.folder / uuid.uuid4().hex
        self._sha256 = hashlib.sha256()
        self._sink = AppendSink(path, limit_bytes=rule.limit_bytes, digests=[self._sha256])

    async def _data(self, data: Chunk) -> None:
        if self._sink is not None:
            await self._sink.write(data)
        elif not self._head.is_file:
            self._value += data
            if len(self._value) > self._max_field_bytes:
                raise Invalid(self._head.name, f"{self._head.name} is too long")

    async def _end(self) -> None:
        name = self._head.name
        if self._sink is not None:
            received = await self._sink.finish()
            self._sink = None
            self.form.files[name] = ReceivedFile(
                filename=self._head.filename or "",
                content_type=self._head.content_type,
                path=received.path,
                size_bytes=received.size_bytes,
                sha256=self._sha256.hexdigest(),
            )
        elif not self._head.is_file:
            self.form.fields.setdefault(name, []).append(_text(name, self._value))
            self._value = bytearray()


def _text(name: str, value: bytearray) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        raise Invalid(name, f"{name} is not UTF-8 text") from None


def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
