import pytest
from tests.core.uploads.announcing import ROOMY
from tests.factories import NOON, actor_of, make_source, make_user, make_video

from vitascope.base.errors import Invalid, NotFound
from vitascope.core.uploads.clone import clone_file
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx

FIELDS = VideoFields(title="Again")
SHA256 = make_source().sha256


def test_a_file_one_has_becomes_another_video_of_the_same_asset(tx: Tx) -> None:
    user = make_user(tx)
    first = make_video(tx, user)

    second = clone_file(tx, actor_of(user), SHA256.upper(), FIELDS, room=ROOMY, now=NOON)

    assert second.media == first.media
    assert second.video.id != first.video.id
    assert (second.video.title, second.video.source_filename) == ("Again", "clip.mp4")


def test_knowing_a_hash_is_not_having_the_file(tx: Tx) -> None:
    make_video(tx, make_user(tx, "ada"))
    eve = actor_of(make_user(tx, "eve"))

    with pytest.raises(NotFound) as hidden:
        clone_file(tx, eve, SHA256, FIELDS, room=ROOMY, now=NOON)
    with pytest.raises(NotFound) as unknown:
        clone_file(tx, eve, "f" * 64, FIELDS, room=ROOMY, now=NOON)

    assert hidden.value.kind == unknown.value.kind


def test_an_operator_may_open_it_to_all(tx: Tx) -> None:
    first = make_video(tx, make_user(tx, "ada"))
    eve = actor_of(make_user(tx, "eve"))

    second = clone_file(tx, eve, SHA256, FIELDS, is_open=True, room=ROOMY, now=NOON)

    assert second.media == first.media


@pytest.mark.parametrize("text", ["", "abc", "g" * 64, SHA256 + "0"])
def test_what_is_no_sha256_is_refused(tx: Tx, text: str) -> None:
    with pytest.raises(Invalid, match="64 hexadecimal"):
        clone_file(tx, actor_of(make_user(tx)), text, FIELDS, room=ROOMY, now=NOON)


def test_a_clone_takes_room_of_the_quota(tx: Tx) -> None:
    user = make_user(tx, quota_bytes=1900)
    make_video(tx, user)

    with pytest.raises(UserQuotaExceeded):
        clone_file(tx, actor_of(user), SHA256, FIELDS, room=ROOMY, now=NOON)
