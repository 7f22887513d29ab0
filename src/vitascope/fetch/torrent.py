"""Videos from swarms: torrent files and magnet links."""

from collections.abc import Sequence
from pathlib import Path

from vitascope.fetch.child import OnProgress, ask_child
from vitascope.fetch.child_lines import Limits
from vitascope.fetch.torrent_magnet import Magnet, parse_magnet
from vitascope.fetch.torrent_words import (
    BadTorrent,
    Fetch,
    Fetched,
    FetchedFile,
    NotOneFile,
    NotTorrent,
    Read,
    Told,
    TorrentAnswer,
    TorrentFile,
    TorrentInfo,
    TorrentOrder,
    TorrentReply,
    TorrentRequest,
    WrongFiles,
)

__all__ = [
    "MOST_TORRENT_BYTES",
    "BadTorrent",
    "FetchedFile",
    "Magnet",
    "TorrentFile",
    "TorrentInfo",
    "WrongFiles",
    "fetch_torrent",
    "parse_magnet",
    "read_torrent",
]

MOST_TORRENT_BYTES = 200 * 1024
"""The largest torrent file."""

_CHILD = "vitascope.fetch.torrent_child"
_READ_LIMITS = Limits(data_bytes=2**29, cpu_s=30, fsize_bytes=0, timeout_s=60, nice=0)
# Beside the content stands what the swarm said of it.
_ROOM_BYTES = 2**24


async def read_torrent(data: bytes) -> TorrentInfo:
    """What a torrent file announces; it holds exactly one file.

    Raises:
        BadTorrent: it is no torrent file, or one too large to be that of a video.
        WrongFiles: it announces no file, or several.
    """
    _check_size(data)
    reply = await _ask(Read(data=data), _READ_LIMITS)
    if not isinstance(reply, Told):
        raise BadTorrent("This is not a torrent file")
    if len(reply.info.files) != 1:
        raise WrongFiles(file_count=len(reply.info.files))
    return reply.info


async def fetch_torrent(
    source: bytes | str,
    folder: Path,
    *,
    limit_bytes: int,
    allowed_networks: Sequence[str] = (),
    peers: Sequence[tuple[str, int]] = (),
    is_open: bool = True,
    timeout_without_progress_s: float = 600,
    timeout_s: float = 24 * 3600,
    on_progress: OnProgress | None = None,
) -> FetchedFile:
    """Fetch the one file of a torrent file or magnet link into ``folder``, and seed nothing.

    Peers, trackers and web servers are talked to where the guard would let us, and in
    ``allowed_networks``. ``peers`` (address and port) are asked besides those that are found.
    Without ``is_open`` the program listens on loopback only and asks no distributed table.

    The folder is kept for this torrent and no other: what an earlier try left there is checked
    and gone on with. Cancelling leaves it as it is.

    Raises:
        BadTorrent: the source is neither.
        WrongFiles: it holds no file, or several; before its content is asked for.
        TooLarge: it has more than ``limit_bytes``; before its content is asked for.
        FetchError: the swarm does not give it; another try may go on.
    """
    data, magnet = (source, "") if isinstance(source, bytes) else (b"", source)
    if magnet:
        parse_magnet(magnet)
    else:
        _check_size(data)
    order = Fetch(
        data=data,
        magnet=magnet,
        folder=folder,
        limit_bytes=limit_bytes,
        allowed_networks=tuple(allowed_networks),
        peers=tuple(peers),
        is_open=is_open,
        timeout_without_progress_s=timeout_without_progress_s,
    )
    limits = Limits(fsize_bytes=limit_bytes + _ROOM_BYTES, timeout_s=timeout_s)
    reply = await _ask(order, limits, on_progress)
    if not isinstance(reply, Fetched):
        raise BadTorrent("This is not a torrent file")
    return reply.file


def _check_size(data: bytes) -> None:
    if len(data) > MOST_TORRENT_BYTES:
        raise BadTorrent(f"A torrent file has at most {MOST_TORRENT_BYTES // 1024} kB")


async def _ask(
    order: TorrentOrder, limits: Limits, on_progress: OnProgress | None = None
) -> TorrentReply:
    answer = await ask_child(
        _CHILD,
        TorrentRequest(order),
        answer=TorrentAnswer,
        limits=limits,
        on_progress=on_progress,
    )
    match answer.reply:
        case NotTorrent(message=message):
            raise BadTorrent(message)
        case NotOneFile(file_count=file_count):
            raise WrongFiles(file_count=file_count)
        case reply:
            return reply
