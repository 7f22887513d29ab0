"""tus-js-client, the library of most uploading pages, under Node: parts side by side."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.conftest import missing
from tests.journeys.server import PASSWORD, PATIENCE_S, Server
from tests.journeys.studio import draw_large_clip, hash_of, sources_of
from tests.web.people import form_of
from tests.web.test_studio_page import config_of

from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media]

FRONTEND = Path(__file__).parents[2] / "frontend"
_SCRIPT = """
import { createReadStream } from 'node:fs'
import { Upload } from 'tus-js-client'
const { path, endpoint, headers, parallelUploads, chunkSize } = JSON.parse(process.argv[1])
const offsets = []
const upload = new Upload(createReadStream(path), {
  endpoint, headers, parallelUploads, chunkSize,
  metadata: { filename: 'parts.mp4', filetype: 'video/mp4', title: 'In parts' },
  retryDelays: [100, 500, 2000],
  onAfterResponse: (request) => { if (request.getMethod() === 'PATCH') offsets.push(1) },
  onError: (error) => { console.error(String(error)); process.exit(1) },
  onSuccess: () => { console.log(JSON.stringify({ url: upload.url, pieces: offsets.length })) },
})
upload.start()
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path / "data", {"VITASCOPE_RESOLUTIONS": "240"}).start()
    yield started
    started.kill()


def send(path: Path, endpoint: str, headers: dict[str, str], **options: int) -> dict[str, Any]:
    """Upload with the library; gives the upload's address and how many pieces were sent."""
    if shutil.which("node") is None or not (FRONTEND / "node_modules/tus-js-client").is_dir():
        missing("Node with tus-js-client (npm ci in frontend/)")
    given = {"path": str(path), "endpoint": endpoint, "headers": headers, **options}
    words = ["node", "--input-type=module", "-e", _SCRIPT, json.dumps(given)]
    ended = subprocess.run(words, cwd=FRONTEND, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


@pytest.mark.parametrize("parallel_uploads", [1, 3])
def test_a_file_in_parts_is_whole_again_in_the_studio(
    server: Server, tools: Tools, tmp_path: Path, parallel_uploads: int
) -> None:
    clip = draw_large_clip(tools, tmp_path / "clip.mp4")
    with httpx.Client(base_url=server.url, timeout=PATIENCE_S) as browser:
        form = form_of(browser.get("/login").text, "/login")
        typed = {"username": "root", "password": PASSWORD}
        browser.post("/login", data={**form, **typed})
        token = config_of(browser.get("/studio/upload").text)["form_token"]
        cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
        headers = {"cookie": cookie, "x-form-token": token}

        told = send(
            clip,
            f"{server.url}/studio/uploads",
            headers,
            parallelUploads=parallel_uploads,
            chunkSize=4 * 2**20,
        )
        made = browser.post(f"{told['url']}/finalize", headers=headers)

    assert (made.status_code, made.json()["fields"]["title"]) == (200, "In parts")
    assert told["pieces"] >= 5
    assert sources_of(server) == {"In parts": hash_of(clip)}


def test_a_file_in_parts_is_whole_again_by_videocms(
    server: Server, tools: Tools, tmp_path: Path
) -> None:
    clip = draw_large_clip(tools, tmp_path / "clip.mp4")
    given = {"username": "root", "password": PASSWORD}
    login = httpx.post(f"{server.url}/api/auth/login", data=given, timeout=PATIENCE_S)
    headers = {"authorization": f"Bearer {login.json()['token']}"}

    told = send(
        clip, f"{server.url}/api/uploads", headers, parallelUploads=3, chunkSize=4 * 2**20
    )
    made = httpx.post(f"{told['url']}/finalize", headers=headers, timeout=60)

    assert made.is_success, made.text
    assert list(sources_of(server).values()) == [hash_of(clip)]
