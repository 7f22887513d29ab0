import os
from collections import Counter
from pathlib import Path

import pytest

from vitascope.cli.add_finding import find_files, readable


def make_files(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
    return folder


def test_a_folder_keeps_its_name_and_its_order(tmp_path: Path) -> None:
    top = make_files(
        tmp_path / "Course",
        "lesson 10.mp4",
        "Lesson 2.MP4",
        "b/part.mkv",
        "a/inner/sound.mp3",
        "intro.webm",
    )
    single = make_files(tmp_path, "single.mov") / "single.mov"

    found = find_files([top, single], into=["Archive", "2026"])

    below = ("Archive", "2026", "Course")
    assert [(file.name, file.folders, file.size_bytes) for file in found.files] == [
        ("intro.webm", below, 5),
        ("Lesson 2.MP4", below, 5),
        ("lesson 10.mp4", below, 5),
        ("sound.mp3", (*below, "a", "inner"), 5),
        ("part.mkv", (*below, "b"), 5),
        ("single.mov", ("Archive", "2026"), 5),
    ]
    assert (found.hidden, found.others, found.refused) == (0, Counter(), [])


def test_the_folder_one_is_in_has_a_name_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_files(tmp_path / "Course", "a.mp4")
    monkeypatch.chdir(tmp_path / "Course")

    (file,) = find_files([Path()]).files

    assert (file.path, file.folders) == (Path("a.mp4"), ("Course",))


def test_what_is_hidden_and_what_is_no_film_is_counted_and_left_out(tmp_path: Path) -> None:
    top = make_files(
        tmp_path / "top",
        ".hidden.mp4",
        ".folder/inside.mp4",
        "notes.txt",
        "more.TXT",
        "Makefile",
        "film.mp4",
    )

    found = find_files([top])

    assert [file.name for file in found.files] == ["film.mp4"]
    assert (found.hidden, found.others) == (2, Counter({".txt": 2, "": 1}))


def test_a_file_that_is_named_is_taken_whatever_its_name(tmp_path: Path) -> None:
    make_files(tmp_path, ".film", "notes.txt")

    found = find_files([tmp_path / ".film", tmp_path / "notes.txt"])

    assert [(file.name, file.folders) for file in found.files] == [
        (".film", ()),
        ("notes.txt", ()),
    ]


def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    os.mkfifo(top / "pipe.mp4")
    (top / "dangling.mp4").symlink_to(tmp_path / "gone")

    found = find_files([tmp_path / "missing.mp4", top])

    assert (found.files, found.refused) == (
        [],
        [
            (tmp_path / "missing.mp4", "No such file or directory"),
            (top / "dangling.mp4", "No such file or directory"),
            (top / "pipe.mp4", "This is not a file"),
        ],
    )


def test_a_link_to_a_folder_above_leads_into_no_circle(tmp_path: Path) -> None:
    top = make_files(tmp_path / "top", "in/film.mp4")
    (top / "in" / "again").symlink_to(top)

    found = find_files([top])

    assert [file.name for file in found.files] == ["film.mp4"]


def test_folders_are_named_as_they_will_be_kept(tmp_path: Path) -> None:
    top = make_files(tmp_path / ("l" * 150), " spaced /film.mp4")

    (file,) = find_files([top], into=[" 2026 "]).files

    assert file.folders == ("2026", "l" * 120, "spaced")


def test_a_name_that_is_no_utf8_can_be_read() -> None:
    assert readable(os.fsdecode(b"caf\xe9.mp4")) == "caf\N{REPLACEMENT CHARACTER}.mp4"
