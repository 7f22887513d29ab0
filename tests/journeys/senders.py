"""Whole files by every protocol, in as few steps as it knows; the last answer counts."""

import base64
from collections.abc import Callable, Iterator
from typing import TypeAlias
from urllib.parse import urljoin

import httpx
from tests.journeys.people import Person

CHUNK_BYTES = 5 << 20
TUS = {"Tus-Resumable": "1.0.0"}
TUS_BODY = {**TUS, "Content-Type": "application/offset+octet-stream"}

Send: TypeAlias = Callable[[Person, str, bytes], httpx.Response]


def form(path: str, file_field: str, title_field: str, **fields: str) -> Send:
    """``file_field`` holds the file, and the field ``title_field`` its name."""

    def send(person: Person, filename: str, content: bytes) -> httpx.Response:
        credential = person.keyed if "public" in path else person.bearer
        named = {title_field: filename, **fields}
        if "/videos/" in path:
            named["channelId"] = str(person.channel)
        file = (filename, content, _kind(filename))
        return person.ask(
            "POST", path, headers=credential, data=named, files={file_field: file}
        )

    return send


def begin_tus(person: Person, filename: str, size_bytes: int, **more: str) -> httpx.Response:
    name = base64.b64encode(filename.encode()).decode()
    headers = {**TUS, "Upload-Length": str(size_bytes), "Upload-Metadata": f"filename {name}"}
    return person.ask("POST", "/api/uploads", headers={**headers, **more})


def patch(
    person: Person, location: str, offset: int, piece: bytes | Iterator[bytes], **more: str
) -> httpx.Response:
    headers = {**TUS_BODY, "Upload-Offset": str(offset), **more}
    return person.ask("PATCH", location, headers=headers, content=piece)


def by_tus(person: Person, filename: str, content: bytes) -> httpx.Response:
    made = begin_tus(person, filename, len(content))
    if not made.is_success:
        return made
    location = made.headers["location"]
    patch(person, location, 0, content).raise_for_status()
    return person.ask("POST", f"{location}/finalize")


def begin_ranges(
    person: Person, filename: str, size_bytes: int, kind: str | None = None
) -> httpx.Response:
    said = {"name": "A film", "channelId": person.channel, "filename": filename}
    headers = {
        "X-Upload-Content-Length": str(size_bytes),
        "X-Upload-Content-Type": kind or _kind(filename),
    }
    return person.ask("POST", "/api/v1/videos/upload-resumable", json=said, headers=headers)


def put(
    person: Person, location: str, offset: int, piece: bytes, total: int, **more: str
) -> httpx.Response:
    span = f"bytes {offset}-{offset + len(piece) - 1}/{total}"
    return person.ask("PUT", location, headers={"Content-Range": span, **more}, content=piece)


def by_ranges(person: Person, filename: str, content: bytes) -> httpx.Response:
    made = begin_ranges(person, filename, len(content))
    if not made.is_success:
        return made
    location = absolute(person, made.headers["location"])
    return put(person, location, 0, content, len(content))


def absolute(person: Person, location: str) -> str:
    """As browsers read it."""
    return urljoin(person.url, location)


def begin_chunks(person: Person, filename: str, size_bytes: int, **more: str) -> httpx.Response:
    said = {"filename": filename, "size": size_bytes, "title": "A film", **more}
    return person.ask("POST", "/api/v1/upload/init", json=said)


def chunk(person: Person, upload_id: str, index: int, piece: bytes) -> httpx.Response:
    headers = {"X-Upload-ID": upload_id, "X-Chunk-Index": str(index)}
    return person.ask("POST", "/api/v1/upload/chunk", headers=headers, content=piece)


def complete(person: Person, upload_id: str) -> httpx.Response:
    return person.ask("POST", "/api/v1/upload/complete", json={"upload_id": upload_id})


def by_chunks(person: Person, filename: str, content: bytes) -> httpx.Response:
    made = begin_chunks(person, filename, len(content))
    if not made.is_success:
        return made
    upload_id = made.json()["upload_id"]
    for index, at in enumerate(range(0, len(content), CHUNK_BYTES)):
        chunk(person, upload_id, index, content[at : at + CHUNK_BYTES]).raise_for_status()
    return complete(person, upload_id)


def _kind(filename: str) -> str:
    return "video/mp4" if filename.endswith(".mp4") else "text/plain"


FORMS: dict[str, Send] = {
    "PeerTube form": form("/api/v1/videos/upload", "videofile", "name"),
    "VideoCMS form": form("/api/file/upload", "file", "Name"),
    "VideoCMS file": form("/api/file", "file", "Name"),
    "AVCaption form": form("/api/v1/upload", "file", "title"),
    "VSRC form": form("/api/public/v1/vod/upload", "file", "title"),
}
SENDERS: dict[str, Send] = {
    **FORMS,
    "PeerTube ranges": by_ranges,
    "tus": by_tus,
    "AVCaption chunks": by_chunks,
}
