"""The command is stopped in the middle, by a person or by a crash, and started again."""

import hashlib
import signal
from pathlib import Path

import pytest
from tests.cli.kept import kept_in
from tests.journeys.server import PASSWORD, programs_about, spawn, vitascope, wait_for
from tests.media.clips import Draw

from vitascope.core.videos.model import State

pytestmark = [pytest.mark.journey, pytest.mark.media]

FILMS = 6
ENVIRON = {"VITASCOPE_ADMIN_PASSWORD": PASSWORD}
# So large that most of the time goes into copying them.
_PADDING_BYTES = 64 * 1024**2


@pytest.fixture
def course(draw_clip: Draw, tmp_path: Path) -> Path:
    top = tmp_path / "Course"
    (top / "extra").mkdir(parents=True)
    for number in range(FILMS):
        place = top / "extra" if number % 2 else top
        clip = draw_clip("drawn.mp4", "-metadata", f"title={number}", duration_s=1)
        with clip.open("ab") as file:
            file.write(_PADDING_BYTES.to_bytes(4) + b"free" + bytes(_PADDING_BYTES - 8))
        clip.rename(place / f"{number}.mp4")
    return top


class Started:
    """A run of the command, with what it says in ``log``."""

    def __init__(self, course: Path, data: Path, *words: str) -> None:
        self.log = data.with_suffix(".log")
        self.log.unlink(missing_ok=True)
        words = ("add", str(course), "--data", str(data), *words)
        self.uploads = data / "uploads"
        self.process = spawn(words, ENVIRON, self.log)

    def until_a_file_is_in(self) -> "Started":
        wait_for(lambda: self.told() or self._is_over(), "a file is in")
        return self

    def until_a_file_is_copied(self) -> "Started":
        """While the first of several is; the others are still to come."""
        wait_for(lambda: self._copies() or self._is_over(), "a file is being copied")
        return self

    def _copies(self) -> bool:
        return self.uploads.is_dir() and any(self.uploads.iterdir())

    def _is_over(self) -> bool:
        return self.process.poll() is not None

    def told(self) -> list[str]:
        """Lines about files that came in."""
        return [line for line in self.log.read_text().splitlines() if ": http" in line]

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait()


def expected(course: Path) -> list[tuple[str, str]]:
    return sorted(
        (
            str(path.relative_to(course.parent)),
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in course.rglob("*.mp4")
    )


def test_a_killed_run_goes_on_with_the_next_file(course: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    told = 0

    for _ in range(3):
        killed = Started(course, data, "--no-wait").until_a_file_is_in()
        killed.end(signal.SIGKILL)
        told += len(killed.told())
    last = vitascope(["add", str(course), "--data", str(data), "--no-wait"], ENVIRON)

    assert last.returncode == 0, last.stderr
    assert told >= 3
    # A file may be in that the killed run had no time to tell of.
    there = last.stdout.count("is there already")
    assert f"Added {FILMS - there}," in last.stdout
    assert told <= there
    assert sorted((kept.path, kept.sha256) for kept in kept_in(data)) == expected(course)


def test_a_run_stopped_by_a_person_leaves_nothing_half_and_goes_on(
    course: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"

    run = Started(course, data).until_a_file_is_copied()
    code = run.end(signal.SIGINT)
    wait_for(lambda: not programs_about(data), "no ffmpeg is left")
    halves = [path.name for path in (data / "uploads").iterdir()]
    stopped = run.log.read_text().splitlines()[-1]
    last = vitascope(["add", str(course), "--data", str(data)], ENVIRON)

    assert (code, stopped) == (130, "Stopped. The same command goes on from here.")
    assert halves == []
    assert last.returncode == 0, last.stderr
    kept = kept_in(data)
    assert sorted((each.path, each.sha256) for each in kept) == expected(course)
    assert [each.state for each in kept] == [State.READY] * FILMS
