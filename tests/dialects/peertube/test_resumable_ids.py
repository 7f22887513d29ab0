from datetime import timedelta

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.ids import UserId, VideoId
from vitascope.core.uploads.begin import LIFETIME, NewUpload, begin_upload
from vitascope.core.uploads.model import Upload, UploadProtocol
from vitascope.core.uploads.proceed import cancel_upload
from vitascope.core.uploads.room import Room
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx
from vitascope.dialects.peertube.resumable_ids import Announced, free_upload_id, is_of

ROOM = Room(most_bytes=10**6, free_bytes=10**9)


def file_of(user_id: int, **changes: object) -> Announced:
    given = {"name": "A film", "size_bytes": 10, "modified": "7", **changes}
    return Announced(user_id=UserId(user_id), **given)  # type: ignore[arg-type] # by name


def begun(tx: Tx, file: Announced) -> Upload:
    new = NewUpload(
        protocol=UploadProtocol.RANGES,
        filename="clip.mp4",
        size_bytes=file.size_bytes,
        fields=VideoFields(title="A film"),
        client_key=free_upload_id(tx, file, now=NOON),
    )
    actor = actor_of(make_user(tx, "ada"))
    return begin_upload(tx, actor, new, room=ROOM, now=NOON)[0]


def test_the_same_file_has_the_same_id(tx: Tx) -> None:
    first = free_upload_id(tx, file_of(1), now=NOON)

    second = free_upload_id(tx, file_of(1), now=NOON)

    assert first == second
    assert len(first.split("-")) == 4


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Another"},
        {"size_bytes": 11},
        {"modified": "8"},
        {"modified": None},
        {"replaces": VideoId(1)},
    ],
)
def test_another_file_has_another_id(tx: Tx, changes: dict[str, object]) -> None:
    first = free_upload_id(tx, file_of(1), now=NOON)

    other = free_upload_id(tx, file_of(1, **changes), now=NOON)

    assert first != other


def test_an_id_tells_whose_it_is(tx: Tx) -> None:
    upload_id = free_upload_id(tx, file_of(1), now=NOON)

    assert [is_of(UserId(number), upload_id) for number in (1, 2)] == [True, False]


def test_an_unfinished_upload_is_found_by_its_id(tx: Tx) -> None:
    upload = begun(tx, file_of(1))

    assert free_upload_id(tx, file_of(1), now=NOON) == upload.client_key


def test_the_id_of_an_upload_that_ended_is_given_to_no_other(tx: Tx) -> None:
    upload = begun(tx, file_of(1))
    cancel_upload(tx, upload, now=NOON)

    again = free_upload_id(tx, file_of(1), now=NOON)

    assert again != upload.client_key


def test_the_id_of_an_upload_whose_time_is_over_is_given_to_no_other(tx: Tx) -> None:
    upload = begun(tx, file_of(1))

    again = free_upload_id(tx, file_of(1), now=NOON + LIFETIME + timedelta(seconds=1))

    assert again != upload.client_key
