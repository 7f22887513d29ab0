"""The plug is pulled at any moment: nothing acknowledged is lost, nothing half is served."""

import random
import threading
import time
from pathlib import Path

import httpx
import pytest
from tests.journeys.server import Peertube, Server, programs_about, wait_for
from tests.media.clips import Draw

pytestmark = [pytest.mark.journey, pytest.mark.media]

KILLS = 20
_LONGEST_LIFE_S = 4.0


def test_every_acknowledged_video_ends_ready_exactly_once(
    tmp_path: Path, draw_clip: Draw
) -> None:
    """Uploads go on while the server is killed twenty times at random."""
    random.seed(20)
    clips = [
        draw_clip(f"{n}.mp4", "-metadata", f"title={n}", size="854x480", duration_s=4 + n % 5)
        for n in range(KILLS)
    ]
    server = Server(tmp_path / "data")
    acknowledged: dict[str, str] = {}

    for number, clip in enumerate(clips):
        server.start()
        api = Peertube(server).log_in()
        uploading = threading.Thread(target=_upload, args=(api, clip, acknowledged))
        uploading.start()
        if number % 4 == 0:
            # However slow the machine is, some are acknowledged.
            uploading.join()
        else:
            time.sleep(random.uniform(0.05, _LONGEST_LIFE_S))
        server.kill()
        uploading.join()
        _check_playable_parts(server, acknowledged)
        wait_for(lambda: not programs_about(tmp_path / "data"), "no ffmpeg is left")
    server.start()
    api = Peertube(server).log_in()

    published = {uuid: api.wait_until_published(uuid) for uuid in acknowledged}
    listed = [video["uuid"] for video in api.get("/videos?count=100")["data"]]
    for uuid, name in acknowledged.items():
        assert published[uuid]["name"] == name
        assert listed.count(uuid) == 1
        heights = [f["resolution"]["id"] for f in published[uuid]["files"]]
        assert heights == [480, 360, 240]
    assert len(acknowledged) >= KILLS // 4
    server.stop()


def _upload(api: Peertube, clip: Path, acknowledged: dict[str, str]) -> None:
    try:
        answer = api.upload(clip, name=f"Film {clip.stem}")
    except httpx.TransportError:
        return
    if answer.is_success:
        acknowledged[answer.json()["video"]["uuid"]] = f"Film {clip.stem}"


def _check_playable_parts(server: Server, acknowledged: dict[str, str]) -> None:
    """What lies in the store under a rendition's name is whole: it ends with whole boxes."""
    for path in (server.data / "media" / "assets").rglob("*.mp4"):
        data = path.read_bytes()
        position = 0
        while position < len(data):
            size = int.from_bytes(data[position : position + 4], "big")
            if size == 1:
                size = int.from_bytes(data[position + 8 : position + 16], "big")
            assert size >= 8, path
            position += size
        assert position == len(data), path
