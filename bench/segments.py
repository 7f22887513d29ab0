"""CPU per GB of 2 MB segments: ours, with a signature checked and the bytes counted, against
nginx's sendfile.

    python -m bench.segments

Prints the seconds of server CPU per GB of each, and their ratio (the bar is 1.2). Only the
servers' CPU counts, and the rounds alternate, so a busy machine disturbs both alike.
"""

import argparse
import hmac
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import uvicorn

from bench.harness import cpu_s, free_port, running
from vitascope.db import Database
from vitascope.http.asgi import Receive, Scope, Send
from vitascope.http.files import SendBytes, SendFile
from vitascope.http.metering import Metering
from vitascope.http.runtime import utc_now
from vitascope.http.zerocopy import ZeroCopyProtocol
from vitascope.origin.counting import Counted

SEGMENT_BYTES = 2 << 20
SEGMENTS = 24
CONNECTIONS = 8
SECRET = b"of the benchmark"
# All that is asked of a video to charge its traffic.
ENTRY: Any = SimpleNamespace(owner_id=1, video=SimpleNamespace(id=1))

NGINX = """
daemon off; master_process off; error_log stderr crit; pid {folder}/nginx.pid;
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {folder}/segments; }}
}}
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=9)
    arguments.add_argument("--segments", type=int, default=512, help="sent in each round")
    arguments.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    arguments.add_argument("--ask", type=int, help=argparse.SUPPRESS)
    arguments.add_argument("--port", type=int, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.serve is not None:
        serve(given.serve, given.port)
    elif given.ask is not None:
        ask(given.port, given.ask)
    else:
        compare(given.rounds, given.segments)


def compare(rounds: int, segments: int) -> None:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        print("not measured: no nginx")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "segments").mkdir()
        for number in range(SEGMENTS):
            (folder / "segments" / f"{number}.mp4").write_bytes(os.urandom(SEGMENT_BYTES))
        ports = free_port(), free_port()
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=ports[1]))
        own = [
            sys.executable,
            "-m",
            "bench.segments",
            "--serve",
            str(folder),
            "--port",
            str(ports[0]),
        ]
        yardstick = [nginx, "-p", name, "-c", str(folder / "nginx.conf")]
        with running(own, ports[0]) as ours, running(yardstick, ports[1]) as theirs:
            measure(ours, ports[0], SEGMENTS)
            measure(theirs, ports[1], SEGMENTS)
            pairs = [
                (measure(ours, ports[0], segments), measure(theirs, ports[1], segments))
                for _ in range(rounds)
            ]
    report(pairs)


def report(pairs: list[tuple[float, float]]) -> None:
    for ours, theirs in pairs:
        print(f"vitascope {ours:.3f} s/GB   nginx {theirs:.3f} s/GB   {ours / theirs:.2f} x")
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    print(f"segments: {ratio:.2f} x nginx sendfile (bar: 1.20 x)")


def measure(server: psutil.Process, port: int, segments: int) -> float:
    """Seconds of the server's CPU per GB while a client fetches so many segments."""
    before = cpu_s(server)
    client = [
        sys.executable,
        "-m",
        "bench.segments",
        "--ask",
        str(segments),
        "--port",
        str(port),
    ]
    subprocess.run(client, check=True)
    return (cpu_s(server) - before) / (segments * SEGMENT_BYTES / (1 << 30))


def ask(port: int, segments: int) -> None:
    """A client that costs little: blocking sockets that read into one buffer each."""
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        shares = [segments // CONNECTIONS] * CONNECTIONS
        list(pool.map(lambda share: fetch(port, share), shares))


def fetch(port: int, segments: int) -> None:
    buffer = memoryview(bytearray(1 << 20))
    with socket.create_connection(("127.0.0.1", port)) as connection:
        for number in range(segments):
            path = f"/{number % SEGMENTS}.mp4"
            request = f"GET {path}?s={signature(path)} HTTP/1.1\r\nHost: bench\r\n\r\n"
            connection.sendall(request.encode())
            size = connection.recv_into(buffer)
            head, _, begin = bytes(buffer[:size]).partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200"), head
            left = SEGMENT_BYTES - len(begin)
            while left > 0:
                left -= connection.recv_into(buffer, min(left, len(buffer)))


def serve(folder: Path, port: int) -> None:
    # It only gathers here, as it does for a second at a time.
    metering = Metering(Database("sqlite://"), utc_now)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        given = scope["query_string"].removeprefix(b"s=").decode()
        if not hmac.compare_digest(given, signature(path)):
            await SendBytes(b"no")(scope, receive, send)
            return
        file = Path(f"{folder}/segments{path}")
        answer = SendFile(file, media_type="video/mp4", cache_control="private, immutable")
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


def signature(path: str) -> str:
    return hmac.digest(SECRET, path.encode(), "sha256").hex()


if __name__ == "__main__":
    main()
