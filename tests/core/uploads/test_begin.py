from dataclasses import replace
from datetime import timedelta

import pytest
from tests.core.uploads.announcing import ROOMY, announce, new_upload
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Forbidden, Invalid, NotReady, StorageFull
from vitascope.core.access.model import ANONYMOUS, LoginRequired, Permission
from vitascope.core.folders.make import make_folder
from vitascope.core.uploads.begin import LIFETIME, begin_upload
from vitascope.core.uploads.model import (
    FileTooLarge,
    TooManyUploads,
    Upload,
    UploadPart,
    UploadProtocol,
    UploadsDisabled,
    UploadState,
)
from vitascope.core.uploads.proceed import cancel_upload
from vitascope.core.users.usage import QuotaRule, UserQuotaExceeded
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.db import Tx


def test_an_announced_upload_waits_for_its_bytes_for_a_day(tx: Tx) -> None:
    ada = make_user(tx)

    upload, is_new = begin_upload(tx, actor_of(ada), new_upload(), room=ROOMY, now=NOON)

    assert is_new
    assert upload == Upload(
        id=upload.id,
        uuid=upload.uuid,
        user_id=ada.id,
        protocol=UploadProtocol.TUS,
        part=UploadPart.WHOLE,
        state=UploadState.RECEIVING,
        size_bytes=1000,
        chunk_bytes=None,
        filename="film.mp4",
        content_type="application/octet-stream",
        sha256=None,
        metadata="",
        concat=None,
        group=None,
        client_key=None,
        replaces=None,
        fields={"title": "A film"},
        source=None,
        video_id=None,
        failure=None,
        created_at=NOON,
        updated_at=NOON,
        expires_at=NOON + LIFETIME,
    )


def test_nobody_and_no_reader_announces_anything(tx: Tx) -> None:
    reader = replace(actor_of(make_user(tx)), permissions=frozenset({Permission.READ}))

    with pytest.raises(LoginRequired):
        announce(tx, ANONYMOUS)
    with pytest.raises(Forbidden, match="may read but not change"):
        announce(tx, reader)


@pytest.mark.parametrize(
    ("size_bytes", "room", "error"),
    [
        (10_001, ROOMY, FileTooLarge),
        (500, replace(ROOMY, free_bytes=499), StorageFull),
        (0, ROOMY, Invalid),
        (-1, ROOMY, Invalid),
    ],
)
def test_what_there_is_no_room_for_is_refused_before_its_first_byte(
    tx: Tx, size_bytes: int, room: object, error: type[Exception]
) -> None:
    actor = actor_of(make_user(tx))

    with pytest.raises(error):
        announce(tx, actor, size_bytes, room=room)  # type: ignore[arg-type] # a Room


def test_the_largest_file_that_is_taken_is_taken(tx: Tx) -> None:
    upload = announce(tx, actor_of(make_user(tx)), 10_000)

    assert upload.size_bytes == 10_000


def test_other_unfinished_uploads_count_against_the_quota(tx: Tx) -> None:
    actor = actor_of(make_user(tx, quota_bytes=1000))
    full = replace(ROOMY, rule=QuotaRule.UP_TO)
    first = announce(tx, actor, 600)

    with pytest.raises(UserQuotaExceeded) as refused:
        announce(tx, actor, 401, room=full)
    with pytest.raises(UserQuotaExceeded):
        announce(tx, actor, 400)
    cancel_upload(tx, first, now=NOON)
    whole = announce(tx, actor, 1000, room=full)

    assert (refused.value.used, refused.value.limit) == (600, 1000)
    assert whole.size_bytes == 1000


def test_an_expired_upload_counts_no_more(tx: Tx) -> None:
    actor = actor_of(make_user(tx, quota_bytes=1000))
    announce(tx, actor, 900)

    later = announce(tx, actor, 900, now=NOON + timedelta(hours=25))

    assert later.size_bytes == 900


def test_partial_uploads_count_and_the_final_one_made_of_them_does_not(tx: Tx) -> None:
    actor = actor_of(make_user(tx, quota_bytes=1001))
    for _ in range(2):
        announce(tx, actor, 500, part=UploadPart.PARTIAL, fields=VideoFields())

    final = announce(tx, actor, 1000, part=UploadPart.FINAL)

    assert final.part is UploadPart.FINAL


def test_a_user_uploads_so_many_files_at_once(tx: Tx) -> None:
    actor = actor_of(make_user(tx))
    for group in ("one", "one", "two"):
        announce(tx, actor, group=group, most_sessions=2)

    with pytest.raises(TooManyUploads) as refused:
        announce(tx, actor, group="three", most_sessions=2)
    known = announce(tx, actor, group="two", most_sessions=2)

    assert (refused.value.used, refused.value.limit) == (2, 2)
    assert known.group == "two"


def test_the_same_key_is_the_same_upload_for_its_owner_only(tx: Tx) -> None:
    ada, eve = actor_of(make_user(tx, "ada")), actor_of(make_user(tx, "eve"))
    new = new_upload(client_key="film-1")
    first, _ = begin_upload(tx, ada, new, room=ROOMY, now=NOON)

    again, is_new = begin_upload(tx, ada, new, room=ROOMY, now=NOON)

    assert (again, is_new) == (first, False)
    with pytest.raises(Forbidden):
        begin_upload(tx, eve, new, room=ROOMY, now=NOON)


def test_a_key_can_be_used_again_when_its_upload_has_ended(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    new = new_upload(client_key="film-1")
    first, _ = begin_upload(tx, ada, new, room=ROOMY, now=NOON)
    cancel_upload(tx, first, now=NOON)

    second, is_new = begin_upload(tx, ada, new, room=ROOMY, now=NOON)

    assert is_new
    assert second.uuid != first.uuid


def test_somebody_elses_folder_is_refused(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    hers = make_folder(tx, actor_of(ada), "Hers", None, now=NOON)

    with pytest.raises(Invalid, match="not one of your folders"):
        announce(tx, actor_of(eve), fields=VideoFields(title="A film", folder_id=hers.id))


def test_passwords_of_a_video_to_come_are_sealed(tx: Tx) -> None:
    fields = VideoFields(title="A film", privacy=Privacy.PASSWORD, passwords=["open sesame"])

    upload = announce(tx, actor_of(make_user(tx)), fields=fields)

    assert "sesame" not in str(upload.fields)


def test_a_video_that_is_being_made_gets_no_other_source_yet(tx: Tx) -> None:
    ada = make_user(tx)
    video = make_video(tx, ada).video

    with pytest.raises(NotReady, match="once it is processed"):
        announce(tx, actor_of(ada), replaces=video.id, fields=VideoFields())


def test_where_nothing_new_may_come_in_what_has_begun_may_end(tx: Tx) -> None:
    ada, closed = actor_of(make_user(tx)), replace(ROOMY, is_open=False)
    known = replace(new_upload(), client_key="a film")
    begun, _ = begin_upload(tx, ada, known, room=ROOMY, now=NOON)

    again, is_new = begin_upload(tx, ada, known, room=closed, now=NOON)
    joined = replace(new_upload(), part=UploadPart.FINAL)
    _, joins = begin_upload(tx, ada, joined, room=closed, now=NOON)

    assert (again, is_new, joins) == (begun, False, True)
    for part in (UploadPart.WHOLE, UploadPart.PARTIAL):
        with pytest.raises(UploadsDisabled):
            begin_upload(tx, ada, replace(new_upload(), part=part), room=closed, now=NOON)
