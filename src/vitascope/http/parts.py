"""The parser's callbacks as a list of events, for code that has to wait between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import (
    MultipartParser,
    MultipartState,
    parse_options_header,
)

from vitascope.base.errors import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class PartHead:
    """``filename`` is None when the part has none, and empty when no file was chosen."""

    name: str
    filename: str | None
    content_type: str

    @property
    def is_file(self) -> bool:
        return self.filename is not None


class PartData(NamedTuple):
    data: memoryview


class PartEnd(NamedTuple):
    pass


Event: TypeAlias = PartHead | PartData | PartEnd


def boundary_of(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """
    Raises:
        Invalid: the Content-Type is not that of a form with a boundary.
    """
    content_type = next((value for name, value in headers if name == b"content-type"), b"")
    kind, parameters = parse_options_header(content_type)
    boundary = parameters.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not boundary:
        raise Invalid("body", "The body has to be multipart/form-data")
    return boundary


class Events:
    """Feed it the body, take what it means.

    Raises:
        FormParserError: the body is not a well-formed form.
    """

    def __init__(self, boundary: bytes) -> None:
        self._events: list[Event] = []
        self._headers: dict[bytes, bytes] = {}
        self._name = b""
        self._value = b""
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._headers.clear,
                "on_header_field": self._on_name,
                "on_header_value": self._on_value,
                "on_header_end": self._on_header,
                "on_headers_finished": self._on_headers,
                "on_part_data": self._on_data,
                "on_part_end": lambda: self._events.append(PartEnd()),
            },
        )

    def feed(self, chunk: bytes) -> Sequence[Event]:
        self._events = []
        self._parser.write(chunk)
        return self._events

    def close(self) -> None:
        if self._parser.state != MultipartState.END:
            raise FormParserError("the form stops before its end")

    def _on_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header(self) -> None:
        self._headers[self._name.lower()] = self._value
        self._name = self._value = b""

    def _on_headers(self) -> None:
        _, parameters = parse_options_header(self._headers.get(b"content-disposition"))
        if b"name" not in parameters:
            raise FormParserError("a part has no name")
        filename = parameters.get(b"filename")
        self._events.append(
            PartHead(
                name=_decoded(parameters[b"name"]),
                filename=None if filename is None else _base_name(_decoded(filename)),
                content_type=_decoded(self._headers.get(b"content-type", b"")),
            )
        )

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        self._events.append(PartData(memoryview(data)[start:end]))


def _decoded(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _base_name(filename: str) -> str:
    """Without the folders that some clients send along, and without control characters."""
    name = filename.replace("\\", "/").rpartition("/")[2]
    return "".join(character for character in name if character.isprintable())
