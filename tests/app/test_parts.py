import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from vitascope.app.parts import open_parts
from vitascope.config import Config


def secret_of(data: Path) -> bytes:
    parts = open_parts(Config(data=data))
    parts.db.close()
    return parts.secret


def test_processes_that_start_together_have_the_same_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(secret_of, [tmp_path] * 8))

    path = tmp_path / "secret"
    assert found == {path.read_bytes()}
    assert len(path.read_text()) == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.glob("secret*")] == ["secret"]


def test_nobody_starts_with_an_empty_secret(tmp_path: Path) -> None:
    (tmp_path / "secret").touch()

    with pytest.raises(ValueError, match="is empty"):
        open_parts(Config(data=tmp_path))
