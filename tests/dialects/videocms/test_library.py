import pytest
from tests.dialects.videocms.conftest import allow
from tests.factories import NOON, actor_of, make_user, make_video
from tests.settings import changed

from vitascope.base.errors import Invalid, NotFound
from vitascope.core.access.model import Actor, LoginRequired
from vitascope.core.accounts.model import User
from vitascope.core.folders.make import make_folder
from vitascope.core.videos.model import State
from vitascope.core.videos.queries.writing import update_video
from vitascope.db import Database
from vitascope.dialects.videocms.library import (
    account_of,
    entries_in,
    entries_named,
    most_sessions,
    own_entry,
    parent_of,
    whose,
)
from vitascope.http.runtime import Runtime


def test_an_administrator_names_a_library_and_others_have_their_own(
    db: Database, ada: User, bob: User
) -> None:
    with db.read() as tx:
        found = [
            whose(tx, actor_of(ada), bob.id),
            whose(tx, actor_of(ada), None),
            whose(tx, actor_of(ada), 0),
            whose(tx, actor_of(ada), 2**40),
            whose(tx, actor_of(bob), ada.id),
            whose(tx, actor_of(ada, is_key=True), bob.id),
        ]

    hers, his = (ada.id, ada.account.id), (bob.id, bob.account.id)
    assert found == [his, hers, hers, None, his, hers]


def test_a_parent_is_a_folder_of_the_owner_or_the_top(
    db: Database, ada: User, bob: User
) -> None:
    with db.begin() as tx:
        hers = make_folder(tx, actor_of(ada), "Films", None, now=NOON).id

        found = [parent_of(tx, ada.account.id, number, "no") for number in (None, 0, hers)]

        assert found == [None, None, hers]
        for owner, number in ((bob, hers), (ada, 77), (ada, 2**40)):
            with pytest.raises(Invalid, match="no"):
                parent_of(tx, owner.account.id, number, "no")


def test_a_folder_holds_files_and_no_live_streams(db: Database, ada: User) -> None:
    with db.begin() as tx:
        make_video(tx, ada, title="a.mp4")
        live = make_video(tx, ada, title="b", content="b")
        update_video(tx, live.video.id, now=NOON, state=State.LIVE)

        found = entries_in(tx, ada.account.id, None)

    assert [entry.video.title for entry in found] == ["a.mp4"]


def test_live_streams_are_neither_found_nor_changed(db: Database, ada: User) -> None:
    with db.begin() as tx:
        film = make_video(tx, ada, title="a film.mp4").video.id
        live = make_video(tx, ada, title="a live stream", content="b").video.id
        update_video(tx, live, now=NOON, state=State.LIVE)

        found = entries_named(tx, ada.account.id, "A ")

        assert [entry.video.id for entry in found] == [film]
        assert own_entry(tx, actor_of(ada), film).video.id == film
        for number in (live, 77, 2**40):
            with pytest.raises(NotFound):
                own_entry(tx, actor_of(ada), number)


def test_everybody_may_upload_ten_files_at_once_and_some_more(
    db: Database, runtime: Runtime
) -> None:
    with db.begin() as tx:
        few, many = make_user(tx, "few"), make_user(tx, "many")
    allow(db, few, max_upload_sessions=2)
    allow(db, many, max_upload_sessions=20)

    with db.read() as tx:
        found = [most_sessions(runtime, tx, actor_of(user)) for user in (few, many)]

    assert found == [10, 20]


def test_how_many_files_at_once_is_a_matter_of_the_settings(
    runtime: Runtime, bob: User
) -> None:
    few, many = (changed(runtime, max_upload_sessions=number) for number in (3, 30))

    with runtime.db.read() as tx:
        found = [most_sessions(one, tx, actor_of(bob)) for one in (few, many)]

    assert found == [bob.allowances.max_upload_sessions, 30]


def test_a_stranger_has_no_library() -> None:
    with pytest.raises(LoginRequired):
        account_of(Actor())
