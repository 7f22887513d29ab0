"""Which files ``vitascope add`` is to put in, and where."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vitascope.core.folders.make import fitting_name

# By the containers that the prober opens (see vitascope.media.source).
_SUFFIXES = """
.mp4 .m4v .mov .qt .3gp .3g2 .mkv .mk3d .webm .avi .divx .flv .f4v .wmv .asf
.ts .m2t .mts .m2ts .mpg .mpeg .mpe .m1v .m2v .vob .ogv .mxf .dv .ivf
.mp3 .m4a .m4b .mka .aac .flac .wav .ogg .oga .opus .wma .aif .aiff .caf .ac3 .eac3 .amr
"""
MEDIA_SUFFIXES = frozenset(_SUFFIXES.split())
_DIGITS = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file, and the names of the folders it goes to, outermost first."""

    path: Path
    size_bytes: int
    folders: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return readable(self.path.name)


@dataclass(slots=True)
class Finding:
    """``others`` counts skipped files by their endings; ``refused`` has reasons."""

    files: list[Found] = field(default_factory=list)
    hidden: int = 0
    others: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[Path, str]] = field(default_factory=list)


def find_files(paths: Sequence[Path], *, into: Sequence[str] = ()) -> Finding:
    """The files among ``paths`` and in the folders among them, in the order of their names.

    A folder keeps its name and its inner order below ``into``. In folders, what is hidden and
    what is named like neither video nor audio is skipped; links to folders are not followed.
    """
    finding = Finding()
    top = tuple(_folder_name(name) for name in into)
    for path in paths:
        if path.is_dir():
            _take_folder(finding, path, top)
        else:
            _take(finding, path, top)
    return finding


def readable(name: str) -> str:
    """A name of the file system as text; what is not UTF-8 in it is replaced."""
    return os.fsencode(name).decode("utf-8", "replace")


def _take_folder(finding: Finding, top: Path, into: tuple[str, ...]) -> None:
    own = _folder_name(top.resolve().name)
    base = (*into, own) if own else into
    for folder, names in _walk(finding, top):
        inner = tuple(_folder_name(part) for part in folder.relative_to(top).parts)
        for name in names:
            if name.startswith("."):
                finding.hidden += 1
            elif (suffix := Path(name).suffix.lower()) in MEDIA_SUFFIXES:
                _take(finding, folder / name, (*base, *inner))
            else:
                finding.others[readable(suffix)] += 1


def _walk(finding: Finding, top: Path) -> Iterator[tuple[Path, list[str]]]:
    """Every folder from ``top`` down that is not hidden, with its files in order."""

    def refuse(error: OSError) -> None:
        finding.refused.append((Path(error.filename), error.strerror or str(error)))

    for folder, inner, names in os.walk(top, onerror=refuse):
        finding.hidden += sum(name.startswith(".") for name in inner)
        inner[:] = sorted((name for name in inner if name[0] != "."), key=_order)
        yield Path(folder), sorted(names, key=_order)


def _take(finding: Finding, path: Path, folders: tuple[str, ...]) -> None:
    try:
        size_bytes = path.stat().st_size
    except OSError as error:
        finding.refused.append((path, error.strerror or str(error)))
        return
    # Reading from a pipe or a device would wait for somebody to write, perhaps for ever.
    if not path.is_file():
        finding.refused.append((path, "This is not a file"))
        return
    finding.files.append(Found(path=path, size_bytes=size_bytes, folders=folders))


def _order(name: str) -> list[str | int]:
    """Lesson 2 comes before lesson 10."""
    parts = _DIGITS.split(name.casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)]


def _folder_name(name: str) -> str:
    return fitting_name(readable(name))
