"""What there is to say about torrents, to whoever asks for one and to the child."""

from pathlib import Path
from typing import TypeAlias

import msgspec

from vitascope.fetch.errors import FetchError

CONTENT_NAME = "content"


class WrongFiles(FetchError):
    """A torrent that holds no file, or several: a video is one."""

    def __init__(self, *, file_count: int) -> None:
        super().__init__(
            f"The torrent holds {file_count} files, and a video is one", permanent=True
        )
        self.file_count = file_count


class BadTorrent(FetchError):
    """Bytes that are no torrent, or text that is no magnet link."""

    def __init__(self, message: str) -> None:
        super().__init__(message, permanent=True)


class TorrentFile(msgspec.Struct, frozen=True):
    """``path`` is what the torrent calls it, made harmless; it is for people to read."""

    path: str
    size_bytes: int


class TorrentInfo(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    files: tuple[TorrentFile, ...]
    info_hash: str


class FetchedFile(msgspec.Struct, frozen=True, kw_only=True):
    """``name`` is what the torrent calls the file at ``path``."""

    path: Path
    name: str
    size_bytes: int


class NotTorrent(msgspec.Struct, tag="not_torrent"):
    """The child's word for :class:`BadTorrent`."""

    message: str


class NotOneFile(msgspec.Struct, tag="not_one_file"):
    """The child's word for :class:`WrongFiles`."""

    file_count: int


class Read(msgspec.Struct, tag="read", kw_only=True):
    data: bytes


class Told(msgspec.Struct, tag="told"):
    info: TorrentInfo


class Fetch(msgspec.Struct, tag="fetch", kw_only=True):
    """Either ``data`` or ``magnet`` is given."""

    data: bytes = b""
    magnet: str = ""
    folder: Path
    limit_bytes: int
    allowed_networks: tuple[str, ...]
    peers: tuple[tuple[str, int], ...]
    is_open: bool
    timeout_without_progress_s: float


class Fetched(msgspec.Struct, tag="fetched"):
    file: FetchedFile


TorrentOrder: TypeAlias = Read | Fetch
TorrentReply: TypeAlias = Told | Fetched | NotTorrent | NotOneFile


class TorrentRequest(msgspec.Struct):
    order: TorrentOrder


class TorrentAnswer(msgspec.Struct):
    reply: TorrentReply
