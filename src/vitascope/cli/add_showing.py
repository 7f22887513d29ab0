"""How ``vitascope add`` tells what it does."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from vitascope.cli.add_finding import Finding, Found, readable
from vitascope.cli.add_watching import Watch
from vitascope.cli.shell import err, out
from vitascope.cli.values import plain, size


@dataclass(slots=True)
class Tally:
    """What became of the files so far."""

    added: int = 0
    added_bytes: int = 0
    there: int = 0
    refused: list[tuple[Path, str]] = field(default_factory=list)

    def take(self, found: Found, *, is_new: bool) -> None:
        """A video shows the file now, or did before."""
        if is_new:
            self.added += 1
            self.added_bytes += found.size_bytes
        else:
            self.there += 1


class Bars:
    """One bar for the bytes of all files, one for the encoding of those that are in."""

    def __init__(self, files: Sequence[Found]) -> None:
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[note]}"),
            TimeRemainingColumn(),
            console=out,
            transient=True,
            disable=not out.is_terminal,
        )
        self._files = len(files)
        self._total_bytes = sum(file.size_bytes for file in files)
        self._bytes = self._begun = 0
        self._ends_at = 0
        self._copying = self.progress.add_task("", total=self._total_bytes, note="")
        self._encoding = self.progress.add_task("Encoding", total=100, note="", visible=False)

    def begin(self, file: Found) -> None:
        """The next file."""
        self._begun += 1
        self._ends_at += file.size_bytes
        what = f"Adding {self._begun} of {self._files}"
        self.progress.update(self._copying, description=what)
        self.advance(0)

    def advance(self, size_bytes: int) -> None:
        """So many bytes more are copied."""
        self._bytes += size_bytes
        note = f"{size(self._bytes)} of {size(self._total_bytes)}"
        self.progress.update(self._copying, completed=self._bytes, note=note)

    def end(self) -> None:
        """The file is settled, copied or not."""
        self.advance(self._ends_at - self._bytes)

    def show_encoding(self, watch: Watch) -> None:
        note = f"{watch.followed - watch.waiting} of {watch.followed} done"
        self.progress.update(
            self._encoding,
            completed=watch.percent,
            note=note,
            visible=watch.followed > 0,
        )


def tell_address(found: Found, address: str, *, is_new: bool) -> None:
    words = "" if is_new else "is there already, "
    out.print(f"{plain(found.name)}: {words}{address}", soft_wrap=True)


def tell_summary(finding: Finding, tally: Tally, watch: Watch) -> None:
    """What came of every file, and why where nothing did."""
    out.print(f"Added {tally.added}, {size(tally.added_bytes)}.{_there(tally)}")
    if finding.hidden or finding.others:
        out.print(f"Skipped {_skipped(finding)}.", soft_wrap=True)
    _tell_reasons("Refused", [*finding.refused, *tally.refused])
    _tell_reasons("Not encoded", watch.failed)


def _there(tally: Tally) -> str:
    return f" Already there: {tally.there}." if tally.there else ""


def _skipped(finding: Finding) -> str:
    words = [f"{finding.hidden} hidden"] if finding.hidden else []
    if finding.others:
        endings = [
            f"{count} {plain(ending) or 'without an ending'}"
            for ending, count in sorted(finding.others.items())
        ]
        words.append(f"{finding.others.total()} of other types ({', '.join(endings)})")
    return " and ".join(words)


def _tell_reasons(what: str, reasons: Sequence[tuple[Path, str]]) -> None:
    if reasons:
        err.print(f"{what}: {len(reasons)}")
    for path, reason in reasons:
        err.print(f"  {plain(readable(str(path)))}: {plain(reason)}", soft_wrap=True)
