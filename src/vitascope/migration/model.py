"""What another server has, in the words of none of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from vitascope.core.channels.make import NewChannel
from vitascope.core.videos.fields import VideoFields


class CannotCopy(Exception):
    """``reason`` is a sentence for the person who moves in."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A video of the other server; ``ref`` is what it is called there, always."""

    ref: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteFile:
    """``headers`` are for the other server alone. ``size_bytes`` is None when unknown."""

    url: str
    headers: dict[str, str]
    size_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteCaption:
    language: str
    file: RemoteFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A video with all that can be copied. Channel and folder are not among ``fields``.

    ``files`` is one file, or one with the picture and one with the sound. ``remarks`` are
    sentences about what will be different here.
    """

    fields: VideoFields
    files: tuple[RemoteFile, ...]
    filename: str
    channel: NewChannel | None = None
    folder: tuple[str, ...] = ()
    picture: RemoteFile | None = None
    captions: tuple[RemoteCaption, ...] = ()
    chapters: tuple[tuple[int, str], ...] = ()
    remarks: tuple[str, ...] = ()


class Library(Protocol):
    """All that one person has on another server. ``server`` names it, always the same way.

    Every method raises FetchError when the server does not answer as it should.
    """

    @property
    def server(self) -> str: ...

    async def list_folders(self) -> Sequence[tuple[str, ...]]:
        """The paths of all folders, empty ones too."""
        ...

    async def list_videos(self) -> Sequence[Listed]:
        """In the order in which they are to be copied.

        Raises:
            CannotCopy: nothing of it can be copied.
        """
        ...

    async def describe(self, listed: Listed) -> Described:
        """
        Raises:
            CannotCopy: there is no file to be had.
        """
        ...


class Outcome(StrEnum):
    COPIED = "copied"
    KNOWN = "copied before"
    INCOMPLETE = "copied, with something missing"
    """The next run tries again what is missing."""
    FAILED = "not copied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one video. ``remarks`` say why, or what is different here."""

    title: str
    outcome: Outcome
    remarks: tuple[str, ...] = ()


class Watcher(Protocol):
    """Hears how the copying goes on."""

    def begins(self, total: int) -> None:
        """``total`` videos are there."""
        ...

    def starts(self, title: str) -> None: ...

    def received(self, size_bytes: int, total_bytes: int | None) -> None:
        """Of the file that is being fetched."""
        ...

    def ended(self, result: Result) -> None: ...
