"""Reads torrents and fetches them, in a process of its own. Run with ``python -m``."""

from pathlib import Path

import libtorrent as lt

from vitascope.fetch.child_side import Report, serve
from vitascope.fetch.torrent_reading import describe, load_magnet, load_torrent, only_file
from vitascope.fetch.torrent_swarm import Swarm, open_session
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
    TorrentReply,
    TorrentRequest,
    WrongFiles,
)


def carry_out(request: TorrentRequest, report: Report) -> TorrentAnswer:
    """Do what is asked for.

    Raises:
        FetchError: the swarm does not give it, or it is too large.
    """
    try:
        return TorrentAnswer(_reply(request, report))
    except BadTorrent as error:
        return TorrentAnswer(NotTorrent(error.message))
    except WrongFiles as error:
        return TorrentAnswer(NotOneFile(error.file_count))


def _reply(request: TorrentRequest, report: Report) -> TorrentReply:
    match request.order:
        case Read(data=data):
            info = load_torrent(data).ti
            if info is None:
                raise BadTorrent("This is not a torrent file")
            return Told(describe(info))
        case Fetch() as order:
            return Fetched(_fetch(order, report))


def _fetch(order: Fetch, report: Report) -> FetchedFile:
    swarm = Swarm(open_session(order), order)
    params = _with_metadata(swarm, order)
    if params.ti is None:
        raise BadTorrent("This is not a torrent file")
    # Before the first byte of its content.
    number, file = only_file(params.ti, limit_bytes=order.limit_bytes)
    path = swarm.fetch_content(params, number, report)
    return FetchedFile(path=path, name=Path(file.path).name, size_bytes=path.stat().st_size)


# Asked for anew at every try: without anybody who knows it there is no content either.
def _with_metadata(swarm: Swarm, order: Fetch) -> lt.add_torrent_params:
    if order.data:
        return load_torrent(order.data)
    params = load_magnet(order.magnet)
    params.ti = swarm.fetch_metadata(load_magnet(order.magnet))
    return params


if __name__ == "__main__":
    serve(TorrentRequest, carry_out)
