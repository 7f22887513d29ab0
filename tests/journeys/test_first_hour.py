"""What a newcomer does in the first hour, with the documented lines."""

from pathlib import Path

import httpx
import pytest
from tests.journeys.server import (
    PASSWORD,
    PATIENCE_S,
    Peertube,
    Server,
    programs_about,
    vitascope,
    wait_for,
)
from tests.media.clips import Draw
from tests.media.hostile import write_bait

from vitascope.media.ffmpeg import Tools

NO_FILM = (
    "This file is not a video or audio file Vitascope can read: it is damaged, cut off or "
    "something else"
)

pytestmark = [pytest.mark.journey, pytest.mark.media]


def test_a_second_server_on_the_same_folder_says_so_and_ends(server: Server) -> None:
    again = vitascope(["serve", "--data", str(server.data), "--port", "0"], {})

    assert again.returncode == 1
    assert again.stderr == (
        f"vitascope: Another Vitascope is already serving {server.data.resolve()}\n"
    )


def test_the_first_start_draws_a_password_and_tells_it_once(tmp_path: Path) -> None:
    server = Server(tmp_path / "data", {"VITASCOPE_ADMIN_PASSWORD": ""})

    server.start()
    server.stop()
    first = server.data.with_suffix(".log").read_text()
    server.start()
    server.stop()
    second = server.data.with_suffix(".log").read_text()[len(first) :]

    assert "Log in as root with the password" in first
    assert "password" not in second


def test_a_stopped_server_ends_cleanly_and_leaves_no_program(
    server: Server, peertube: Peertube, draw_clip: Draw
) -> None:
    peertube.upload(draw_clip(size="1280x720", duration_s=30))

    assert server.stop() == 0
    assert programs_about(server.data) == []


def test_add_puts_a_file_in_and_says_where_it_is(tmp_path: Path, draw_clip: Draw) -> None:
    data = tmp_path / "data"
    clip = draw_clip("holiday.mp4", duration_s=2)

    added = vitascope(
        ["add", str(clip), "--data", str(data)], {"VITASCOPE_ADMIN_PASSWORD": PASSWORD}
    )
    server = Server(data).start()

    assert added.returncode == 0, added.stderr
    (video,) = Peertube(server).get("/videos")["data"]
    assert video["name"] == "holiday"
    assert f"/w/{video['shortUUID']}" in added.stdout
    assert (
        httpx.get(f"{server.url}/w/{video['shortUUID']}", timeout=PATIENCE_S).status_code == 200
    )
    server.stop()


def test_what_is_not_a_video_is_refused_with_a_reason_and_the_server_goes_on(
    server: Server, peertube: Peertube, draw_clip: Draw, tools: Tools, tmp_path: Path
) -> None:
    hostile = write_bait(tools, draw_clip, tmp_path, "concat")
    empty, text = tmp_path / "empty.mp4", tmp_path / "text.mp4"
    empty.touch()
    text.write_text("This is no film.\n" * 100)

    answers = [peertube.upload(path) for path in (hostile, empty, text)]
    good = peertube.upload(draw_clip(duration_s=2))

    assert [answer.status_code for answer in answers] == [422, 422, 422]
    assert [answer.json()["detail"] for answer in answers] == [
        NO_FILM,
        "This file is empty",
        NO_FILM,
    ]
    assert good.status_code == 200
    peertube.wait_until_published(good.json()["video"]["uuid"])


def test_a_deleted_video_takes_its_bytes_and_its_work_along(
    server: Server, peertube: Peertube, draw_clip: Draw
) -> None:
    answer = peertube.upload(draw_clip(size="1280x720", duration_s=40))
    uuid = answer.json()["video"]["uuid"]

    deleted = httpx.delete(
        f"{server.url}/api/v1/videos/{uuid}",
        headers={"Authorization": f"Bearer {peertube.token}"},
        timeout=PATIENCE_S,
    )

    assert deleted.status_code == 204
    assets = server.data / "media" / "assets"
    wait_for(lambda: not files_below(assets), "the bytes are gone")
    wait_for(lambda: len(programs_about(server.data)) == 1, "no ffmpeg is left")


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
