import uuid
from dataclasses import replace

import pytest
from tests.factories import NOON, actor_of, make_source, make_user, make_video

from vitascope.base.errors import Forbidden, Invalid
from vitascope.core.access.model import ANONYMOUS, Permission
from vitascope.core.assets.queries import get_asset
from vitascope.core.channels.queries import default_channel
from vitascope.core.folders.make import make_folder
from vitascope.core.library.remove import remove_folders
from vitascope.core.profiles.model import ProfileRung, Recipe
from vitascope.core.uploads.finish import check_upload, finish_upload
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, State
from vitascope.db import Tx
from vitascope.jobs import pending

FIELDS = VideoFields(title="A film")


def test_a_new_source_becomes_a_video_that_is_worked_on(tx: Tx) -> None:
    user = make_user(tx)

    entry, is_used = finish_upload(tx, actor_of(user), make_source(), FIELDS, now=NOON)

    assert is_used
    assert (entry.video.state, entry.video.privacy) == (State.PROCESSING, Privacy.UNLISTED)
    assert entry.video.published_at is None
    assert entry.video.channel_id == default_channel(tx, user.account.id).id
    assert entry.media is not None
    assert pending(tx) == [("SourceReceived", {"asset_id": entry.media.id})]


def test_bytes_that_are_here_already_become_a_second_video_of_the_same_asset(tx: Tx) -> None:
    first = make_video(tx, make_user(tx, "ada"))
    assert first.media is not None
    mark_ready(tx, first.media.id, now=NOON)
    again = make_source(asset_uuid=uuid.uuid4())

    second, is_used = finish_upload(tx, actor_of(make_user(tx, "eve")), again, FIELDS, now=NOON)

    assert not is_used
    assert second.media is not None
    assert second.media.id == first.media.id
    assert (second.video.state, second.video.published_at) == (State.READY, NOON)


def test_the_recipe_of_a_source_is_kept_with_it_and_does_not_change(tx: Tx) -> None:
    rungs = (ProfileRung(height=720, video_bps=2_000_000, crf=20),)
    actor = actor_of(make_user(tx))
    first = make_source(recipe=Recipe(rungs=rungs, most_fps=25))

    entry, _ = finish_upload(tx, actor, first, FIELDS, now=NOON)
    again, is_used = finish_upload(tx, actor, make_source(), FIELDS, now=NOON)

    kept = {
        "rungs": [{"height": 720, "video_bps": 2_000_000, "audio_bps": 128_000, "crf": 20}],
        "most_fps": 25,
    }
    shown = [entry.media, again.media]
    recipes = [get_asset(tx, media.id).recipe for media in shown if media is not None]
    assert (recipes, is_used) == ([kept, kept], False)


def test_a_video_comes_to_the_top_when_its_folder_went_while_it_arrived(tx: Tx) -> None:
    user, eve = make_user(tx, "ada"), make_user(tx, "eve")
    gone = make_folder(tx, actor_of(user), "gone", None, now=NOON).id
    foreign = make_folder(tx, actor_of(eve), "hers", None, now=NOON).id
    remove_folders(tx, actor_of(user), [gone], most_items=1)
    wanted, stolen = replace(FIELDS, folder_id=gone), replace(FIELDS, folder_id=foreign)

    entry, _ = finish_upload(tx, actor_of(user), make_source(), wanted, now=NOON)

    assert entry.video.folder_id is None
    with pytest.raises(Invalid, match="not one of your folders"):
        finish_upload(tx, actor_of(user), make_source("other"), stolen, now=NOON)


def test_nobody_uploads_without_a_credential(tx: Tx) -> None:
    with pytest.raises(Forbidden):
        check_upload(tx, ANONYMOUS, FIELDS, now=NOON)


def test_a_key_for_reading_uploads_nothing(tx: Tx) -> None:
    ada = make_user(tx)
    reader = replace(actor_of(ada, is_key=True), permissions=frozenset({Permission.READ}))

    with pytest.raises(Forbidden, match="may read but not change"):
        check_upload(tx, reader, FIELDS, now=NOON)
    with pytest.raises(Forbidden, match="may read but not change"):
        finish_upload(tx, reader, make_source(), FIELDS, now=NOON)


def test_a_video_does_not_go_to_somebody_elses_channel(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    hers = default_channel(tx, ada.account.id).id
    wanted = VideoFields(title="A film", channel_id=hers)

    with pytest.raises(Invalid, match="not a channel of the video's owner"):
        check_upload(tx, actor_of(eve), wanted, now=NOON)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (VideoFields(), "title"),
        (VideoFields(title="  "), "title"),
        (VideoFields(title="x" * 256), "title"),
        (VideoFields(title="A film", description="x" * 10_001), "description"),
        (VideoFields(title="A film", privacy=Privacy.PASSWORD), "passwords"),
        (VideoFields(title="A film", passwords=["same", "same"]), "passwords"),
        (VideoFields(title="A film", passwords=["x"]), "passwords"),
    ],
)
def test_a_field_that_breaks_a_rule_is_named(tx: Tx, fields: VideoFields, field: str) -> None:
    actor = actor_of(make_user(tx))

    with pytest.raises(Invalid) as refused:
        check_upload(tx, actor, fields, now=NOON)

    assert refused.value.field == field
