from pathlib import Path

import pytest

from vitascope.jobs import AlreadyServing
from vitascope.jobs.lock import FolderLock


def test_a_second_holder_is_refused_in_words(tmp_path: Path) -> None:
    first = FolderLock(tmp_path / "library.lock")

    with pytest.raises(AlreadyServing) as refused:
        FolderLock(tmp_path / "library.lock")

    assert str(refused.value) == f"Another Vitascope is already serving {tmp_path.resolve()}"
    first.release()


def test_a_released_lock_can_be_taken(tmp_path: Path) -> None:
    first = FolderLock(tmp_path / "library.lock")
    first.release()

    second = FolderLock(tmp_path / "library.lock")

    second.release()
