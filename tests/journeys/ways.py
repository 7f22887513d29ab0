"""Every way to announce a file, as the bytes that a client sends before the file's own."""

import base64
import json
import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPResponse
from typing import TypeAlias
from urllib.parse import urlsplit

from tests.journeys.people import Person

EDGE = "x" * 30
_FORM = {"Content-Type": f"multipart/form-data; boundary={EDGE}"}
_JSON = {"Content-Type": "application/json"}
_PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Said:
    """A request of which only this much is sent: what ``headers`` announce does not follow."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""

    def encoded(self, host: str) -> bytes:
        lines = [f"{self.method} {self.path} HTTP/1.1", f"Host: {host}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


@dataclass(frozen=True, slots=True)
class Heard:
    status: int
    headers: Mapping[str, str] = field(compare=False)
    text: str


Way: TypeAlias = Callable[[Person, int], Said]


def form_head(fields: Mapping[str, object], name: str, filename: str, kind: str) -> bytes:
    """A form up to where the file's bytes begin."""
    parts = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
        for field, value in fields.items()
    ]
    disposition = f'form-data; name="{name}"; filename="{filename}"'
    parts.append(
        f"--{EDGE}\r\nContent-Disposition: {disposition}\r\nContent-Type: {kind}\r\n\r\n"
    )
    return "".join(parts).encode()


FORM_END = f"\r\n--{EDGE}--\r\n".encode()


def connect(person: Person) -> socket.socket:
    address = urlsplit(person.url)
    plain = socket.create_connection((address.hostname, address.port), timeout=_PATIENCE_S)
    if address.scheme == "http":
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=address.hostname)


def hear(connection: socket.socket, method: str = "POST") -> Heard:
    """The answer that comes."""
    answer = HTTPResponse(connection, method=method)
    answer.begin()
    headers = {name.lower(): value for name, value in answer.getheaders()}
    return Heard(answer.status, headers, answer.read().decode())


def say(person: Person, said: Said, *, until_the_end: bool = False) -> Heard:
    """Send it and wait for the answer, ``until_the_end`` also for the server to hang up."""
    with closing(connect(person)) as connection:
        connection.sendall(said.encoded(urlsplit(person.url).netloc))
        heard = hear(connection, said.method)
        if until_the_end:
            assert connection.recv(1) == b""
    return heard


def _form(path: str) -> Way:
    def announce(person: Person, size_bytes: int) -> Said:
        owner = person.keyed if "public" in path else person.bearer
        return Said("POST", path, {**owner, **_FORM, "Content-Length": str(size_bytes)})

    return announce


def _json(person: Person, path: str, said: Mapping[str, object], **headers: str) -> Said:
    body = json.dumps(said).encode()
    length = {"Content-Length": str(len(body))}
    return Said("POST", path, {**person.bearer, **_JSON, **length, **headers}, body)


def ranges(
    person: Person, size_bytes: int, kind: str = "video/mp4", name: str = "A film"
) -> Said:
    said = {"channelId": person.channel, "name": name, "filename": "a.mp4"}
    headers = {"X-Upload-Content-Length": str(size_bytes), "X-Upload-Content-Type": kind}
    return _json(person, "/api/v1/videos/upload-resumable", said, **headers)


def tus(person: Person, size_bytes: int, filename: str = "a.mp4") -> Said:
    name = base64.b64encode(filename.encode()).decode()
    headers = {
        **person.bearer,
        "Tus-Resumable": "1.0.0",
        "Upload-Length": str(size_bytes),
        "Upload-Metadata": f"filename {name}",
        "Content-Length": "0",
    }
    return Said("POST", "/api/uploads", headers)


def tus_with_bytes(person: Person, size_bytes: int) -> Said:
    empty = tus(person, size_bytes)
    more = {"Content-Type": "application/offset+octet-stream", "Content-Length": str(1 << 20)}
    return Said("POST", empty.path, {**empty.headers, **more})


def tus_partial(person: Person, size_bytes: int) -> Said:
    whole = tus(person, size_bytes)
    return Said("POST", whole.path, {**whole.headers, "Upload-Concat": "partial"})


def chunks(person: Person, size_bytes: int, **more: str) -> Said:
    said = {"filename": "a.mp4", "size": size_bytes, "title": "A film", **more}
    return _json(person, "/api/v1/upload/init", said)


WAYS: dict[str, Way] = {
    "PeerTube form": _form("/api/v1/videos/upload"),
    "PeerTube ranges": ranges,
    "VideoCMS form": _form("/api/file/upload"),
    "VideoCMS file": _form("/api/file"),
    "tus": tus,
    "tus with bytes": tus_with_bytes,
    "tus partial": tus_partial,
    "AVCaption form": _form("/api/v1/upload"),
    "AVCaption chunks": chunks,
    "VSRC form": _form("/api/public/v1/vod/upload"),
}
