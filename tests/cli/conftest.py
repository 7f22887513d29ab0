"""Commands run in this process, on a folder of the test's own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from vitascope.cli.main import COMMANDS
from vitascope.cli.shell import Shell, errors, out


@dataclass(frozen=True)
class Said:
    exit_code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> Run:
    """Run one command; settings of the machine play no part."""
    monkeypatch.chdir(tmp_path)
    # As wide a terminal as tables need, whether or not the tests have one.
    monkeypatch.setattr(out, "width", 200)
    shell = Shell(no_args_is_help=True)
    for command in COMMANDS:
        command.register(shell)

    def call(*words: str) -> Said:
        capfd.readouterr()
        try:
            with errors():
                shell(list(words), standalone_mode=False)
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        said = capfd.readouterr()
        return Said(code, said.out, said.err)

    return call
