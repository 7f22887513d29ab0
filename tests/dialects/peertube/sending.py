"""A client of resumable uploads, written by the documented steps."""

import io
from pathlib import Path
from typing import Any

import httpx
from PIL import Image
from tests.dialects.runtimes import Client, Headers

from vitascope.http.runtime import Runtime

UPLOAD = "/api/v1/videos/upload-resumable"
FIELDS = {"channelId": 1, "name": "A film", "filename": "clip.mp4", "lastModified": 7}


def announcement(size_bytes: int, headers: Headers, **changes: str) -> Headers:
    said = {"X-Upload-Content-Length": str(size_bytes), "X-Upload-Content-Type": "video/mp4"}
    return {**said, **headers, **changes}


def announce(
    client: Client, headers: Headers, size_bytes: int, path: str = UPLOAD, **fields: Any
) -> Any:
    said = announcement(size_bytes, headers)
    return client.post(path, json={**FIELDS, **fields}, headers=said)


def begin(
    client: Client, headers: Headers, size_bytes: int, path: str = UPLOAD, **fields: Any
) -> str:
    """Announce a file; where its bytes go."""
    answer = announce(client, headers, size_bytes, path, **fields)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


def send(
    client: Client, location: str, headers: Headers, content: bytes, start: int, total: int
) -> httpx.Response:
    """One piece."""
    span = f"bytes {start}-{start + len(content) - 1}/{total}"
    return client.put(location, content=content, headers={**headers, "Content-Range": span})


def ask(client: Client, location: str, headers: Headers, total: int) -> httpx.Response:
    """How much is there?"""
    return client.put(location, headers={**headers, "Content-Range": f"bytes */{total}"})


def told(answer: httpx.Response) -> tuple[int, str | None]:
    return answer.status_code, answer.headers.get("range")


def fault(answer: httpx.Response) -> tuple[int, str]:
    """The status and the code of an error of the upload layer, which has no other members."""
    body = answer.json()
    assert (set(body), set(body["error"])) == ({"error"}, {"code", "message"})
    return answer.status_code, body["error"]["code"]


def drawn_picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (320, 180), "blue").save(drawn, "WEBP")
    return drawn.getvalue()


def left_behind(runtime: Runtime) -> list[Path]:
    """Files of requests that are over."""
    folders = (runtime.incoming, runtime.uploads)
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]
