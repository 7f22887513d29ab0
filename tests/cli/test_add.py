import hashlib
import os
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.kept import Kept, kept_in
from tests.media.clips import Draw

from vitascope.core.videos.model import State

NO_FILM = (
    "This file is not a video or audio file Vitascope can read: it is damaged, cut off or "
    "something else"
)


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")


@pytest.fixture
def course(draw_clip: Draw, tmp_path: Path) -> Path:
    """Two films in a folder and one in a folder within, beside what is no film."""
    top = tmp_path / "Course"
    (top / "extra").mkdir(parents=True)
    for name in ("lesson 10.mp4", "lesson 2.mp4", "extra/talk.mp4"):
        clip = draw_clip("drawn.mp4", "-metadata", f"title={name}", duration_s=1)
        clip.rename(top / name)
    (top / "notes.txt").write_text("Bring a pencil.")
    (top / ".index").touch()
    return top


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.media
def test_a_folder_comes_in_with_its_order_and_again_changes_nothing(
    run: Run, course: Path, tmp_path: Path
) -> None:
    first = run("add", "Course", "--into", "Archive/2026", "--no-wait")
    again = run("add", "Course", "--into", "Archive/2026", "--no-wait")

    sizes = sum(path.stat().st_size for path in course.rglob("*.mp4"))
    assert (first.exit_code, first.err) == (0, "")
    *lines, summary, skipped = first.out.splitlines()
    names = ["lesson 2.mp4", "lesson 10.mp4", "talk.mp4"]
    assert [line.partition(": http://localhost:8080/w/")[0] for line in lines] == names
    assert summary == f"Added 3, {sizes / 1024:.1f} KB."
    assert skipped == "Skipped 1 hidden and 1 of other types (1 .txt)."
    assert again.out.splitlines() == [
        *(line.replace(": ", ": is there already, ", 1) for line in lines),
        "Added 0, 0 bytes. Already there: 3.",
        skipped,
    ]
    assert kept_in(tmp_path / "data") == [
        Kept(
            path=f"Archive/2026/Course/{path}",
            title=Path(path).stem,
            state=State.PROCESSING,
            sha256=sha256_of(course / path),
        )
        for path in ("lesson 2.mp4", "lesson 10.mp4", "extra/talk.mp4")
    ]
    assert files_below(tmp_path / "data" / "uploads") == []


@pytest.mark.media
def test_what_is_refused_stops_nothing_else(run: Run, draw_clip: Draw, tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("This is no film.")
    draw_clip("film.mp4", duration_s=1)

    said = run("add", "missing.mp4", "text.mp4", "film.mp4", "--no-wait")

    assert said.exit_code == 1
    assert said.err.splitlines() == [
        "Refused: 2",
        "  missing.mp4: No such file or directory",
        f"  text.mp4: {NO_FILM}",
        "vitascope: 2 of 3 files could not be added",
    ]
    assert [kept.path for kept in kept_in(tmp_path / "data")] == ["film.mp4"]


def test_a_title_is_for_one_file(run: Run, tmp_path: Path) -> None:
    for name in ("a.mp4", "b.mp4"):
        (tmp_path / name).touch()

    said = run("add", "a.mp4", "b.mp4", "--title", "A film")

    assert (said.exit_code, said.err) == (
        1,
        "vitascope: A title is for one file; several are named like their files\n",
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--user", "nobody"), "No such user: nobody"),
        (("--channel", "nothing"), "No such channel: nothing"),
    ],
)
def test_whose_it_shall_be_has_to_exist(
    run: Run, tmp_path: Path, words: tuple[str, ...], reason: str
) -> None:
    (tmp_path / "a.mp4").touch()

    said = run("add", "a.mp4", *words)

    assert (said.exit_code, said.err) == (1, f"vitascope: {reason}\n")


def test_a_folder_without_films_is_no_mistake(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    said = run("add", "empty", "--no-wait")

    assert (said.exit_code, said.out, said.err) == (0, "Added 0, 0 bytes.\n", "")


def test_what_a_killed_run_left_long_ago_is_removed(run: Run, tmp_path: Path) -> None:
    uploads = tmp_path / "data" / "uploads"
    uploads.mkdir(parents=True)
    old, fresh = uploads / ("a" * 32), uploads / ("b" * 32)
    for path in (old, fresh):
        path.write_bytes(b"half a film")
    long_ago = time.time() - 7200
    os.utime(old, (long_ago, long_ago))

    run("add", "missing.mp4", "--no-wait")

    assert files_below(uploads) == [fresh]
