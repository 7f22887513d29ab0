"""What a fetching child process and its parent tell each other: one line of JSON each.

The parent writes one ``Order``. The child answers with any number of ``Progress`` and then one
``Done`` or ``Failed``.
"""

from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeAlias, TypeVar

import msgspec

from vitascope.fetch.errors import (
    BadAnswer,
    Blocked,
    FetchError,
    Interrupted,
    TooLarge,
    Unreachable,
)

T = TypeVar("T")


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much one child may take: memory, processor time, file size, wall time."""

    data_bytes: int = 2 * 2**30
    cpu_s: int = 24 * 3600
    fsize_bytes: int = 2**40
    timeout_s: float = 24 * 3600
    nice: int = 10


class Order(msgspec.Struct, kw_only=True):
    limits: Limits
    request: msgspec.Raw


class Progress(msgspec.Struct, tag="progress"):
    done_bytes: int
    total_bytes: int | None


class Done(msgspec.Struct, tag="done"):
    answer: msgspec.Raw


class Kind(StrEnum):
    BAD_ANSWER = "bad_answer"
    BLOCKED = "blocked"
    TOO_LARGE = "too_large"
    UNREACHABLE = "unreachable"
    INTERRUPTED = "interrupted"
    OTHER = "other"


class Failed(msgspec.Struct, tag="failed", kw_only=True):
    """A :class:`FetchError` on its way from the child to whoever asked."""

    kind: Kind
    message: str
    permanent: bool
    limit_bytes: int = 0
    status: int = 0

    @classmethod
    def of(cls, error: FetchError) -> Self:
        return cls(
            kind=_KINDS.get(type(error), Kind.OTHER),
            message=error.message,
            permanent=error.permanent,
            limit_bytes=error.limit_bytes if isinstance(error, TooLarge) else 0,
            status=error.status if isinstance(error, BadAnswer) else 0,
        )

    def error(self) -> FetchError:
        match self.kind:
            case Kind.BAD_ANSWER:
                return BadAnswer(self.status, self.message)
            case Kind.BLOCKED:
                return Blocked(self.message)
            case Kind.TOO_LARGE:
                return TooLarge(limit_bytes=self.limit_bytes)
            case Kind.UNREACHABLE:
                return Unreachable(self.message)
            case Kind.INTERRUPTED:
                return Interrupted(self.message)
            case Kind.OTHER:
                return FetchError(self.message, permanent=self.permanent)


Line: TypeAlias = Progress | Done | Failed

_KINDS: dict[type[FetchError], Kind] = {
    BadAnswer: Kind.BAD_ANSWER,
    Blocked: Kind.BLOCKED,
    TooLarge: Kind.TOO_LARGE,
    Unreachable: Kind.UNREACHABLE,
    Interrupted: Kind.INTERRUPTED,
}


def to_json(value: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(value, enc_hook=_plain))


def from_json(text: bytes | msgspec.Raw, what: type[T]) -> T:
    """Read what :func:`to_json` wrote.

    Raises:
        msgspec.ValidationError: it did not.
    """
    return msgspec.json.decode(text, type=what, dec_hook=_path)


def _plain(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value)} is not for the wire")


def _path(what: type, value: Any) -> Any:
    if what is Path:
        return Path(value)
    raise TypeError(f"{what} is not for the wire")
