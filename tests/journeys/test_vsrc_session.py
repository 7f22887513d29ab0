"""The session that docs/dialects/vsrc.md tells people to type, typed; and a chat beside it."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest
from tests.conftest import missing
from tests.journeys.server import PATIENCE_S, Server, vitascope
from tests.media.clips import Draw
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

pytestmark = [pytest.mark.journey, pytest.mark.media]

PAGE = Path(__file__).parents[2] / "docs/dialects/vsrc.md"
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def key(server: Server) -> str:
    words = ["key", "create", "a program", "--data", str(server.data)]
    made = re.search("vsrc_[0-9a-f]+", vitascope(words, server.environ()).stdout)
    assert made is not None
    return made[0]


@pytest.fixture
def film(draw_clip: Draw) -> Path:
    return draw_clip("film.mp4", size="426x240", duration_s=1)


def test_the_documented_session_works_line_by_line(
    server: Server, key: str, film: Path
) -> None:
    if shutil.which("curl") is None:
        missing("curl")
    session = PAGE.read_text().partition("## A first session")[2].partition("\n## ")[0]
    typed = (
        "".join(_BLOCK.findall(session))
        .replace("http://localhost:8080", server.url)
        .replace("vsrc_YOUR_KEY", key)
    )

    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", typed],
        cwd=film.parent,
        capture_output=True,
        text=True,
        check=True,
    )

    told = [json.loads(line) for line in done.stdout.splitlines() if line]
    profile, uploaded, completed, found, tags, embedded, resolved, deleted = told
    assert [told.get("message") for told in (profile, uploaded, deleted)] == [
        "Encoding profile created successfully",
        "Video uploaded successfully",
        "Media deleted successfully",
    ]
    media_id = uploaded["data"]["mediaId"]
    assert [one["mediaId"] for one in found["data"]["media"]] == [media_id]
    assert [one["data"]["mediaId"] for one in (completed, embedded, deleted)] == [media_id] * 3
    assert [tag["name"] for tag in tags["data"]] == ["sea", "ships"]
    assert sorted(resolved) == ["ul", "url"]


def test_guests_chat_through_the_real_server(server: Server, key: str, film: Path) -> None:
    with film.open("rb") as file:
        uploaded = httpx.post(
            f"{server.url}/api/public/v1/vod/upload",
            headers={"Authorization": f"Bearer {key}"},
            data={"title": "A film"},
            files={"file": ("film.mp4", file, "video/mp4")},
            timeout=PATIENCE_S,
        )
    room = f"{server.url.replace('http', 'ws')}/ws/chat/{uploaded.json()['data']['mediaId']}"

    with connect(room, proxy=None) as ada, connect(room, proxy=None) as bob:
        bob.send('{"type": "message", "username": "Bob", "message": "Hello"}')
        told = [json.loads(ada.recv()) for _ in range(4)]
    with pytest.raises(InvalidStatus) as refused:
        connect(f"{room}0", proxy=None)

    assert [(one["type"], one["message"]) for one in told] == [
        ("system", "Connected to chat server"),
        ("system", "User joined. 1 user(s) online"),
        ("system", "User joined. 2 user(s) online"),
        ("message", "Hello"),
    ]
    answer = refused.value.response
    assert (answer.status_code, json.loads(answer.body or b"")["error"]) == (
        404,
        {"code": "NOT_FOUND"},
    )
