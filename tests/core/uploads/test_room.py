from dataclasses import replace

import pytest
from tests.core.uploads.announcing import ROOMY, announce
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import StorageFull
from vitascope.core.uploads.model import FileTooLarge, UploadsDisabled
from vitascope.core.uploads.room import check_open, check_room
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.db import Tx


def test_the_refusal_names_the_limit_and_the_use(tx: Tx) -> None:
    ada = make_user(tx, quota_bytes=1000)
    announce(tx, actor_of(ada), 600)

    with pytest.raises(FileTooLarge) as large:
        check_room(tx, ada.id, 10_001, ROOMY, now=NOON)
    with pytest.raises(UserQuotaExceeded) as full:
        check_room(tx, ada.id, 400, ROOMY, now=NOON)

    assert large.value.message == "The file has 10001 bytes; this server takes at most 10000"
    assert full.value.message == ("The quota has no room for 400 bytes: 600 of 1000 are used")


def test_bytes_that_are_on_the_disk_need_no_further_room(tx: Tx) -> None:
    ada = make_user(tx)
    little = replace(ROOMY, free_bytes=100)

    with pytest.raises(StorageFull, match="nearly full"):
        check_room(tx, ada.id, 1000, little, now=NOON)
    check_room(tx, ada.id, 1000, little.with_arrived(1000), now=NOON)
    with pytest.raises(StorageFull):
        check_room(tx, ada.id, 1000, little.with_arrived(899), now=NOON)


def test_an_upload_is_not_in_its_own_way(tx: Tx) -> None:
    ada = make_user(tx, quota_bytes=1001)
    upload = announce(tx, actor_of(ada), 1000)

    check_room(tx, ada.id, 1000, ROOMY, but=upload, now=NOON)
    with pytest.raises(UserQuotaExceeded):
        check_room(tx, ada.id, 1000, ROOMY, now=NOON)


def test_a_closed_room_lets_nothing_new_in() -> None:
    check_open(ROOMY)

    with pytest.raises(UploadsDisabled):
        check_open(replace(ROOMY, is_open=False))
