from collections import Counter
from pathlib import Path

import pytest
from tests.factories import make_user, make_video

from vitascope.cli.add_finding import Finding, Found
from vitascope.cli.add_showing import Bars, Tally, tell_address, tell_summary
from vitascope.cli.add_watching import Watch
from vitascope.cli.shell import out
from vitascope.db import Database


def found(name: str, size_bytes: int = 2048) -> Found:
    return Found(path=Path(name), size_bytes=size_bytes)


def test_the_summary_says_what_came_of_every_file(
    db: Database, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(out, "width", 200)
    finding = Finding(hidden=2, others=Counter({".txt": 3, "": 1}))
    finding.refused.append((Path("gone.mp4"), "No such file or directory"))
    tally, watch = Tally(), Watch(db)
    for name, is_new in (("a.mp4", True), ("b.mp4", True), ("c.mp4", False)):
        tally.take(found(name), is_new=is_new)
    tally.refused.append((Path("[red]text.mp4"), "This is no film"))
    watch.failed.append((Path("b.mp4"), "It has no end"))

    tell_summary(finding, tally, watch)

    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "Added 2, 4.0 KB. Already there: 1.",
        "Skipped 2 hidden and 4 of other types (1 without an ending, 3 .txt).",
    ]
    assert said.err.splitlines() == [
        "Refused: 2",
        "  gone.mp4: No such file or directory",
        "  [red]text.mp4: This is no film",
        "Not encoded: 1",
        "  b.mp4: It has no end",
    ]


def test_a_summary_of_nothing_special_is_a_line(
    db: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally()
    tally.take(found("a.mp4"), is_new=True)

    tell_summary(Finding(), tally, Watch(db))

    assert capsys.readouterr() == ("Added 1, 2.0 KB.\n", "")


def test_an_address_can_be_taken_from_its_line_however_the_file_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    address = "https://video.example/w/3xwmWVRAGpspqw7VhJ9fAq"

    tell_address(found("[bold]new\x1b.mp4"), address, is_new=True)
    tell_address(found("old.mp4"), address, is_new=False)

    assert capsys.readouterr().out.splitlines() == [
        f"[bold]new\N{REPLACEMENT CHARACTER}.mp4: {address}",
        f"old.mp4: is there already, {address}",
    ]


def test_the_bar_counts_the_bytes_of_all_files_also_of_those_that_were_not_copied() -> None:
    bars = Bars([found("a.mp4"), found("b.mp4"), found("c.mp4", 4096)])
    shown = bars.progress.tasks[0]

    seen = []
    for file, copied in ((found("a.mp4"), 2048), (found("b.mp4"), 0)):
        bars.begin(file)
        bars.advance(copied)
        seen.append((shown.description, shown.completed, shown.fields["note"]))
        bars.end()
    seen.append((shown.description, shown.completed, shown.fields["note"]))

    assert seen == [
        ("Adding 1 of 3", 2048, "2.0 KB of 8.0 KB"),
        ("Adding 2 of 3", 2048, "2.0 KB of 8.0 KB"),
        ("Adding 2 of 3", 4096, "4.0 KB of 8.0 KB"),
    ]


def test_the_bar_of_encoding_is_shown_once_something_is_encoded(db: Database) -> None:
    bars, watch = Bars([found("a.mp4")]), Watch(db)
    bar = bars.progress.tasks[1]
    with db.begin() as tx:
        film = make_video(tx, make_user(tx)).video

    bars.show_encoding(watch)
    was_visible = bar.visible
    watch.follow(film.id, Path("a.mp4"))
    bars.show_encoding(watch)

    assert (was_visible, bar.visible, bar.fields["note"]) == (False, True, "0 of 1 done")
