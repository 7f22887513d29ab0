"""A video whose file could not be worked on, until somebody asks for the work once more."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.people import Person, root
from tests.journeys.server import Server, wait_for
from tests.media.clips import Draw

from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """While this file is there, no encoder works."""
    return tmp_path / "broken"


@pytest.fixture
def server(tmp_path: Path, tools: Tools, broken: Path) -> Iterator[Server]:
    ffmpeg = tmp_path / "ffmpeg"
    ffmpeg.write_text(
        f'#!/bin/sh\nif [ -e "{broken}" ]; then echo "No luck" >&2; exit 1; fi\n'
        f'exec "{tools.ffmpeg}" "$@"\n'
    )
    ffmpeg.chmod(0o700)
    started = Server(tmp_path / "data", {"VITASCOPE_FFMPEG_PATH": str(ffmpeg)}).start()
    yield started
    started.kill()


def status(person: Person, link: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = person.ask("GET", f"/v/{link['UUID']}/status").json()
    return found


def test_what_failed_is_made_again_by_the_running_server(
    server: Server, broken: Path, draw_clip: Draw
) -> None:
    person, clip = root(server), draw_clip(duration_s=2)
    broken.touch()
    with clip.open("rb") as file:
        form = {"Name": "film.mp4", "ParentFolderID": "0"}
        sent = person.ask("POST", "/api/file/upload", data=form, files={"file": file})
    link = sent.json()
    wait_for(lambda: status(person, link)["state"] == "failed", "the work fails")
    too_early = person.ask("GET", "/api/encodings").json()
    broken.unlink()

    asked = person.ask("POST", "/api/encodings/retry", json={"LinkID": link["ID"]})

    wait_for(lambda: not person.ask("GET", "/api/admin/encodings").json(), "everything is made")
    detail = person.ask("GET", "/api/file", params={"LinkID": link["ID"]}).json()
    qualities = [(each["Name"], each["Ready"]) for each in detail["Qualitys"]]
    again = person.ask("POST", "/api/encodings/retry", json={"LinkID": link["ID"]})
    assert (too_early, asked.status_code, asked.text) == ([], 200, "ok")
    assert status(person, link)["state"] == "ready"
    assert qualities == [("360p", True), ("240p", True)]
    assert (again.status_code, again.text) in {
        (409, "Nothing of this video failed"),
        # The storyboard may be under way still.
        (409, "This video is being worked on"),
    }
