from pathlib import Path

from tests.cli.conftest import Run

from vitascope.app import open_parts
from vitascope.config import Config
from vitascope.core.settings.queries import read_settings, write_settings
from vitascope.http.runtime import utc_now


def change(data: Path, **changes: object) -> None:
    parts = open_parts(Config(data=data))
    with parts.db.begin() as tx:
        write_settings(tx, changes, now=utc_now())
    parts.db.close()


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("│").split("│")]


def test_what_was_changed_is_listed_and_taken_back(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    run("user", "add", "root", "--role", "administrator", "--email", "root@example.org")
    change(data, captcha_enabled=True, turnstile_secret="0x4AAA-secret")

    listed = run("settings", "list").out
    said = run("settings", "reset", "captcha_enabled", "turnstile_secret")
    empty = run("settings", "list").out

    rows = [cells(line) for line in listed.splitlines() if line.startswith("│")]
    assert rows == [
        ["captcha_enabled", "true", "false"],
        ["turnstile_secret", "(secret)", "(secret)"],
    ]
    assert said.out == (
        "Back to what the server was started with: captcha_enabled, turnstile_secret.\n"
    )
    assert not [line for line in empty.splitlines() if line.startswith("│")]
    parts = open_parts(Config(data=data))
    with parts.db.read() as tx:
        assert read_settings(tx, parts.settings.defaults) == parts.settings.defaults
    parts.db.close()


def test_an_unknown_setting_cannot_be_taken_back(run: Run) -> None:
    run("migrate")

    said = run("settings", "reset", "captchas")

    assert (said.exit_code, said.err) == (1, "vitascope: No such setting: captchas\n")
