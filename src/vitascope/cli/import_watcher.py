"""How copying from another server looks in a terminal."""

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from vitascope.cli.values import plain, size
from vitascope.migration.model import Outcome, Result

_LONGEST_TITLE = 40
_SAID = {Outcome.COPIED, Outcome.INCOMPLETE}


class TerminalWatcher:
    """A bar for all videos and one for the bytes of the video at hand, in ``bars``, and a line
    for each video that was copied.
    """

    def __init__(self, console: Console) -> None:
        self.bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[note]}"),
            TimeRemainingColumn(),
            console=console,
        )
        self._console = console
        self._videos: TaskID | None = None
        self._bytes: TaskID | None = None

    def begins(self, total: int) -> None:
        self._videos = self.bars.add_task("Videos", total=total, note=f"0 of {total}")

    def starts(self, title: str) -> None:
        shown = plain(title[:_LONGEST_TITLE].rstrip())
        self._bytes = self.bars.add_task(shown, total=None, note="")

    def received(self, size_bytes: int, total_bytes: int | None) -> None:
        if self._bytes is None:
            return
        of_all = "" if total_bytes is None else f" of {size(total_bytes)}"
        note = f"{size(size_bytes)}{of_all}"
        self.bars.update(self._bytes, completed=size_bytes, total=total_bytes, note=note)

    def ended(self, result: Result) -> None:
        if self._bytes is not None:
            self.bars.remove_task(self._bytes)
            self._bytes = None
        if result.outcome in _SAID:
            self._console.print(f"{plain(result.title)}: {result.outcome}", soft_wrap=True)
        if self._videos is not None:
            self.bars.advance(self._videos)
            done = self.bars.tasks[0]
            note = f"{done.completed:.0f} of {done.total:.0f}"
            self.bars.update(self._videos, note=note)
