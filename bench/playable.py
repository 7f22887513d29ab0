"""Upload complete to first segment playable, for a 30 s 1080p30 clip, against ffmpeg alone.

    python -m bench.playable

Two sources: one that is packaged by copying (H.264 and AAC, keyframes 2 s apart) and one that
cannot be (MPEG-4 part 2, keyframes 10 s apart). Each run uploads through PeerTube's
``videos/upload`` over loopback and asks for the multivariant playlist until there is one, then
fetches the first media playlist and the bytes of its first segment. The clock starts when the
last byte of the body is sent. The yardstick is one ffmpeg that does the least that can be
played: it copies the whole clip, or encodes 360p up to its first segment. Takes two minutes.
"""

import argparse
import http.client
import json
import os
import re
import statistics
import struct
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import psutil

from bench.harness import (
    FOLDER,
    PASSWORD,
    free_port,
    running,
    serve_command,
    spread,
    wait_until,
)
from vitascope.media.ffmpeg import Tools

SECONDS, ROUNDS = 30, 7
_LOOK_S = 0.005
HLS = (
    *("-f", "hls", "-hls_time", "4", "-hls_list_size", "0", "-hls_playlist_type", "event"),
    *("-hls_segment_type", "fmp4", "-hls_flags", "independent_segments+single_file"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A source, and the least ffmpeg has to do for it. ``words`` encode the clip."""

    title: str
    file: str
    words: Sequence[str]
    yardstick: Sequence[str]
    bar_s: float


KINDS = (
    Kind(
        title="A source that is copied",
        file="copyable.mp4",
        words=("-c:v", "libx264", "-preset", "veryfast", "-b:v", "5M", "-g", "60"),
        yardstick=("-map", "0", "-c", "copy"),
        bar_s=1.0,
    ),
    Kind(
        title="A source that is encoded",
        file="mpeg4.mp4",
        words=("-c:v", "mpeg4", "-b:v", "8M", "-g", "300", "-bf", "2"),
        yardstick=(
            *("-vf", "scale=-2:360", "-c:v", "libx264", "-preset", "veryfast", "-crf", "23"),
            *("-force_key_frames", "expr:gte(t,n_forced*2)", "-c:a", "aac"),
        ),
        bar_s=5.0,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds since the last byte of the upload was sent. ``alone_s`` is the yardstick's."""

    answered_s: float
    listed_s: float
    playable_s: float
    alone_s: float


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=ROUNDS)
    arguments.add_argument("--log", type=Path, help="where the server's log is kept")
    given = arguments.parse_args()
    tools, port = Tools.find(None), free_port()
    clips = [draw(tools, kind) for kind in KINDS]
    with tempfile.TemporaryDirectory(dir=FOLDER) as name:
        folder = Path(name)
        command = serve_command(folder / "data", port)
        environ = {
            "VITASCOPE_ADMIN_PASSWORD": PASSWORD,
            "VITASCOPE_PUBLIC_URL": f"http://127.0.0.1:{port}",
        }
        log = given.log or folder / "log"
        with running(command, port, path="/api/v1/videos", environ=environ, log=log) as server:
            client = Client(port)
            client.log_in()
            for kind, clip in zip(KINDS, clips, strict=True):
                timings = [
                    measure(server, client, tools, kind, clip, folder)
                    for _ in range(given.rounds)
                ]
                report(kind, timings)


def draw(tools: Tools, kind: Kind) -> Path:
    """A moving test card with film grain and a sound; drawn once."""
    clip = FOLDER / kind.file
    if clip.exists():
        return clip
    FOLDER.mkdir(parents=True, exist_ok=True)
    part = clip.with_name(f"part-{clip.name}")
    picture = (
        f"testsrc2=size=1920x1080:rate=30:duration={SECONDS},noise=alls=7:allf=t:all_seed=1"
    )
    words = [
        *("-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", f"{picture},format=yuv420p"),
        *("-f", "lavfi", "-i", f"anoisesrc=r=48000:a=0.1:c=pink:seed=1:duration={SECONDS}"),
        *(*kind.words, "-c:a", "aac", "-ac", "2", "-movflags", "+faststart", str(part)),
    ]
    subprocess.run([tools.ffmpeg, *words], check=True)
    return part.rename(clip)


def measure(
    server: psutil.Process, client: "Client", tools: Tools, kind: Kind, clip: Path, folder: Path
) -> Timing:
    """One upload, and the yardstick while the server has nothing to do."""
    alone_s = first_segment_alone(tools, kind, clip, folder)
    sent_at, key = client.upload(fresh(clip))
    answered_at = time.monotonic()
    multivariant = client.wait_for_playlist(key)
    listed_at = time.monotonic()
    client.fetch_first_segment(key, multivariant)
    playable_at = time.monotonic()
    client.ask("DELETE", f"/api/v1/videos/{key}")
    wait_until(lambda: not server.children(recursive=True))
    return Timing(
        answered_s=answered_at - sent_at,
        listed_s=listed_at - sent_at,
        playable_s=playable_at - sent_at,
        alone_s=alone_s,
    )


def first_segment_alone(tools: Tools, kind: Kind, clip: Path, folder: Path) -> float:
    """Seconds from the start of ffmpeg to its first segment."""
    playlist, media = folder / "alone.m3u8", folder / "alone.mp4"
    began = time.monotonic()
    words = [*("-nostdin", "-v", "error", "-y", "-i", str(clip)), *kind.yardstick, *HLS]
    words += ["-hls_segment_filename", str(media), str(playlist)]
    with subprocess.Popen([tools.ffmpeg, *words]) as ffmpeg:
        wait_until(lambda: ffmpeg.poll() is not None or _has_segment(playlist))
        took_s = time.monotonic() - began
        ffmpeg.kill()
    playlist.unlink()
    return took_s


def _has_segment(playlist: Path) -> bool:
    return playlist.exists() and "#EXTINF" in playlist.read_text()


def fresh(clip: Path) -> bytes:
    """The clip with a box at its end that no player reads: the same bytes would be known."""
    noise = os.urandom(16)
    return clip.read_bytes() + struct.pack(">I4s", 8 + len(noise), b"free") + noise


class Client:
    """PeerTube's API as root, on one connection."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._headers: dict[str, str] = {}
        self._channel = 0

    def log_in(self) -> None:
        known = json.loads(self.ask("GET", "/api/v1/oauth-clients/local"))
        form = {"grant_type": "password", "username": "root", "password": PASSWORD, **known}
        answer = self.ask(
            "POST",
            "/api/v1/users/token",
            urlencode(form).encode(),
            {"Content-Type": "application/x-www-form-urlencoded"},
        )
        self._headers["Authorization"] = f"Bearer {json.loads(answer)['access_token']}"
        user = json.loads(self.ask("GET", "/api/v1/users/me"))
        self._channel = user["videoChannels"][0]["id"]

    def upload(self, data: bytes) -> tuple[float, str]:
        """When the last byte was sent, and the uuid of the video."""
        boundary = uuid.uuid4().hex
        fields = {"channelId": str(self._channel), "name": "A film", "privacy": "1"}
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        file = 'form-data; name="videofile"; filename="film.mp4"\r\nContent-Type: video/mp4'
        head = f"{''.join(parts)}--{boundary}\r\nContent-Disposition: {file}\r\n\r\n"
        body = head.encode() + data + f"\r\n--{boundary}--\r\n".encode()
        kind = f"multipart/form-data; boundary={boundary}"
        headers = {**self._headers, "Content-Type": kind}
        self._connection.request("POST", "/api/v1/videos/upload", body, headers)
        sent_at = time.monotonic()
        return sent_at, json.loads(self._answer(200))["video"]["uuid"]

    def wait_for_playlist(self, key: str) -> str:
        """The multivariant playlist, as soon as there is one."""
        while not (playlist := self.text(f"{key}/master.m3u8")):
            time.sleep(_LOOK_S)
        return playlist

    def text(self, name: str) -> str:
        """A playlist, or nothing while there is none."""
        self._connection.request("GET", f"/media/{name}")
        answer = self._connection.getresponse()
        body = answer.read().decode()
        return body if answer.status == 200 else ""

    def fetch_first_segment(self, key: str, multivariant: str) -> None:
        """What a player reads before it shows a picture."""
        name = next(line for line in multivariant.splitlines() if line[:1] not in ("", "#"))
        playlist = self.text(f"{key}/{name}")
        media = re.search(r"^[^#\n].*$", playlist, re.MULTILINE)
        header = re.search(r'BYTERANGE="(\d+)@0"', playlist)
        segment = re.search(r"^#EXT-X-BYTERANGE:(\d+)@(\d+)", playlist, re.MULTILINE)
        if not (media and header and segment):
            raise SystemExit(f"unexpected playlist:\n{playlist}")
        size, offset = int(segment[1]), int(segment[2])
        for first, last in ((0, int(header[1]) - 1), (offset, offset + size - 1)):
            headers = {"Range": f"bytes={first}-{last}"}
            path = f"/media/{key}/{media[0]}"
            self._connection.request("GET", path, headers=headers)
            if len(self._answer(206)) != last - first + 1:
                raise SystemExit("the segment is not whole")

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> bytes:
        self._connection.request(method, path, body, {**self._headers, **(headers or {})})
        return self._answer(200, 204)

    def _answer(self, *expected: int) -> bytes:
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status not in expected:
            raise SystemExit(f"{answer.status}: {body.decode(errors='replace')}")
        return body


def report(kind: Kind, timings: Sequence[Timing]) -> None:
    rows: tuple[tuple[str, Callable[[Timing], float]], ...] = (
        ("answer received", lambda one: one.answered_s),
        ("playlist there", lambda one: one.listed_s),
        ("first segment fetched", lambda one: one.playable_s),
        ("  since the answer", lambda one: one.playable_s - one.answered_s),
        ("ffmpeg alone", lambda one: one.alone_s),
    )
    print(f"{kind.title}, {len(timings)} runs, least / median / most")
    for title, read in rows:
        print(f"  {title:22} {spread([read(one) for one in timings], 's')}")
    playable_s = statistics.median(one.playable_s for one in timings)
    ratio = statistics.median(one.playable_s / one.alone_s for one in timings)
    bar = f"(bar: {kind.bar_s:.0f} s)"
    print(f"playable: {playable_s:.2f} s {bar}, {ratio:.1f} x ffmpeg alone", flush=True)


if __name__ == "__main__":
    main()
