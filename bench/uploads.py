"""CPU per GB and memory of a large upload by each protocol, against receiving and discarding.

    python -m bench.uploads

The yardsticks run in the same breath: a server that reads the same body and drops it, and one
that also writes it and takes its SHA-256, with nothing of ours around it. What identifies a
source and has to be on disk cannot be had for the price of dropping it; the second ratio
shows what our protocols add. The bars are 1.3 x and 20 MB.
"""

import argparse
import hashlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import httpx
import psutil
import uvicorn

from bench.harness import PASSWORD, free_port, running, serve_command
from vitascope.http.asgi import Receive, Scope, Send
from vitascope.http.zerocopy import ZeroCopyProtocol
from vitascope.media.ffmpeg import Tools

GIB = 1 << 30
PIECE = os.urandom(1 << 20)
CHUNK_BYTES = 5 << 20
TUS_BYTES = 20 << 20
RANGE_BYTES = 32 << 20
_LOOK_S = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the server's own CPU per GB, and how much its memory grew, in MB."""

    cpu: float
    grown: float


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--gib", type=float, default=2.0)
    arguments.add_argument("--sink", choices=("drop", "store"), help=argparse.SUPPRESS)
    arguments.add_argument("--port", type=int, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.sink is not None:
        serve(given.sink, given.port)
    else:
        compare(int(given.gib * GIB))


def compare(size_bytes: int) -> None:
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        head = film(folder, size_bytes)
        drop = yardstick("drop", size_bytes, folder)
        store = yardstick("store", size_bytes, folder)
        print(f"receive and drop          {drop.cpu:.2f} s/GB")
        print(f"receive, write and hash   {store.cpu:.2f} s/GB")
        with served(folder) as (port, server):
            headers = signed_in(port)
            for title, send in PROTOCOLS.items():
                send(port, headers, head, len(head) + 1000)  # everything is loaded afterwards
                deed = partial(send, port, headers, head, size_bytes)
                cost = measure(server, size_bytes, deed)
                report(title, cost, drop, store)


def report(title: str, cost: Cost, drop: Cost, store: Cost) -> None:
    print(
        f"{title:<25} {cost.cpu:.2f} s/GB  {cost.cpu / drop.cpu:.2f} x dropping, "
        f"{cost.cpu / store.cpu:.2f} x writing and hashing (bar: 1.30 x), "
        f"memory +{cost.grown:.1f} MB (bar: 20 MB)",
        flush=True,
    )


def measure(server: psutil.Process, size_bytes: int, deed: Callable[[], None]) -> Cost:
    before, base = cpu_s_own(server), server.memory_info().rss
    with watched(server) as peak:
        deed()
    cpu = (cpu_s_own(server) - before) / (size_bytes / 1e9)
    return Cost(cpu, max(0, peak[0] - base) / 1e6)


def cpu_s_own(server: psutil.Process) -> float:
    """Without the children: what encodes the film is not what receives it."""
    times = server.cpu_times()
    return float(times.user + times.system)


@contextmanager
def watched(server: psutil.Process) -> Iterator[list[int]]:
    peak, over = [0], threading.Event()

    def look() -> None:
        while not over.wait(_LOOK_S):
            peak[0] = max(peak[0], server.memory_info().rss)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield peak
    finally:
        over.set()
        thread.join()


def film(folder: Path, size_bytes: int) -> bytes:
    """The beginning of a film that goes on with a box of any length which players skip."""
    path = folder / "head.mp4"
    source = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10:duration=1"]
    command = [Tools.find(None).ffmpeg, "-v", "error", "-y", *source]
    subprocess.run([*command, "-c:v", "libx264", "-pix_fmt", "yuv420p", str(path)], check=True)
    return path.read_bytes()


_serial = [0]


def content(head: bytes, size_bytes: int) -> Iterator[bytes]:
    """A film of that size; no two are the same."""
    _serial[0] += 1
    left = size_bytes - len(head)
    box = b"\0\0\0\1free" + left.to_bytes(8, "big") + _serial[0].to_bytes(8, "big")
    yield head + box
    left -= len(box)
    while left > 0:
        piece = PIECE if left >= len(PIECE) else PIECE[:left]
        yield piece
        left -= len(piece)


def cut(pieces: Iterator[bytes], size_bytes: int) -> Iterator[list[bytes]]:
    """The same bytes in parts of ``size_bytes``."""
    part: list[bytes] = []
    room = size_bytes
    for piece in pieces:
        rest = memoryview(piece)
        while len(rest) >= room:
            part.append(bytes(rest[:room]))
            yield part
            rest, part, room = rest[room:], [], size_bytes
        if rest:
            part.append(bytes(rest))
            room -= len(rest)
    if part:
        yield part


def ask(
    port: int, head: str, headers: dict[str, str], pieces: Sequence[bytes] | Iterator[bytes]
) -> tuple[int, dict[str, str], bytes]:
    """One request on a connection of its own; a client that costs little."""
    lines = [head, "Host: 127.0.0.1", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        for piece in pieces:
            connection.sendall(piece)
        answer = b""
        while received := connection.recv(1 << 16):
            answer += received
    top, _, body = answer.partition(b"\r\n\r\n")
    status, *rest = top.decode("latin-1").split("\r\n")
    found = dict(line.split(": ", 1) for line in rest)
    return int(status.split()[1]), {k.lower(): v for k, v in found.items()}, body


def single(port: int, headers: dict[str, str], head: bytes, size_bytes: int) -> None:
    """PeerTube's form in one request."""
    channel = httpx.get(f"http://127.0.0.1:{port}/api/v1/users/me", headers=headers).json()
    edge = "x" * 30
    before = (
        f'--{edge}\r\nContent-Disposition: form-data; name="name"\r\n\r\nA film\r\n'
        f'--{edge}\r\nContent-Disposition: form-data; name="channelId"\r\n\r\n'
        f"{channel['videoChannels'][0]['id']}\r\n"
        f'--{edge}\r\nContent-Disposition: form-data; name="videofile"; filename="a.mp4"\r\n'
        "Content-Type: video/mp4\r\n\r\n"
    ).encode()
    after = f"\r\n--{edge}--\r\n".encode()
    length = len(before) + size_bytes + len(after)
    form = {
        **headers,
        "Content-Type": f"multipart/form-data; boundary={edge}",
        "Content-Length": str(length),
    }

    def pieces() -> Iterator[bytes]:
        yield before
        yield from content(head, size_bytes)
        yield after

    expect(200, ask(port, "POST /api/v1/videos/upload HTTP/1.1", form, pieces()))


def tus(port: int, headers: dict[str, str], head: bytes, size_bytes: int) -> None:
    """VideoCMS's tus, in PATCH requests of 20 MiB, and the end."""
    version = {**headers, "Tus-Resumable": "1.0.0"}
    given = {
        **version,
        "Upload-Length": str(size_bytes),
        "Upload-Metadata": "filename YS5tcDQ=",
        "Content-Length": "0",
    }
    made = expect(201, ask(port, "POST /api/uploads HTTP/1.1", given, []))
    path = "/api/" + made["location"].split("/api/", 1)[1]
    offset = 0
    for part in cut(content(head, size_bytes), TUS_BYTES):
        length = sum(len(piece) for piece in part)
        patch = {
            **version,
            "Upload-Offset": str(offset),
            "Content-Type": "application/offset+octet-stream",
            "Content-Length": str(length),
        }
        expect(204, ask(port, f"PATCH {path} HTTP/1.1", patch, part))
        offset += length
    end = {**headers, "Content-Length": "0"}
    expect(200, ask(port, f"POST {path}/finalize HTTP/1.1", end, []))


def ranges(port: int, headers: dict[str, str], head: bytes, size_bytes: int) -> None:
    """PeerTube's resumable upload, in PUT requests of 32 MiB."""
    url = f"http://127.0.0.1:{port}"
    me = httpx.get(f"{url}/api/v1/users/me", headers=headers).json()
    told = {"X-Upload-Content-Length": str(size_bytes), "X-Upload-Content-Type": "video/mp4"}
    fields = {
        "name": "A film",
        "channelId": me["videoChannels"][0]["id"],
        "filename": f"{size_bytes}.mp4",
    }
    made = httpx.post(
        f"{url}/api/v1/videos/upload-resumable", headers={**headers, **told}, json=fields
    )
    assert made.status_code == 201, made.text
    path = "/api/" + made.headers["location"].split("/api/", 1)[1]
    offset = 0
    for part in cut(content(head, size_bytes), RANGE_BYTES):
        length = sum(len(piece) for piece in part)
        put = {
            **headers,
            "Content-Range": f"bytes {offset}-{offset + length - 1}/{size_bytes}",
            "Content-Type": "application/octet-stream",
            "Content-Length": str(length),
        }
        offset += length
        wanted = 200 if offset == size_bytes else 308
        expect(wanted, ask(port, f"PUT {path} HTTP/1.1", put, part))


def chunks(port: int, headers: dict[str, str], head: bytes, size_bytes: int) -> None:
    """AVCaption's numbered chunks of 5 MiB, one after another, and the end."""
    url = f"http://127.0.0.1:{port}/api/v1/upload"
    given = {"filename": "a.mp4", "size": size_bytes, "title": "A film"}
    made = httpx.post(f"{url}/init", headers=headers, json=given)
    upload = made.json()["upload_id"]
    for number, part in enumerate(cut(content(head, size_bytes), CHUNK_BYTES)):
        length = sum(len(piece) for piece in part)
        send = {
            **headers,
            "X-Upload-ID": upload,
            "X-Chunk-Index": str(number),
            "Content-Type": "application/x-www-form-urlencoded",
            "Content-Length": str(length),
        }
        expect(200, ask(port, "POST /api/v1/upload/chunk HTTP/1.1", send, part))
    done = httpx.post(
        f"{url}/complete", headers=headers, json={"upload_id": upload}, timeout=600
    )
    assert done.status_code == 200, done.text


PROTOCOLS: dict[str, Callable[[int, dict[str, str], bytes, int], None]] = {
    "one request": single,
    "tus": tus,
    "PUT with ranges": ranges,
    "numbered chunks": chunks,
}


def expect(status: int, answer: tuple[int, dict[str, str], bytes]) -> dict[str, str]:
    assert answer[0] == status, answer
    return answer[1]


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, psutil.Process]]:
    port = free_port()
    environ = {
        "VITASCOPE_ADMIN_PASSWORD": PASSWORD,
        "VITASCOPE_MIN_FREE_BYTES": "0",
        "VITASCOPE_RATE_LIMITS": "no",
    }
    command = serve_command(folder / "data", port)
    with running(command, port, path="/health", environ=environ) as server:
        yield port, server


def signed_in(port: int) -> dict[str, str]:
    login = {"username": "root", "password": PASSWORD}
    answer = httpx.post(f"http://127.0.0.1:{port}/api/auth/login", json=login, timeout=30)
    return {"Authorization": f"Bearer {answer.json()['token']}"}


def yardstick(kind: str, size_bytes: int, folder: Path) -> Cost:
    port = free_port()
    program = [sys.executable, "-m", "bench.uploads", "--sink", kind, "--port", str(port)]
    with running(program, port, environ={"TMPDIR": str(folder)}) as server:

        def send() -> None:
            length = {"Content-Length": str(size_bytes)}
            expect(200, ask(port, "POST / HTTP/1.1", length, content(b"", size_bytes)))

        return measure(server, size_bytes, send)


def serve(kind: str, port: int) -> None:
    """What any server in this language has to do at the least."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        digest = hashlib.sha256()
        with tempfile.TemporaryFile() as file:
            more = True
            while more:
                message = await receive()
                more = message.get("more_body", False)
                if kind == "store":
                    file.write(message["body"])
                    digest.update(message["body"])
        body = json.dumps({"sha256": digest.hexdigest()}).encode()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    uvicorn.run(
        app,
        port=port,
        http=ZeroCopyProtocol,
        lifespan="off",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
    )


if __name__ == "__main__":
    main()
