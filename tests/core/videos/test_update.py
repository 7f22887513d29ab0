from datetime import timedelta

import pytest
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Invalid
from vitascope.core.access.model import ANONYMOUS
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.advance import mark_watchable
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.read import view_video
from vitascope.core.videos.update import edit_video
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)


def test_fields_that_are_not_given_stay(tx: Tx) -> None:
    user = make_user(tx)
    before = make_video(tx, user, title="Old", description="Kept", tags=["kept"]).video

    after = edit_video(tx, actor_of(user), before.id, VideoFields(title="New"), now=LATER)

    assert (after.video.title, after.video.description) == ("New", "Kept")
    assert after.video.updated_at == LATER
    assert [tag.name for tag in list_video_tags(tx, [before.id])[before.id]] == ["kept"]


def test_none_clears_a_text(tx: Tx) -> None:
    user = make_user(tx)
    before = make_video(tx, user, description="Gone").video

    after = edit_video(tx, actor_of(user), before.id, VideoFields(description=None), now=LATER)

    assert after.video.description is None


def test_leaving_private_publishes_anew(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user, privacy=Privacy.PRIVATE)
    assert entry.media is not None
    mark_watchable(tx, entry.media.id, now=NOON)

    after = edit_video(
        tx, actor_of(user), entry.video.id, VideoFields(privacy=Privacy.PUBLIC), now=LATER
    )

    assert after.video.published_at == LATER


def test_a_password_is_needed_to_close_a_video_with_one(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    closing = VideoFields(privacy=Privacy.PASSWORD)

    with pytest.raises(Invalid, match="needs a password"):
        edit_video(tx, actor_of(user), video.id, closing, now=LATER)
    given = VideoFields(privacy=Privacy.PASSWORD, passwords=["sesame"])
    edit_video(tx, actor_of(user), video.id, given, now=LATER)

    assert view_video(tx, ANONYMOUS, video.uuid, password="sesame").video.id == video.id
