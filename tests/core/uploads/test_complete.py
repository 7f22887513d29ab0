import pytest
from tests.core.uploads.announcing import ROOMY, announce
from tests.factories import NOON, actor_of, make_source, make_user, make_video

from vitascope.base.errors import NotFound
from vitascope.core.assets.queries import find_asset
from vitascope.core.uploads.complete import (
    begin_finishing,
    complete_upload,
    fail_finishing,
    finished_video,
    remember_source,
    remembered_source,
)
from vitascope.core.uploads.model import UploadPart, UploadState
from vitascope.core.uploads.queries import get_upload_row
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import State
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.jobs import pending


def test_an_upload_becomes_one_video_however_often_it_is_finished(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    upload = announce(tx, ada)
    source = make_source(asset_uuid=upload.uuid)

    first, is_used = complete_upload(tx, ada, upload, source, room=ROOMY, now=NOON)
    again, _ = complete_upload(tx, ada, upload, source, room=ROOMY, now=NOON)

    done = get_upload_row(tx, upload.id)
    assert (first.video.title, first.video.state, is_used) == (
        "A film",
        State.PROCESSING,
        True,
    )
    assert again == first
    assert (done.state, done.video_id) == (UploadState.DONE, first.video.id)
    assert finished_video(tx, done) == first


def test_what_was_found_out_about_the_bytes_is_remembered(tx: Tx) -> None:
    upload = begin_finishing(tx, announce(tx, actor_of(make_user(tx))), now=NOON)
    source = make_source(asset_uuid=upload.uuid)

    changed = remember_source(tx, upload, source, now=NOON)

    assert remembered_source(upload) is None
    assert remembered_source(get_upload_row(tx, changed.id)) == source


def test_a_failed_end_can_be_tried_again(tx: Tx) -> None:
    upload = announce(tx, actor_of(make_user(tx)))

    failed = fail_finishing(tx, upload, "This is no film", now=NOON)
    again = begin_finishing(tx, failed, now=NOON)

    assert (failed.state, failed.failure) == (UploadState.FAILED, "This is no film")
    assert (again.state, again.failure) == (UploadState.FINISHING, None)


def test_the_quota_is_asked_again_when_the_bytes_are_here(tx: Tx) -> None:
    user = make_user(tx, quota_bytes=1500)
    ada = actor_of(user)
    upload = announce(tx, ada, None)
    make_video(tx, user, content="another")

    with pytest.raises(UserQuotaExceeded):
        complete_upload(tx, ada, upload, make_source(), room=ROOMY, now=NOON)


def test_an_uploads_own_size_is_not_counted_twice(tx: Tx) -> None:
    ada = actor_of(make_user(tx, quota_bytes=1001))
    upload = announce(tx, ada, 1000)

    entry, _ = complete_upload(tx, ada, upload, make_source(), room=ROOMY, now=NOON)

    assert entry.media is not None


def test_a_replaced_source_leaves_the_video_and_takes_its_old_bytes(tx: Tx) -> None:
    user = make_user(tx)
    ada = actor_of(user)
    entry = make_video(tx, user)
    assert entry.media is not None
    mark_ready(tx, entry.media.id, now=NOON)
    upload = announce(tx, ada, replaces=entry.video.id, fields=VideoFields())

    changed, is_used = complete_upload(
        tx, ada, upload, make_source("another clip"), room=ROOMY, now=NOON
    )

    assert is_used
    assert changed.video.uuid == entry.video.uuid
    assert changed.video.state is State.PROCESSING
    assert changed.media is not None
    assert changed.media.id != entry.media.id
    assert find_asset(tx, entry.media.id) is None
    folder = f"assets/{entry.media.uuid}"
    assert ("AssetRemoved", {"asset_id": entry.media.id, "folder": folder}) in pending(tx)


def test_replacing_a_source_by_the_same_bytes_changes_nothing_seen(tx: Tx) -> None:
    user = make_user(tx)
    ada = actor_of(user)
    entry = make_video(tx, user)
    assert entry.media is not None
    mark_ready(tx, entry.media.id, now=NOON)
    before = get_entry(tx, entry.video.id)
    upload = announce(tx, ada, replaces=entry.video.id, fields=VideoFields())

    changed, is_used = complete_upload(tx, ada, upload, make_source(), room=ROOMY, now=NOON)

    assert (changed, is_used) == (before, False)


def test_a_video_deleted_meanwhile_ends_the_upload_that_was_for_it(tx: Tx) -> None:
    user = make_user(tx)
    ada = actor_of(user)
    entry = make_video(tx, user)
    assert entry.media is not None
    mark_ready(tx, entry.media.id, now=NOON)
    upload = announce(tx, ada, replaces=entry.video.id, fields=VideoFields())

    delete_video(tx, ada, entry.video.id)

    with pytest.raises(NotFound):
        get_upload_row(tx, upload.id)


def test_a_finished_video_that_was_deleted_is_not_found(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    upload = announce(tx, ada)
    entry, _ = complete_upload(tx, ada, upload, make_source(), room=ROOMY, now=NOON)

    delete_video(tx, ada, entry.video.id)

    with pytest.raises(NotFound):
        finished_video(tx, get_upload_row(tx, upload.id))


def test_the_parts_of_a_file_are_not_counted_beside_it(tx: Tx) -> None:
    ada = actor_of(make_user(tx, quota_bytes=1010))
    parts = [
        announce(tx, ada, 500, part=UploadPart.PARTIAL, fields=VideoFields()) for _ in range(2)
    ]
    concat = "final;" + " ".join(f"/api/uploads/{part.uuid.hex}" for part in parts)
    final = announce(tx, ada, 1000, part=UploadPart.FINAL, concat=concat)

    entry, _ = complete_upload(tx, ada, final, make_source(), room=ROOMY, now=NOON)

    assert final.parts == tuple(part.uuid for part in parts)
    assert entry.media is not None
