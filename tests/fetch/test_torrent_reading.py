from pathlib import Path

import libtorrent as lt
import pytest
from tests.fetch.swarm import make_torrent

from vitascope.fetch.errors import TooLarge
from vitascope.fetch.torrent_reading import (
    describe,
    load_magnet,
    load_torrent,
    only_file,
)
from vitascope.fetch.torrent_words import BadTorrent, TorrentFile, WrongFiles

MAGNET = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "film.mp4").write_bytes(b"x" * 20_000)
    return folder


def read(data: bytes) -> lt.torrent_info:
    info = load_torrent(data).ti
    assert info is not None
    return info


def test_ways_past_the_filter_of_addresses_are_left_out(source: Path) -> None:
    torrent = make_torrent(
        source,
        trackers=["wss://a.test/", "udp://b.test:80", "https://c.test/announce"],
        web_seeds=["ftp://d.test/film.mp4", "http://e.test/film.mp4"],
    )

    params = load_torrent(torrent)

    assert params.trackers == ["udp://b.test:80", "https://c.test/announce"]
    assert params.url_seeds == ["http://e.test/film.mp4"]


def test_ways_past_the_filter_are_left_out_of_magnet_links_too() -> None:
    params = load_magnet(f"{MAGNET}&tr=wss://a.test/&tr=http://b.test/&ws=ftp://c.test/d")

    assert params.trackers == ["http://b.test/"]
    assert params.url_seeds == []


def test_what_libtorrent_cannot_read_is_no_magnet_link() -> None:
    with pytest.raises(BadTorrent):
        load_magnet("magnet:?dn=film")


def test_a_path_that_leads_outside_is_made_harmless() -> None:
    info = read(
        b"d4:infod5:filesld6:lengthi5e4:pathl2:..3:etc6:passwdeee4:name2:.."
        b"12:piece lengthi16384e6:pieces20:" + b"x" * 20 + b"ee"
    )

    paths = [file.path for file in describe(info).files]

    assert len(paths) == 1
    assert ".." not in Path(paths[0]).parts
    assert not Path(paths[0]).is_absolute()


def test_the_one_file_is_found_beside_what_fills_up_pieces(source: Path) -> None:
    files = [
        lt.create_file_entry("source/film.mp4", 20_000),
        lt.create_file_entry("source/.pad/1", 12_768, lt.file_flags_t.flag_pad_file),
    ]
    torrent = lt.create_torrent(files, 2**14, lt.create_torrent.v1_only)
    for piece in range(torrent.num_pieces()):
        torrent.set_hash(piece, b"x" * 20)
    info = read(lt.bencode(torrent.generate()))

    number, file = only_file(info, limit_bytes=20_000)

    assert (number, file) == (0, TorrentFile("source/film.mp4", 20_000))


def test_a_file_over_the_limit_is_too_large(source: Path) -> None:
    info = read(make_torrent(source))

    with pytest.raises(TooLarge):
        only_file(info, limit_bytes=19_999)


def test_two_files_are_no_video(source: Path) -> None:
    (source / "more.mp4").write_bytes(b"y")
    info = read(make_torrent(source))

    with pytest.raises(WrongFiles) as caught:
        only_file(info, limit_bytes=10**9)

    assert caught.value.message == "The torrent holds 2 files, and a video is one"
