from pathlib import Path

import pytest
from tests.factories import actor_of, make_rendition, make_user, make_video

from vitascope.core.assets.queries import list_renditions
from vitascope.core.videos.delete import delete_video
from vitascope.db import Database
from vitascope.origin.shelf import Shelf
from vitascope.storage.scratch import Scratch


@pytest.fixture
def shelf(db: Database, tmp_path: Path) -> Shelf:
    return Shelf(db, Scratch(tmp_path / "scratch"))


def test_the_first_rendition_is_seen_as_soon_as_it_is_there(db: Database, shelf: Shelf) -> None:
    with db.begin() as tx:
        entry = make_video(tx, make_user(tx))
        assert entry.media is not None

    before = shelf.contents(entry)
    with db.begin() as tx:
        make_rendition(tx, entry.media.id)
        made = tuple(list_renditions(tx, entry.media.id))
    after = shelf.contents(entry)

    assert (before.renditions, after.renditions) == ((), made)
    assert shelf.remembered(entry) == after


def test_an_asset_that_follows_a_deleted_one_shows_its_own_contents(
    db: Database, shelf: Shelf
) -> None:
    with db.begin() as tx:
        user = make_user(tx)
        first = make_video(tx, user)
        assert first.media is not None
        make_rendition(tx, first.media.id, 720)
    shelf.contents(first)

    with db.begin() as tx:
        delete_video(tx, actor_of(user), first.video.id)
        second = make_video(tx, user, content="another clip")
        assert second.media is not None
        make_rendition(tx, second.media.id, 360)
    contents = shelf.contents(second)

    assert [rendition.name for rendition in contents.renditions] == ["360p"]
