"""CPU per GB of 2 MB segments that are encrypted for their session, against clear ones that the
kernel sends.

    python -m bench.sealed

Prints the seconds of server CPU per GB of each, and their ratio. Only the servers' CPU counts,
and the rounds alternate, so a busy machine disturbs both alike.
"""

import argparse
import asyncio
import hmac
import os
import statistics
import sys
import tempfile
import uuid
from pathlib import Path

import uvicorn

from bench.harness import free_port, running
from bench.segments import ENTRY, SEGMENT_BYTES, SEGMENTS, measure, signature
from vitascope.core.embeds.play import batch_key
from vitascope.db import Database
from vitascope.http.asgi import Receive, Scope, Send
from vitascope.http.files import SendBytes
from vitascope.http.metering import Metering
from vitascope.http.runtime import utc_now
from vitascope.http.zerocopy import ZeroCopyProtocol
from vitascope.media.playlist import BATCH_SEGMENTS
from vitascope.media.sealing import seal_segment, segment_iv
from vitascope.origin.counting import Counted

SECRET = b"of the benchmark"
SESSION, ASSET = uuid.uuid4(), uuid.uuid4()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--segments", type=int, default=256, help="sent in each round")
    arguments.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    arguments.add_argument("--port", type=int, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.serve is not None:
        serve(given.serve, given.port)
    else:
        compare(given.rounds, given.segments)


def compare(rounds: int, segments: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "segments").mkdir()
        for number in range(SEGMENTS):
            (Path(name) / "segments" / f"{number}.mp4").write_bytes(os.urandom(SEGMENT_BYTES))
        ports = free_port(), free_port()
        servers = [
            [sys.executable, "-m", f"bench.{program}", "--serve", name, "--port", str(port)]
            for program, port in zip(("sealed", "segments"), ports, strict=True)
        ]
        with running(servers[0], ports[0]) as sealed, running(servers[1], ports[1]) as clear:
            measure(sealed, ports[0], SEGMENTS)
            measure(clear, ports[1], SEGMENTS)
            pairs = [
                (measure(sealed, ports[0], segments), measure(clear, ports[1], segments))
                for _ in range(rounds)
            ]
    for ours, theirs in pairs:
        print(f"encrypted {ours:.3f} s/GB   clear {theirs:.3f} s/GB   {ours / theirs:.1f} x")
    cost_s = statistics.median(ours for ours, _ in pairs)
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    print(f"sealed: {cost_s:.2f} s/GB, {ratio:.1f} x clear segments")


def serve(folder: Path, port: int) -> None:
    # It only gathers here, as it does for a second at a time.
    metering = Metering(Database("sqlite://"), utc_now)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        given = scope["query_string"].removeprefix(b"s=").decode()
        if not hmac.compare_digest(given, signature(path)):
            await SendBytes(b"no")(scope, receive, send)
            return
        data = await asyncio.to_thread(sealed, folder, path)
        answer = SendBytes(data, media_type="video/mp4", cache_control="private")
        await Counted(answer, metering, ENTRY, 1)(scope, receive, send)

    uvicorn.run(
        app,
        port=port,
        http=ZeroCopyProtocol,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
    )


def sealed(folder: Path, path: str) -> bytes:
    """The segment, encrypted, in as many bytes as the clear one has: it is short of one."""
    number = int(path.strip("/").removesuffix(".mp4"))
    with Path(f"{folder}/segments{path}").open("rb") as file:
        data = file.read(SEGMENT_BYTES - 1)
    key = batch_key(SECRET, SESSION, ASSET, "720p", number // BATCH_SEGMENTS)
    return seal_segment(data, key, segment_iv(number))


if __name__ == "__main__":
    main()
