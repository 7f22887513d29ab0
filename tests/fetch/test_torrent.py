import asyncio
import random
from collections.abc import Iterator
from pathlib import Path

import libtorrent as lt
import pytest
from tests.fetch.fake_site import FakeSite, Page, serve_site
from tests.fetch.swarm import make_torrent, seed

from vitascope.fetch.child import OnProgress
from vitascope.fetch.errors import Interrupted, TooLarge
from vitascope.fetch.torrent import (
    MOST_TORRENT_BYTES,
    BadTorrent,
    FetchedFile,
    TorrentFile,
    TorrentInfo,
    WrongFiles,
    fetch_torrent,
    read_torrent,
)

FILM = random.Random(1).randbytes(3_000_000)
HERE = "127.0.0.1/32"


@pytest.fixture
def site() -> Iterator[FakeSite]:
    with serve_site() as site:
        yield site


@pytest.fixture
def blocked() -> Iterator[FakeSite]:
    """A site where the tests do not allow to go."""
    with serve_site("127.0.0.2") as site:
        yield site


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with a film in it."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "film.mp4").write_bytes(FILM)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "fetched"
    folder.mkdir()
    return folder


async def fetch(
    torrent: bytes | str,
    folder: Path,
    *,
    limit_bytes: int = 10**9,
    allowed: str = HERE,
    timeout_without_progress_s: float = 60,
    peers: tuple[tuple[str, int], ...] = (),
    on_progress: OnProgress | None = None,
) -> FetchedFile:
    return await fetch_torrent(
        torrent,
        folder,
        limit_bytes=limit_bytes,
        allowed_networks=[allowed],
        peers=peers,
        is_open=False,
        timeout_without_progress_s=timeout_without_progress_s,
        on_progress=on_progress,
    )


def fetched_film(folder: Path) -> FetchedFile:
    return FetchedFile(path=folder / "content", name="film.mp4", size_bytes=len(FILM))


async def test_a_torrent_file_is_read_without_asking_anybody(source: Path) -> None:
    torrent = make_torrent(source)

    info = await read_torrent(torrent)

    assert info == TorrentInfo(
        name="film.mp4",
        files=(TorrentFile("film.mp4", len(FILM)),),
        info_hash=str(lt.load_torrent_buffer(torrent).info_hashes.v1),
    )


@pytest.mark.parametrize("data", [b"", b"de", b"not a torrent", b"d4:infod4:name1:aee"])
async def test_other_bytes_are_no_torrent_file(data: bytes) -> None:
    with pytest.raises(BadTorrent, match="This is not a torrent file"):
        await read_torrent(data)


async def test_a_torrent_file_is_small() -> None:
    with pytest.raises(BadTorrent, match="A torrent file has at most 200 kB"):
        await read_torrent(b"d" * (MOST_TORRENT_BYTES + 1))


@pytest.mark.process
async def test_a_torrent_of_two_files_is_no_video(source: Path, folder: Path) -> None:
    (source / "more.mp4").write_bytes(FILM)
    torrent = make_torrent(source)

    with pytest.raises(WrongFiles) as read:
        await read_torrent(torrent)
    with pytest.raises(WrongFiles) as fetched:
        await fetch(torrent, folder)

    assert (read.value.file_count, fetched.value.file_count) == (2, 2)
    assert list(folder.iterdir()) == []


async def test_more_than_the_limit_is_not_asked_for(
    source: Path, folder: Path, site: FakeSite
) -> None:
    seeds = [site.put("/film.mp4", FILM)]
    torrent = make_torrent(source, web_seeds=seeds)

    with pytest.raises(TooLarge) as caught:
        await fetch(torrent, folder, limit_bytes=len(FILM) - 1)

    assert caught.value.limit_bytes == len(FILM) - 1
    assert site.asked == []
    assert list(folder.iterdir()) == []


async def test_web_servers_of_a_torrent_give_its_file_but_not_blocked_ones(
    source: Path, folder: Path, site: FakeSite, blocked: FakeSite
) -> None:
    secret = blocked.put("/film.mp4", FILM)
    site.pages["/away/film.mp4"] = Page(b"", status=302, location=secret)
    seeds = [secret, f"{site.url}/away/film.mp4", site.put("/film.mp4", FILM)]
    seen: list[tuple[int, int | None]] = []

    fetched = await fetch(
        make_torrent(source, web_seeds=seeds),
        folder,
        on_progress=lambda *progress: seen.append(progress),
    )

    assert fetched == fetched_film(folder)
    assert fetched.path.read_bytes() == FILM
    assert seen[-1] == (len(FILM), len(FILM))
    assert "/film.mp4" in site.paths()
    assert blocked.asked == []


async def test_a_folder_that_has_everything_needs_no_swarm(source: Path, folder: Path) -> None:
    (folder / "content").write_bytes(FILM)

    fetched = await fetch(make_torrent(source), folder)

    assert fetched == fetched_film(folder)


@pytest.mark.journey
async def test_trackers_of_a_torrent_are_asked_but_not_blocked_ones(
    source: Path, folder: Path, site: FakeSite, blocked: FakeSite
) -> None:
    with seed(source) as seeder:
        answer = peers_answer(seeder.port)
        trackers = [blocked.put("/announce", answer), site.put("/announce", answer)]
        fetched = await fetch(make_torrent(source, trackers=trackers), folder)

    assert fetched == fetched_film(folder)
    assert set(site.paths()) == {"/announce"}
    assert blocked.asked == []


@pytest.mark.process
async def test_a_magnet_link_finds_its_file_in_the_swarm(source: Path, folder: Path) -> None:
    with seed(source) as seeder:
        fetched = await fetch(seeder.magnet, folder)

    assert fetched == fetched_film(folder)
    assert fetched.path.read_bytes() == FILM


@pytest.mark.journey
async def test_a_torrent_file_finds_its_file_at_a_given_peer(
    source: Path, folder: Path
) -> None:
    with seed(source) as seeder:
        fetched = await fetch(seeder.torrent, folder, peers=(("127.0.0.1", seeder.port),))

    assert fetched == fetched_film(folder)
    assert fetched.path.read_bytes() == FILM


@pytest.mark.journey
async def test_a_peer_at_a_blocked_address_is_not_talked_to(source: Path, folder: Path) -> None:
    with seed(source) as seeder, pytest.raises(Interrupted) as caught:
        await fetch(seeder.magnet, folder, allowed="127.0.0.3/32", timeout_without_progress_s=1)

    assert vars(caught.value) == {
        "message": "Nobody in the swarm gives anything",
        "permanent": False,
    }


@pytest.mark.process
async def test_a_magnet_link_to_the_wrong_thing_is_refused_before_it_is_asked_for(
    source: Path, folder: Path
) -> None:
    with seed(source) as seeder, pytest.raises(TooLarge):
        await fetch(seeder.magnet, folder, limit_bytes=len(FILM) - 1)
    (source / "more.mp4").write_bytes(FILM)
    with seed(source) as seeder, pytest.raises(WrongFiles):
        await fetch(seeder.magnet, folder)

    assert list(folder.iterdir()) == []


@pytest.mark.process
async def test_what_was_killed_asks_only_for_what_is_missing(
    source: Path, folder: Path, site: FakeSite
) -> None:
    torrent = make_torrent(source, web_seeds=[site.put("/film.mp4", FILM)])
    site.pages["/film.mp4"].stalls_after = 1_500_000
    task = asyncio.create_task(fetch(torrent, folder))
    while stored_bytes(folder / "content") < 500_000:
        assert not task.done()
        await asyncio.sleep(0.02)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    site.pages["/film.mp4"].stalls_after = None
    site.asked.clear()
    fetched = await fetch(torrent, folder)

    assert fetched.path.read_bytes() == FILM
    assert sum(asked_bytes(header) for _, header in site.asked) < len(FILM) - 400_000


def peers_answer(port: int) -> bytes:
    """What a tracker says when it knows one peer, four bytes of address and two of port."""
    return b"d8:intervali60e5:peers6:" + bytes([127, 0, 0, 1]) + port.to_bytes(2, "big") + b"e"


def stored_bytes(path: Path) -> int:
    """What stands on disk: the size of a file is that of all that will be in it."""
    return path.stat().st_blocks * 512 if path.exists() else 0


def asked_bytes(header: str | None) -> int:
    first, _, last = (
        (header or f"bytes=0-{len(FILM) - 1}").removeprefix("bytes=").partition("-")
    )
    return int(last) - int(first) + 1
