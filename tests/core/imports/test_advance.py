import pytest
from tests.core.imports.asking import ask, ask_with_video
from tests.core.uploads.announcing import ROOMY
from tests.factories import NOON, actor_of, make_source, make_user

from vitascope.base.errors import NotFound
from vitascope.base.ids import ImportId
from vitascope.core.imports.advance import (
    begin_import,
    complete_import,
    fail_import,
    finish_cancel,
    remember_source,
    remembered_source,
)
from vitascope.core.imports.model import ImportState
from vitascope.core.imports.queries import get_import, note_progress
from vitascope.core.imports.steer import cancel_import
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import State
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.update import edit_video
from vitascope.db import Tx

LEARNED = VideoFields(title="Found out", description="What the site says", tags=["cats"])


def test_work_on_an_import_begins_once_and_goes_on_after_a_crash(tx: Tx) -> None:
    found = ask(tx, actor_of(make_user(tx)))

    first = begin_import(tx, found.id, now=NOON)
    after_a_crash = begin_import(tx, found.id, now=NOON)

    assert first is not None
    assert (first.state, first.attempts) == (ImportState.DOWNLOADING, 1)
    assert after_a_crash == first


def test_there_is_no_work_on_what_has_ended(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask(tx, ada)
    cancel_import(tx, ada, found, now=NOON)

    assert begin_import(tx, found.id, now=NOON) is None
    assert begin_import(tx, ImportId(4711), now=NOON) is None


def test_progress_is_that_of_the_bytes_and_then_of_the_ending(tx: Tx) -> None:
    found = ask(tx, actor_of(make_user(tx)))
    begin_import(tx, found.id, now=NOON)

    note_progress(tx, found.id, 400, None, now=NOON)
    unknown = get_import(tx, found.id).fraction
    note_progress(tx, found.id, 400, 1000, now=NOON)
    known = get_import(tx, found.id).fraction
    ending = remember_source(tx, get_import(tx, found.id), make_source(), now=NOON)
    note_progress(tx, found.id, 1, 1000, now=NOON)

    assert (unknown, ending.fraction) == (0.0, 0.95)
    assert known == pytest.approx(0.38)
    assert get_import(tx, found.id).received_bytes == 1000
    assert remembered_source(get_import(tx, found.id)) is not None


def test_an_import_becomes_one_video_and_what_was_asked_goes_first(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask(tx, ada, fields=VideoFields(title="Asked for"))
    begin_import(tx, found.id, now=NOON)

    entry, is_used = complete_import(
        tx, ada, found.id, make_source(), LEARNED, room=ROOMY, now=NOON
    )
    again, _ = complete_import(tx, ada, found.id, make_source(), LEARNED, room=ROOMY, now=NOON)

    done = get_import(tx, found.id)
    tags = list_video_tags(tx, [entry.video.id])[entry.video.id]
    assert (entry.video.title, entry.video.description) == ("Asked for", "What the site says")
    assert [tag.name for tag in tags] == ["cats"]
    assert is_used
    assert again.video.id == entry.video.id
    assert (done.state, done.video_id, done.fraction) == (
        ImportState.DONE,
        entry.video.id,
        1.0,
    )


def test_without_any_title_the_file_gives_it(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask(tx, ada)
    begin_import(tx, found.id, now=NOON)

    entry, _ = complete_import(
        tx, ada, found.id, make_source(), VideoFields(), room=ROOMY, now=NOON
    )

    assert entry.video.title == "clip.mp4"


def test_a_waiting_video_learns_what_its_owner_has_not_said(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask_with_video(tx, ada)
    assert found.video_id is not None
    edit_video(tx, ada, found.video_id, VideoFields(description="My own words"), now=NOON)
    begin_import(tx, found.id, now=NOON)

    entry, _ = complete_import(tx, ada, found.id, make_source(), LEARNED, room=ROOMY, now=NOON)

    assert entry.video.id == found.video_id
    assert (entry.video.title, entry.video.description) == ("Found out", "My own words")
    assert entry.video.state is State.PROCESSING
    assert entry.media is not None


def test_a_title_that_was_asked_for_stays(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask_with_video(tx, ada, fields=VideoFields(title="Mine", tags=["mine"]))
    begin_import(tx, found.id, now=NOON)

    entry, _ = complete_import(tx, ada, found.id, make_source(), LEARNED, room=ROOMY, now=NOON)

    tags = list_video_tags(tx, [entry.video.id])[entry.video.id]
    assert (entry.video.title, [tag.name for tag in tags]) == ("Mine", ["mine"])


def test_a_waiting_video_that_was_deleted_gets_no_source(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask_with_video(tx, ada)
    begin_import(tx, found.id, now=NOON)
    assert found.video_id is not None
    delete_video(tx, ada, found.video_id)

    with pytest.raises(NotFound):
        complete_import(tx, ada, found.id, make_source(), LEARNED, room=ROOMY, now=NOON)


def test_the_quota_is_asked_when_the_size_is_certain(tx: Tx) -> None:
    ada = actor_of(make_user(tx, quota_bytes=1000))
    found = ask(tx, ada)
    begin_import(tx, found.id, now=NOON)

    with pytest.raises(UserQuotaExceeded):
        complete_import(tx, ada, found.id, make_source(), LEARNED, room=ROOMY, now=NOON)


def test_a_failure_says_why_and_touches_nothing_that_ended(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    failing, canceling = ask(tx, ada), ask(tx, ada)
    running = begin_import(tx, canceling.id, now=NOON)
    assert running is not None
    cancel_import(tx, ada, running, now=NOON)

    fail_import(tx, failing.id, "No such host", now=NOON)
    fail_import(tx, canceling.id, "The connection broke", now=NOON)
    finish_cancel(tx, failing.id, now=NOON)

    failed, canceled = get_import(tx, failing.id), get_import(tx, canceling.id)
    assert (failed.state, failed.failure) == (ImportState.FAILED, "No such host")
    assert (canceled.state, canceled.failure) == (ImportState.CANCELED, None)


def test_a_failed_import_leaves_its_waiting_video_waiting(tx: Tx) -> None:
    found = ask_with_video(tx, actor_of(make_user(tx)))
    begin_import(tx, found.id, now=NOON)

    fail_import(tx, found.id, "No such host", now=NOON)

    assert found.video_id is not None
    assert get_entry(tx, found.video_id).video.state is State.WAITING
