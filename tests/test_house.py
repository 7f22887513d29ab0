"""The rules of the house that a program can check."""

import ast
import io
import json
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from tests.conftest import POSTGRES_URL, missing

from vitascope.core.schema import metadata
from vitascope.db import Database
from vitascope.db.migrate import migrate
from vitascope.jobs.tables import job_events

REPOSITORY = Path(__file__).parents[1]
MODULES = sorted(
    path
    for folder in ("src", "tests", "bench", "tools")
    for path in (REPOSITORY / folder).rglob("*.py")
    if "migrations/versions" not in path.as_posix()
)
LOCKS = sorted(REPOSITORY.glob("requirements*.txt"))
MOST_MODULE_LINES, MOST_FUNCTION_LINES = 500, 60

# What silences a checker, and after it at least a word of the reason.
_SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:)")
_WITH_REASON = re.compile(
    r"#\s*(noqa:\s*[A-Z0-9, ]+?|type:\s*ignore\[[\w, -]+\]|pragma:[^#-]+)\s*(--?|#)\s*\w"
)
_SCRIPT_SUPPRESSION = re.compile(r"(@ts-(?:ignore|expect-error|nocheck)|eslint-disable\S*)(.*)")


def test_every_import_keeps_to_its_floor() -> None:
    # A process of its own: the linter silences the loggers of the program that it runs in.
    linter = Path(sys.executable).with_name("lint-imports")

    ran = subprocess.run(
        [linter, "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )

    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_no_module_is_too_long() -> None:
    long = {
        _name(path): lines
        for path in MODULES
        if (lines := len(path.read_text().splitlines())) > MOST_MODULE_LINES
    }

    assert long == {}


def test_a_long_function_says_why() -> None:
    silent = [
        f"{_name(path)}:{function.lineno} {function.name}"
        for path in MODULES
        for function in _functions(path)
        if _length(function) > MOST_FUNCTION_LINES and not _has_comment_above(path, function)
    ]

    assert silent == []


def test_every_suppression_carries_its_reason() -> None:
    bare = [
        f"{_name(path)}:{line}: {comment}"
        for path in MODULES
        for line, comment in _comments(path)
        if _SUPPRESSION.search(comment) and not _WITH_REASON.search(comment)
    ]

    assert bare == []


def test_every_suppression_of_the_front_end_carries_its_reason() -> None:
    sources = (REPOSITORY / "frontend" / "src").rglob("*.ts")
    bare = [
        f"{_name(path)}: {found[0]}"
        for path in sources
        for found in _SCRIPT_SUPPRESSION.finditer(path.read_text())
        if not re.search(r"\w{2}", found[2])
    ]

    assert bare == []


def test_lock_files_name_no_host() -> None:
    named = [f"{path.name}: {line}" for path in LOCKS for line in _hosts(path)]

    assert len(LOCKS) == 4
    assert named == []


def test_the_front_ends_lock_file_names_no_host() -> None:
    lock = json.loads((REPOSITORY / "frontend" / "package-lock.json").read_text())

    resolved = [name for name, package in lock["packages"].items() if "resolved" in package]
    unchecked = [
        name
        for name, package in lock["packages"].items()
        if name and "integrity" not in package
    ]

    assert (resolved, unchecked) == ([], [])


def test_every_locked_package_has_a_hash() -> None:
    bare = [
        f"{path.name}: {line}"
        for path in LOCKS
        for line in path.read_text().splitlines()
        if re.match(r"[a-z0-9]", line) and not line.endswith("\\")
    ]

    assert bare == []


def test_migrations_make_the_tables_of_the_code(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'migrated.db'}")
    migrate(database)

    differences = _differences(database)

    database.close()
    assert differences == []


@pytest.mark.postgres
def test_migrations_make_the_tables_of_the_code_on_postgresql() -> None:
    if not POSTGRES_URL:
        missing("PostgreSQL (VITASCOPE_TEST_POSTGRES_URL)")
    database = Database(POSTGRES_URL)
    with database.begin() as tx:
        tx.execute(sa.text("DROP SCHEMA IF EXISTS dbos CASCADE"))
        tx.execute(sa.text("DROP SCHEMA public CASCADE"))
        tx.execute(sa.text("CREATE SCHEMA public"))
    migrate(database)

    differences = _differences(database)

    database.close()
    assert differences == []


def _differences(database: Database) -> list[object]:
    assert {job_events.name, "videos"} <= metadata.tables.keys()
    with database.read() as tx:
        return list(compare_metadata(MigrationContext.configure(tx), metadata))


def _name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _has_comment_above(path: Path, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    first = min([function.lineno, *(each.lineno for each in function.decorator_list)])
    above = path.read_text().splitlines()[first - 2]
    return above.lstrip().startswith("#")


def _comments(path: Path) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(path.read_text()).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _hosts(path: Path) -> list[str]:
    lines = path.read_text().splitlines()
    return [line for line in lines if "://" in line or line.startswith("--")]
