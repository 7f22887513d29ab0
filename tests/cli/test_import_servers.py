"""``vitascope import``, run in this process, from faked servers."""

import os
import re
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Said
from tests.media.clips import Draw
from tests.migration.fake_peertube import TOKEN, FakePeertube, channel, uuid_of, video
from tests.migration.fake_videocms import KEY, FakeVideocms
from tests.migration.remotes import Answer, Asked, FakeServer, Stall, as_file, serving

from vitascope.jobs.lock import FolderLock

_BAR = re.compile(r"━|-:--:--")


def peertube(run: Run, server: FakeServer, *words: str) -> Said:
    return run("import", "peertube", server.url, "--token", TOKEN, *words)


def lines(said: Said) -> list[str]:
    """What was said, without the bars."""
    return [line for line in said.out.splitlines() if line and not _BAR.search(line)]


@pytest.mark.media
def test_a_user_moves_in_and_hears_what_did_not_come_along(
    run: Run, draw_clip: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")
    server = FakePeertube(video(1), video(2, isLive=True, name="[red]On air"))
    clip = draw_clip(duration_s=1, size="320x180").read_bytes()
    server.put_file(f"/download/web-videos/{uuid_of(1)}-720.mp4", clip)

    with serving(server):
        first = peertube(run, server)
        server.videos.pop()
        second = peertube(run, server)

    left_out = "Never copied: comments, views, likes, playlists, subscriptions and avatars."
    assert first.exit_code == 1
    assert lines(first) == [
        "Film 1: copied",
        "[red]On air (not copied): it is a live stream",
        f"Videos: 1 copied, 1 not copied. {left_out}",
        "They are processed by the server that runs here, or when it starts next.",
    ]
    assert first.err == "vitascope: 1 of 2 videos are not wholly here\n"
    assert (second.exit_code, second.err) == (0, "")
    assert lines(second) == [f"Videos: 1 copied before. {left_out}"]


@pytest.mark.media
def test_folders_move_in_from_videocms(
    run: Run, draw_clip: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")
    server = FakeVideocms({1: ("Talks", 0)})
    server.put_link(7, "talk.mp4", folder=1)
    clip = draw_clip("clip.mkv", duration_s=1, size="320x180").read_bytes()
    server.put_file(7, "720p", clip)

    with serving(server):
        said = run("import", "videocms", server.url, "--key", KEY)

    assert (said.exit_code, said.err) == (0, "")
    left_out = "statistics, webhooks and the files as they were uploaded"
    assert lines(said) == [
        "talk.mp4: copied",
        f"Videos: 1 copied. Never copied: {left_out}.",
        "They are processed by the server that runs here, or when it starts next.",
    ]


def test_channels_can_be_chosen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")
    server = FakePeertube(video(1), video(2, isLive=True, channel=channel("talks")))

    with serving(server):
        chosen = peertube(run, server, "--channel", "talks")
        unknown = peertube(run, server, "--channel", "tolks")

    assert lines(chosen)[0] == "Film 2 (not copied): it is a live stream"
    assert (unknown.exit_code, unknown.err) == (
        1,
        "vitascope: No such channel there: tolks\n",
    )


def test_a_wrong_token_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")

    with serving(FakePeertube(video(1))) as server:
        said = run("import", "peertube", server.url, "--token", "old")

    assert (said.exit_code, said.err) == (
        1,
        "vitascope: The server does not take this token or key (status 401)\n",
    )


def test_copies_are_only_for_users_that_there_are(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")

    with serving(FakePeertube(video(1))) as server:
        said = peertube(run, server, "--user", "nobody")

    assert (said.exit_code, said.err) == (1, "vitascope: No such user: nobody\n")
    assert server.asked == []


def test_one_import_at_a_time_works_in_a_data_folder(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")
    folder = tmp_path / "data" / "migration"
    folder.mkdir(parents=True)
    lock = FolderLock(folder / "lock")

    with serving(FakePeertube()) as server:
        meanwhile = peertube(run, server)
        lock.release()
        after = peertube(run, server)

    assert meanwhile.err == "vitascope: Another import is at work in this data folder\n"
    assert after.exit_code == 0


@pytest.mark.media
def test_ctrl_c_keeps_what_is_there_for_the_next_run(
    run: Run, draw_clip: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")
    clip = draw_clip(duration_s=1, size="320x180").read_bytes()
    path, stall = f"/download/web-videos/{uuid_of(1)}-720.mp4", Stall()
    server = FakePeertube(video(1))

    def interrupted(_: Asked) -> Answer:
        os.kill(os.getpid(), signal.SIGINT)
        return replace(as_file(clip, stops_after=1000), stall=stall)

    server.routes[path] = interrupted
    # Programs that a shell started in the background hear nothing of Ctrl+C.
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with serving(server):
            stopped = peertube(run, server)
            stall.go.set()
            server.put_file(path, clip)
            after = peertube(run, server)
    finally:
        signal.signal(signal.SIGINT, heard)

    assert lines(stopped)[-1] == "Stopped. Run the same command again to go on."
    assert lines(after)[0] == "Film 1: copied"
