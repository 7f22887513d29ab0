"""Uploads by tus through the framework's client."""

import base64
import uuid
from urllib.parse import urlsplit

import httpx
from tests.dialects.runtimes import Client, Headers

UPLOADS = "/api/uploads"
VERSION = {"Tus-Resumable": "1.0.0"}
CHUNK = {"Content-Type": "application/offset+octet-stream"}
FILM = "film.mp4"


def described(**metadata: str) -> Headers:
    pairs = [f"{key} {base64.b64encode(v.encode()).decode()}" for key, v in metadata.items()]
    return {"Upload-Metadata": ",".join(pairs)}


def announce(client: Client, his: Headers, size_bytes: int, **headers: str) -> httpx.Response:
    """Announce :data:`FILM`, or what ``headers`` say; underscores stand for hyphens."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    length = {"Upload-Length": str(size_bytes)}
    return client.post(
        UPLOADS, headers={**VERSION, **his, **length, **described(filename=FILM), **given}
    )


def begin(client: Client, his: Headers, size_bytes: int, **headers: str) -> str:
    """The path of a new upload."""
    answer = announce(client, his, size_bytes, **headers)
    assert answer.status_code == 201, answer.text
    return urlsplit(answer.headers["location"]).path


def send(
    client: Client, his: Headers, path: str, data: bytes, offset: int = 0, **headers: str
) -> httpx.Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    place = {"Upload-Offset": str(offset)}
    return client.patch(
        path, content=data, headers={**VERSION, **CHUNK, **his, **place, **given}
    )


def sent(client: Client, his: Headers, data: bytes, **headers: str) -> str:
    """The path of an upload whose bytes are all here."""
    path = begin(client, his, len(data), **headers)
    answer = send(client, his, path, data)
    assert answer.status_code == 204, answer.text
    return path


def finalize(client: Client, his: Headers, path: str) -> httpx.Response:
    return client.post(f"{path}/finalize", headers=his)


def id_of(path: str) -> uuid.UUID:
    return uuid.UUID(path.rpartition("/")[2])
