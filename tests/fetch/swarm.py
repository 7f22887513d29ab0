"""A seeder on loopback, in a process of its own. Run with ``python -m``."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import libtorrent as lt

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True)
class Seeder:
    torrent: bytes
    magnet: str
    info_hash: str
    port: int


def make_torrent(
    folder: Path,
    *,
    trackers: Sequence[str] = (),
    web_seeds: Sequence[str] = (),
    piece_bytes: int = 2**14,
) -> bytes:
    """A torrent of everything in ``folder``; with one file that is the torrent's name."""
    paths = sorted(folder.iterdir())
    files = [
        lt.create_file_entry(
            path.name if len(paths) == 1 else f"{folder.name}/{path.name}", path.stat().st_size
        )
        for path in paths
    ]
    torrent = lt.create_torrent(files, piece_bytes, lt.create_torrent.v1_only)
    for url in trackers:
        torrent.add_tracker(url)
    for url in web_seeds:
        torrent.add_url_seed(url)
    lt.set_piece_hashes(torrent, str(folder if len(paths) == 1 else folder.parent))
    return lt.bencode(torrent.generate())


@contextmanager
def seed(folder: Path) -> Iterator[Seeder]:
    """Give away what is in ``folder``."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fetch.swarm", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=REPOSITORY,
    )
    assert process.stdout is not None
    try:
        port = json.loads(process.stdout.readline())
        torrent = make_torrent(folder)
        info_hash = str(lt.torrent_info(torrent).info_hash())
        magnet = f"magnet:?xt=urn:btih:{info_hash}&x.pe=127.0.0.1:{port}"
        yield Seeder(torrent, magnet, info_hash, port)
    finally:
        process.kill()
        process.communicate()


def _seed_until_killed(folder: Path) -> None:
    settings: lt.settings_pack = {
        "listen_interfaces": "127.0.0.1:0",
        "enable_dht": False,
        "enable_lsd": False,
        "enable_upnp": False,
        "enable_natpmp": False,
    }
    session = lt.session(settings)
    session.add_torrent(_complete(folder))
    while not session.listen_port():
        session.wait_for_alert(20)
    print(json.dumps(session.listen_port()), flush=True)  # noqa: T201 - how the test hears it
    sys.stdin.read()


def _complete(folder: Path) -> lt.add_torrent_params:
    params = lt.load_torrent_buffer(make_torrent(folder))
    alone = len(list(folder.iterdir())) == 1
    params.save_path = str(folder if alone else folder.parent)
    params.flags = lt.torrent_flags.seed_mode | lt.torrent_flags.upload_mode
    return params


if __name__ == "__main__":
    _seed_until_killed(Path(sys.argv[1]))
