"""What the documents say, held against the code."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from tools.settings_page import PAGE, with_table

from vitascope.app import DIALECTS
from vitascope.cli.main import COMMANDS
from vitascope.cli.shell import Shell
from vitascope.config import PREFIX, load

REPOSITORY = Path(__file__).parents[1]
_ELSEWHERE = {".venv", ".venv-s3", ".git", "node_modules", "build", "data"}
DOCUMENTS = sorted(
    path
    for path in REPOSITORY.rglob("*.md")
    if not _ELSEWHERE & set(path.relative_to(REPOSITORY).parts)
    and not any(part.startswith(".") for part in path.relative_to(REPOSITORY).parts)
)

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"(?:^|\s|/)vitascope((?: +(?:[a-z]+(?:-[a-z]+)*\b|--[a-z][a-z-]*))+)")


def test_every_setting_is_documented_with_its_default() -> None:
    page = PAGE.read_text()

    assert page == with_table(page), "make docs writes the table"


def test_every_setting_that_a_document_names_exists() -> None:
    named = {
        (name, _name(path))
        for path in DOCUMENTS
        for name in re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", path.read_text())
    }

    table = PAGE.read_text()
    unknown = sorted(
        f"{document}: {name}"
        for name, document in named
        if f"`{name}`" not in table and not name.startswith(f"{PREFIX}TEST_")
    )

    assert unknown == []


def test_the_settings_files_that_the_documents_show_can_be_read(tmp_path: Path) -> None:
    examples = [text for path in DOCUMENTS for kind, text in _fences(path) if kind == "toml"]

    for number, example in enumerate(examples):
        file = tmp_path / f"{number}.toml"
        file.write_text(example)
        load({}, file=file)

    assert examples


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: _name(path))
def test_every_link_leads_somewhere(path: Path) -> None:
    links = [link for link in _LINK.findall(_without_code(path)) if "://" not in link]

    dead = [link for link in links if not _resolves(path, link)]

    assert dead == []


def test_every_make_target_that_a_document_names_exists() -> None:
    makefile = (REPOSITORY / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z0-9]+):", makefile, re.MULTILINE))
    named = {
        f"{_name(path)}: make {target}"
        for path in DOCUMENTS
        for code in _code(path)
        for target in re.findall(r"(?:^|\s)make ([a-z0-9]+)", code)
        if target not in targets
    }

    assert named == set()


def test_every_command_that_a_document_names_exists() -> None:
    shell = _shell()
    wrong = {
        f"{_name(path)}: vitascope{words}"
        for path in DOCUMENTS
        for code in _code(path)
        for words in _COMMAND.findall(code)
        if not _is_command(shell, words.split())
    }

    assert wrong == set()


def test_every_command_is_documented() -> None:
    commands = set(_shell().commands)
    text = "\n".join(code for path in DOCUMENTS for code in _code(path))

    assert {name for name in commands if f"vitascope {name}" not in text} == set()


def test_every_dialect_has_its_page() -> None:
    pages = {path.stem for path in (REPOSITORY / "docs" / "dialects").glob("*.md")}

    assert pages == set(DIALECTS)


def test_every_decision_is_numbered_once() -> None:
    folder = REPOSITORY / "docs" / "decisions"
    numbers = sorted(path.name[:4] for path in folder.glob("*.md"))

    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_the_glossary_has_every_word_once_and_in_order() -> None:
    glossary = (REPOSITORY / "docs" / "glossary.md").read_text()

    words = re.findall(r"^\*\*(.+?)\*\*", glossary, re.MULTILINE)

    assert words == sorted(set(words), key=str.casefold)


def _name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def _fences(path: Path) -> list[tuple[str, str]]:
    return _FENCE.findall(path.read_text())


def _code(path: Path) -> Iterator[str]:
    """Whatever the document sets as code: blocks, then spans."""
    for _, text in _fences(path):
        yield text
    yield from _SPAN.findall(_FENCE.sub("", path.read_text()))


def _without_code(path: Path) -> str:
    return _SPAN.sub("", _FENCE.sub("", path.read_text()))


def _resolves(document: Path, link: str) -> bool:
    target, _, anchor = link.partition("#")
    path = (document.parent / target).resolve() if target else document
    if not path.exists():
        return False
    return not anchor or anchor in _anchors(path)


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", path.read_text()), re.MULTILINE)
    return {
        re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-")
        for heading in headings
    }


def _shell() -> Any:
    shell = Shell(name="vitascope")
    for command in COMMANDS:
        command.register(shell)
    return typer.main.get_command(shell)


def _is_command(command: Any, words: list[str]) -> bool:
    """Whether the words name a command, then options that it has; the rest are arguments."""
    options = [word for word in words if word.startswith("--")]
    for word in words:
        if word.startswith("--") or not hasattr(command, "commands"):
            break
        if word not in command.commands:
            return False
        command = command.commands[word]
    known = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    return set(options) <= known
