"""Torrents as libtorrent reads them, held to what a video is."""

from itertools import zip_longest

import libtorrent as lt

from vitascope.fetch.errors import TooLarge
from vitascope.fetch.torrent_words import BadTorrent, TorrentFile, TorrentInfo, WrongFiles

_WEB = ("http://", "https://")
_TRACKERS = (*_WEB, "udp://")
_MOST_NAME = 255


def load_torrent(data: bytes) -> lt.add_torrent_params:
    """Read a torrent file.

    Raises:
        BadTorrent: it is none.
    """
    try:
        return _only_known_ways(lt.load_torrent_buffer(data))
    except RuntimeError as error:
        raise BadTorrent("This is not a torrent file") from error


def load_magnet(text: str) -> lt.add_torrent_params:
    """Read a magnet link.

    Raises:
        BadTorrent: it is none.
    """
    try:
        return _only_known_ways(lt.parse_magnet_uri(text))
    except RuntimeError as error:
        raise BadTorrent("This is not a magnet link") from error


def describe(info: lt.torrent_info) -> TorrentInfo:
    """What is in the torrent, without the files that only fill up pieces."""
    hashes = info.info_hashes()
    best = hashes.v1 if hashes.has_v1() else hashes.v2
    return TorrentInfo(
        name=info.name()[:_MOST_NAME],
        files=tuple(file for _, file in _files(info)),
        info_hash=str(best),
    )


def only_file(info: lt.torrent_info, *, limit_bytes: int) -> tuple[int, TorrentFile]:
    """The number and the description of the one file.

    Raises:
        WrongFiles: there is none, or several.
        TooLarge: it has more than ``limit_bytes``.
    """
    files = _files(info)
    if len(files) != 1:
        raise WrongFiles(file_count=len(files))
    if files[0][1].size_bytes > limit_bytes:
        raise TooLarge(limit_bytes=limit_bytes)
    return files[0]


# Trackers and sources of other kinds connect past the filter of addresses.
def _only_known_ways(params: lt.add_torrent_params) -> lt.add_torrent_params:
    tiers = zip_longest(params.trackers, params.tracker_tiers, fillvalue=0)
    kept = [(url, tier) for url, tier in tiers if str(url).lower().startswith(_TRACKERS)]
    params.trackers = [str(url) for url, _ in kept]
    params.tracker_tiers = [int(tier) for _, tier in kept]
    params.url_seeds = [url for url in params.url_seeds if url.lower().startswith(_WEB)]
    params.http_seeds = []
    return params


def _files(info: lt.torrent_info) -> list[tuple[int, TorrentFile]]:
    storage = info.layout()
    left_out = lt.file_flags_t.flag_pad_file | lt.file_flags_t.flag_symlink
    return [
        (number, TorrentFile(storage.file_path(number), storage.file_size(number)))
        for number in range(storage.num_files())
        if not storage.file_flags(number) & left_out
    ]
