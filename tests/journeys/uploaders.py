"""Clients of every upload protocol, written by the documents, that never give up."""

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import httpx
from tests.journeys.server import PASSWORD, Server

_PIECE_BYTES = 64 << 10
_PAUSE_S = 0.005
CHUNK_BYTES = 5 << 20
_WAITS = {423, 429, 502, 503, 507}


@dataclass(frozen=True, slots=True)
class Film:
    """A film padded with bytes of its own, so that no two are the same."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def padded(head: bytes, name: str, size_bytes: int) -> Film:
    """``head`` and a box that players skip."""
    left = size_bytes - len(head)
    noise = hashlib.shake_128(name.encode()).digest(left - 8)
    return Film(name, head + left.to_bytes(4, "big") + b"free" + noise)


class TryAgain(Exception):
    """The server is gone, or busy: ask where to go on, and go on."""


@dataclass
class Sender:
    """One film on its way to a server that may be gone at any moment."""

    server: Server
    film: Film
    token: str = ""
    state: dict[str, Any] = field(default_factory=dict)

    def headers(self, **more: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", **more}

    def ask(self, method: str, path: str, *statuses: int, **values: Any) -> httpx.Response:
        """Raises TryAgain unless the answer has one of ``statuses``."""
        url = path if path.startswith("http") else f"{self.server.url}{path}"
        try:
            answer = httpx.request(method, url, timeout=60, **values)
        except httpx.TransportError as error:
            raise TryAgain from error
        if answer.status_code in statuses:
            return answer
        # VideoCMS lets a user upload ten files at once.
        if answer.status_code in _WAITS or "SESSION_LIMIT" in answer.text:
            raise TryAgain
        raise AssertionError(f"{method} {path}: {answer.status_code} {answer.text}")

    def slowly(self, start: int, end: int) -> Iterator[bytes]:
        for at in range(start, end, _PIECE_BYTES):
            time.sleep(_PAUSE_S)
            yield self.film.data[at : min(at + _PIECE_BYTES, end)]

    def log_in(self) -> None:
        login = {"username": "root", "password": PASSWORD}
        self.token = self.ask("POST", "/api/auth/login", 200, json=login).json()["token"]

    def channel(self) -> int:
        me = self.ask("GET", "/api/v1/users/me", 200, headers=self.headers()).json()
        number: int = me["videoChannels"][0]["id"]
        return number


Send: TypeAlias = Callable[[Sender], None]


def in_one_request(sender: Sender) -> None:
    """VideoCMS's form. What the server did not answer is sent again."""
    edge, name = "x" * 30, f"{sender.film.name}.mp4"
    before = (
        f'--{edge}\r\nContent-Disposition: form-data; name="Name"\r\n\r\n{name}\r\n'
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n'
        "Content-Type: video/mp4\r\n\r\n"
    ).encode()

    def body() -> Iterator[bytes]:
        yield before
        yield from sender.slowly(0, len(sender.film.data))
        yield f"\r\n--{edge}--\r\n".encode()

    headers = sender.headers(**{"Content-Type": f"multipart/form-data; boundary={edge}"})
    sender.ask("POST", "/api/file/upload", 200, headers=headers, content=body())


def by_tus(sender: Sender) -> None:
    """tus 1.0: HEAD tells where to go on."""
    size = len(sender.film.data)
    version = sender.headers(**{"Tus-Resumable": "1.0.0"})
    if "location" not in sender.state:
        made = sender.ask(
            "POST",
            "/api/uploads",
            201,
            headers={
                **version,
                "Upload-Length": str(size),
                "Upload-Metadata": "filename YS5tcDQ=",
            },
        )
        sender.state["location"] = made.headers["location"]
    location = sender.state["location"]
    known = sender.ask("HEAD", location, 200, headers=version)
    offset = int(known.headers["upload-offset"])
    while offset < size:
        end = min(offset + CHUNK_BYTES, size)
        headers = {
            **version,
            "Upload-Offset": str(offset),
            "Content-Type": "application/offset+octet-stream",
            "Content-Length": str(end - offset),
        }
        done = sender.ask(
            "PATCH", location, 204, headers=headers, content=sender.slowly(offset, end)
        )
        offset = int(done.headers["upload-offset"])
    sender.ask("POST", f"{location}/finalize", 200, headers=sender.headers())


def by_ranges(sender: Sender) -> None:
    """PeerTube's resumable upload: an empty range asks where to go on."""
    size = len(sender.film.data)
    if "location" not in sender.state:
        made = sender.ask(
            "POST",
            "/api/v1/videos/upload-resumable",
            201,
            headers=sender.headers(
                **{
                    "X-Upload-Content-Length": str(size),
                    "X-Upload-Content-Type": "video/mp4",
                }
            ),
            json={
                "name": sender.film.name,
                "channelId": sender.channel(),
                "filename": f"{sender.film.name}.mp4",
            },
        )
        sender.state["location"] = "/api/" + made.headers["location"].split("/api/", 1)[1]
    location = sender.state["location"]
    headers = sender.headers(**{"Content-Range": f"bytes */{size}", "Content-Length": "0"})
    known = sender.ask("PUT", location, 308, 200, headers=headers)
    while known.status_code == 308:
        offset = int(known.headers["range"].removeprefix("bytes=0-")) + 1
        end = min(offset + CHUNK_BYTES, size)
        headers = sender.headers(
            **{
                "Content-Range": f"bytes {offset}-{end - 1}/{size}",
                "Content-Type": "application/octet-stream",
                "Content-Length": str(end - offset),
            }
        )
        known = sender.ask(
            "PUT", location, 308, 200, headers=headers, content=sender.slowly(offset, end)
        )


def by_chunks(sender: Sender) -> None:
    """AVCaption's chunks: those that were not acknowledged are sent again."""
    size = len(sender.film.data)
    if "upload" not in sender.state:
        given = {"filename": "a.mp4", "size": size, "title": sender.film.name}
        made = sender.ask(
            "POST", "/api/v1/upload/init", 200, headers=sender.headers(), json=given
        )
        sender.state |= {"upload": made.json()["upload_id"], "arrived": set()}
    for number in range(-(-size // CHUNK_BYTES)):
        if number in sender.state["arrived"]:
            continue
        start = number * CHUNK_BYTES
        end = min(start + CHUNK_BYTES, size)
        headers = sender.headers(
            **{
                "X-Upload-ID": sender.state["upload"],
                "X-Chunk-Index": str(number),
                "Content-Type": "application/x-www-form-urlencoded",
                "Content-Length": str(end - start),
            }
        )
        sender.ask(
            "POST",
            "/api/v1/upload/chunk",
            200,
            headers=headers,
            content=sender.slowly(start, end),
        )
        sender.state["arrived"].add(number)
    done = {"upload_id": sender.state["upload"]}
    sender.ask("POST", "/api/v1/upload/complete", 200, headers=sender.headers(), json=done)


PROTOCOLS: dict[str, Send] = {
    "one request": in_one_request,
    "tus": by_tus,
    "ranges": by_ranges,
    "chunks": by_chunks,
}
