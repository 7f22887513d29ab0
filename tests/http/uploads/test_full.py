import errno

import pytest

from vitascope.base.errors import StorageFull
from vitascope.http.uploads.full import telling_full_disk


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_and_a_full_quota_of_it_are_told(code: int) -> None:
    with pytest.raises(StorageFull, match="disk is full"), telling_full_disk():
        raise OSError(code, "no words for people")


def test_other_faults_stay_what_they_are() -> None:
    with pytest.raises(PermissionError), telling_full_disk():
        raise OSError(errno.EACCES, "not yours")


def test_a_disk_that_really_takes_nothing_is_told() -> None:
    with (
        pytest.raises(StorageFull),
        telling_full_disk(),
        open("/dev/full", "wb", buffering=0) as file,  # noqa: PTH123 -- no file of a folder
    ):
        file.write(b"x")
