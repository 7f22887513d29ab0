"""Files as a client of this API sends them, and what becomes of them."""

import random
import struct
import subprocess
from pathlib import Path
from typing import Any

from tests.dialects.runtimes import Headers

from vitascope.core.videos.model import VideoEntry
from vitascope.media.ffmpeg import Tools
from vitascope.storage.local import LocalStore

CHUNK_BYTES = 5 * 1024**2
UPLOAD = "/api/v1/upload"
INIT, CHUNK, COMPLETE = (f"{UPLOAD}/{word}" for word in ("init", "chunk", "complete"))


def draw_clip(path: Path) -> bytes:
    """Half a second of moving picture."""
    source = "testsrc2=size=128x96:rate=10:duration=0.5"
    subprocess.run(
        [Tools.find(None).ffmpeg, "-v", "error", "-f", "lavfi", "-i", source, str(path)],
        check=True,
    )
    return path.read_bytes()


def padded(clip: bytes, size_bytes: int) -> bytes:
    """The same film in a larger file: players skip what a box named free holds."""
    length = size_bytes - len(clip)
    return clip + struct.pack(">I4s", length, b"free") + random.Random(5).randbytes(length - 8)


def cut(content: bytes) -> list[bytes]:
    return [content[at : at + CHUNK_BYTES] for at in range(0, len(content), CHUNK_BYTES)]


def begin(client: Any, headers: Headers, size_bytes: int, **said: Any) -> str:
    """Announce a file and return the id of its upload."""
    said = {"filename": "lesson.mp4", "size": size_bytes, **said}
    answer = client.post(INIT, json=said, headers=headers)
    assert answer.status_code == 200, answer.text
    upload_id: str = answer.json()["upload_id"]
    return upload_id


def send(client: Any, headers: Headers, upload_id: str, index: Any, content: Any) -> Any:
    """Send a chunk as curl does, which calls every body a form."""
    more = {
        "X-Upload-ID": upload_id,
        "X-Chunk-Index": str(index),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    return client.post(CHUNK, content=content, headers={**headers, **more})


def complete(client: Any, headers: Headers, upload_id: str) -> Any:
    return client.post(COMPLETE, json={"upload_id": upload_id}, headers=headers)


def failure(answer: Any) -> tuple[int, dict[str, Any]]:
    """Status and body, without the number of the request."""
    body = answer.json()
    assert body.pop("request_id")
    return answer.status_code, body


def left_behind(folder: Path) -> list[str]:
    """Files that are neither locks nor stored."""
    places = (folder / "media" / "incoming", folder / "uploads")
    return [p.name for place in places for p in place.glob("*") if p.suffix != ".lock"]


def stored(folder: Path, entry: VideoEntry) -> bytes:
    assert entry.media is not None
    store = LocalStore(folder / "media")
    return b"".join(store.read(f"assets/{entry.media.uuid}/source"))
