import pytest
from tests.factories import actor_of, make_rendition, make_user, make_video

from vitascope.base.errors import Forbidden, NotFound
from vitascope.core.assets.model import asset_folder
from vitascope.core.assets.queries import find_asset, list_renditions
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.jobs import pending


def test_the_last_video_takes_its_asset_along(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user, tags=["gone"])
    assert entry.media is not None
    make_rendition(tx, entry.media.id)

    delete_video(tx, actor_of(user), entry.video.uuid)

    with pytest.raises(NotFound):
        get_entry(tx, entry.video.id)
    assert find_asset(tx, entry.media.id) is None
    assert list_renditions(tx, entry.media.id) == []
    assert pending(tx)[-2:] == [
        (
            "VideoDeleted",
            {"video_id": entry.video.id, "folder": f"videos/{entry.video.uuid}"},
        ),
        (
            "AssetRemoved",
            {"asset_id": entry.media.id, "folder": asset_folder(entry.media.uuid)},
        ),
    ]


def test_an_asset_stays_while_another_video_uses_it(tx: Tx) -> None:
    user = make_user(tx)
    one, two = make_video(tx, user), make_video(tx, user)

    delete_video(tx, actor_of(user), one.video.id)

    assert get_entry(tx, two.video.id).media == two.media
    assert [name for name, _ in pending(tx)] == ["SourceReceived", "VideoDeleted"]


def test_nobody_deletes_what_is_somebody_elses(tx: Tx) -> None:
    owner, other = make_user(tx, "ada"), make_user(tx, "eve")
    entry = make_video(tx, owner)

    with pytest.raises(Forbidden):
        delete_video(tx, actor_of(other), entry.video.id)

    assert get_entry(tx, entry.video.id) == entry


def test_the_numbers_of_a_deleted_video_are_never_given_again(tx: Tx) -> None:
    user = make_user(tx)
    gone = make_video(tx, user)
    delete_video(tx, actor_of(user), gone.video.id)

    new = make_video(tx, user)

    assert gone.media is not None
    assert new.media is not None
    assert new.video.id > gone.video.id
    assert new.media.id > gone.media.id
