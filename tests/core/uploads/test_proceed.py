from datetime import timedelta

import pytest
from tests.core.uploads.announcing import ROOMY, announce
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid, NotFound, StorageFull
from vitascope.core.uploads.begin import LIFETIME
from vitascope.core.uploads.model import (
    FileTooLarge,
    UploadEnded,
    UploadExpired,
    UploadProtocol,
    UploadState,
)
from vitascope.core.uploads.proceed import (
    cancel_upload,
    check_open,
    chunk_arrived,
    edit_upload,
    expire_uploads,
    forget_chunk,
    own_upload,
    set_size,
    shrink,
)
from vitascope.core.uploads.queries import (
    find_upload,
    list_chunks,
    list_unfinished_uuids,
    list_uploads,
    update_upload,
)
from vitascope.core.uploads.room import Room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.db import Tx

HOUR = timedelta(hours=1)
TUS = UploadProtocol.TUS


def test_an_upload_is_found_by_its_owner_and_protocol_only(tx: Tx) -> None:
    ada, eve = actor_of(make_user(tx, "ada")), actor_of(make_user(tx, "eve"))
    upload = announce(tx, ada)

    assert own_upload(tx, ada, upload.uuid, TUS, now=NOON) == upload
    with pytest.raises(Forbidden, match="somebody else"):
        own_upload(tx, eve, upload.uuid, TUS, now=NOON)
    with pytest.raises(NotFound):
        own_upload(tx, ada, upload.uuid, UploadProtocol.CHUNKS, now=NOON)
    with pytest.raises(NotFound):
        own_upload(tx, ada, "no such key", TUS, now=NOON)


def test_an_upload_that_took_too_long_has_expired(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    upload = announce(tx, ada)

    with pytest.raises(UploadExpired):
        own_upload(tx, ada, upload.uuid, TUS, now=NOON + LIFETIME)


def test_a_canceled_upload_is_gone(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    upload = announce(tx, ada)

    first = cancel_upload(tx, upload, now=NOON)
    cancel_upload(tx, first, now=NOON)

    with pytest.raises(NotFound):
        own_upload(tx, ada, upload.uuid, TUS, now=NOON)
    assert list_uploads(tx, upload.user_id, now=NOON) == []


def test_what_became_a_video_meanwhile_is_not_cancelled(tx: Tx) -> None:
    found = announce(tx, actor_of(make_user(tx)))
    done = update_upload(tx, found.id, now=NOON, state=UploadState.DONE)

    assert cancel_upload(tx, found, now=NOON) == done


@pytest.mark.parametrize(
    ("ending", "error"),
    [
        ({"state": UploadState.CANCELED}, NotFound),
        ({"state": UploadState.EXPIRED}, NotFound),
        ({"state": UploadState.DONE}, UploadEnded),
        ({"state": UploadState.FAILED, "source": {"sha256": "0" * 64}}, UploadEnded),
    ],
)
def test_an_upload_that_has_ended_takes_no_bytes(
    tx: Tx, ending: dict[str, object], error: type[Exception]
) -> None:
    upload = announce(tx, actor_of(make_user(tx)))

    check_open(tx, upload.id)
    update_upload(tx, upload.id, now=NOON, **ending)

    with pytest.raises(error):
        check_open(tx, upload.id)


def test_bytes_that_are_here_need_no_further_room(tx: Tx) -> None:
    upload = announce(tx, actor_of(make_user(tx)), None)
    room = Room(most_bytes=10_000, free_bytes=400)

    with pytest.raises(StorageFull):
        set_size(tx, upload, 1000, received=599, room=room, now=NOON)
    assert set_size(tx, upload, 1000, received=600, room=room, now=NOON).size_bytes == 1000


def test_an_upload_does_not_shrink_to_nothing(tx: Tx) -> None:
    upload = announce(tx, actor_of(make_user(tx)), 1000)

    with pytest.raises(Invalid):
        shrink(tx, upload, 0, received=0, now=NOON)
    assert shrink(tx, upload, 1, received=0, now=NOON).size_bytes == 1


def test_a_size_can_be_said_later_and_once(tx: Tx) -> None:
    upload = announce(tx, actor_of(make_user(tx)), None)

    with pytest.raises(Invalid):
        set_size(tx, upload, 99, received=100, room=ROOMY, now=NOON)
    with pytest.raises(FileTooLarge):
        set_size(tx, upload, 10_001, received=100, room=ROOMY, now=NOON)
    known = set_size(tx, upload, 100, received=100, room=ROOMY, now=NOON)

    assert known.size_bytes == 100
    assert set_size(tx, known, 100, received=100, room=ROOMY, now=NOON) == known
    with pytest.raises(Invalid):
        set_size(tx, known, 101, received=100, room=ROOMY, now=NOON)


@pytest.mark.parametrize(
    ("size_bytes", "is_possible"), [(399, False), (400, True), (1001, False)]
)
def test_an_upload_shrinks_down_to_what_has_arrived(
    tx: Tx, size_bytes: int, is_possible: bool
) -> None:
    upload = announce(tx, actor_of(make_user(tx)), 1000)

    if is_possible:
        assert shrink(tx, upload, size_bytes, received=400, now=NOON).size_bytes == 400
    else:
        with pytest.raises(Invalid):
            shrink(tx, upload, size_bytes, received=400, now=NOON)


def test_each_chunk_gives_another_day(tx: Tx) -> None:
    upload = announce(
        tx, actor_of(make_user(tx)), protocol=UploadProtocol.CHUNKS, chunk_bytes=300
    )

    for position in (3, 1, 1):
        chunk_arrived(tx, upload.id, position, now=NOON + HOUR)

    changed = find_upload(tx, upload.uuid)
    assert changed is not None
    assert (list_chunks(tx, upload.id), changed.expires_at) == ([1, 3], NOON + HOUR + LIFETIME)
    assert [upload.chunk_size(position) for position in range(upload.chunks)] == [
        300,
        300,
        300,
        100,
    ]
    forget_chunk(tx, upload.id, 3)
    assert list_chunks(tx, upload.id) == [1]


def test_what_a_video_will_say_can_be_changed_while_its_bytes_come(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    upload = announce(tx, ada)
    fields = VideoFields(description="About a cat", privacy=Privacy.PUBLIC)

    changed = edit_upload(tx, ada, upload, fields, now=NOON + HOUR)

    assert changed.fields == {
        "title": "A film",
        "description": "About a cat",
        "privacy": "public",
    }
    with pytest.raises(Invalid):
        edit_upload(tx, ada, changed, VideoFields(title=""), now=NOON)


def test_only_what_took_too_long_expires(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    old, young = announce(tx, ada), announce(tx, ada, now=NOON + 2 * HOUR)

    expired = expire_uploads(tx, now=NOON + LIFETIME)
    again = expire_uploads(tx, now=NOON + LIFETIME)

    assert ([one.uuid for one in expired], again) == ([old.uuid], [])
    assert list_unfinished_uuids(tx) == {young.uuid}
    ended = find_upload(tx, old.uuid)
    assert ended is not None
    assert ended.state is UploadState.EXPIRED


def test_what_ended_long_ago_is_forgotten(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    upload = cancel_upload(tx, announce(tx, ada), now=NOON)

    expire_uploads(tx, now=NOON + 7 * LIFETIME)
    kept = find_upload(tx, upload.uuid)
    expire_uploads(tx, now=NOON + 7 * LIFETIME + HOUR)

    assert kept is not None
    assert find_upload(tx, upload.uuid) is None
