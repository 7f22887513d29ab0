import io

from rich.console import Console

from vitascope.cli.import_watcher import TerminalWatcher
from vitascope.migration.model import Outcome, Result


def watched() -> tuple[TerminalWatcher, io.StringIO]:
    said = io.StringIO()
    return TerminalWatcher(Console(file=said, width=120, highlight=False)), said


def notes(watcher: TerminalWatcher) -> list[tuple[str, str]]:
    return [(bar.description, bar.fields["note"]) for bar in watcher.bars.tasks]


def test_the_bars_tell_how_many_videos_and_how_many_bytes() -> None:
    watcher, _ = watched()

    watcher.begins(3)
    watcher.ended(Result(title="Known", outcome=Outcome.KNOWN))
    watcher.starts("[red]A very long title that no terminal has room for at all")
    watcher.received(2 * 2**20, 4 * 2**20)
    during = notes(watcher)
    watcher.received(3 * 2**20, None)
    unknown = notes(watcher)[1][1]
    watcher.ended(Result(title="Film", outcome=Outcome.COPIED))

    assert during == [
        ("Videos", "1 of 3"),
        ("\\[red]A very long title that no terminal", "2.0 MB of 4.0 MB"),
    ]
    assert unknown == "3.0 MB"
    assert notes(watcher) == [("Videos", "2 of 3")]


def test_a_line_is_kept_of_each_video_that_came() -> None:
    watcher, said = watched()

    watcher.begins(4)
    for outcome in Outcome:
        watcher.ended(Result(title=f"[b]{outcome.name}", outcome=outcome))

    assert said.getvalue() == (
        "[b]COPIED: copied\n[b]INCOMPLETE: copied, with something missing\n"
    )
