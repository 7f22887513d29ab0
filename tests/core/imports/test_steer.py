from dataclasses import replace
from datetime import timedelta

import pytest
from tests.core.imports.asking import ALL, ask, ask_with_video
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.core.accounts.model import Role
from vitascope.core.imports.advance import begin_import, fail_import, finish_cancel
from vitascope.core.imports.model import (
    Import,
    ImportQueueFull,
    ImportsDisabled,
    ImportState,
    WrongImportState,
)
from vitascope.core.imports.queries import (
    ImportSelection,
    find_import,
    get_import,
    list_imports,
    update_import,
)
from vitascope.core.imports.steer import (
    cancel_import,
    cancel_unoffered,
    clear_imports,
    delete_import,
    manage_import,
    own_import,
    retry_import,
)
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx
from vitascope.jobs import pending

LATER = NOON + timedelta(minutes=5)


def in_state(tx: Tx, found: Import, state: ImportState) -> Import:
    return update_import(tx, found.id, now=NOON, state=state)


def test_an_import_is_its_owners_and_those_who_manage_all(tx: Tx) -> None:
    ada, eve = actor_of(make_user(tx, "ada")), actor_of(make_user(tx, "eve"))
    root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))
    found = ask(tx, ada)

    assert own_import(tx, ada, found.id) == found
    assert manage_import(tx, ada, found.id) == manage_import(tx, root, found.id) == found
    with pytest.raises(NotFound):
        own_import(tx, eve, found.id)
    with pytest.raises(NotFound):
        own_import(tx, root, found.id)
    with pytest.raises(Forbidden):
        manage_import(tx, eve, found.id)


def test_an_import_that_waits_is_canceled_at_once(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask(tx, ada)

    canceled = cancel_import(tx, ada, found, now=LATER)

    assert (canceled.state, canceled.canceled_at) == (ImportState.CANCELED, LATER)
    assert pending(tx)[-1] == ("ImportCancelAsked", {"import_id": found.id})


def test_an_import_under_way_is_canceled_when_its_worker_has_stopped(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask(tx, ada)
    running = begin_import(tx, found.id, now=NOON)
    assert running is not None

    asked = cancel_import(tx, ada, running, now=LATER)
    again = cancel_import(tx, ada, asked, now=LATER)
    finish_cancel(tx, found.id, now=LATER)

    ended = get_import(tx, found.id)
    assert (asked.state, asked.cancel_asked_at) == (ImportState.CANCELING, LATER)
    assert again == asked
    assert (ended.state, ended.canceled_at) == (ImportState.CANCELED, LATER)


@pytest.mark.parametrize("state", [ImportState.DONE, ImportState.FAILED, ImportState.CANCELED])
def test_what_has_ended_is_not_canceled(tx: Tx, state: ImportState) -> None:
    ada = actor_of(make_user(tx))
    found = in_state(tx, ask(tx, ada), state)

    with pytest.raises(WrongImportState) as refused:
        cancel_import(tx, ada, found, now=NOON)

    assert refused.value.state is state


def test_a_failed_import_is_tried_again_from_the_beginning(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask(tx, ada)
    begin_import(tx, found.id, now=NOON)
    fail_import(tx, found.id, "The server answered 500", now=NOON)
    failed = get_import(tx, found.id)

    waiting = retry_import(tx, ada, failed, policy=ALL, now=LATER)

    assert (failed.state, failed.failure) == (ImportState.FAILED, "The server answered 500")
    assert (waiting.state, waiting.failure, waiting.attempts) == (ImportState.PENDING, None, 1)
    assert (waiting.started_at, waiting.finished_at) == (None, None)
    assert pending(tx) == [("ImportAsked", {"import_id": found.id})] * 2


@pytest.mark.parametrize(
    "state",
    [
        ImportState.PENDING,
        ImportState.DOWNLOADING,
        ImportState.FINISHING,
        ImportState.CANCELING,
        ImportState.DONE,
    ],
)
def test_only_what_failed_or_was_canceled_is_tried_again(tx: Tx, state: ImportState) -> None:
    ada = actor_of(make_user(tx))
    found = in_state(tx, ask(tx, ada), state)

    with pytest.raises(WrongImportState):
        retry_import(tx, ada, found, policy=ALL, now=NOON)


def test_trying_again_needs_a_place_and_the_operators_leave(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    failed = in_state(tx, ask(tx, ada), ImportState.FAILED)
    ask(tx, ada)

    with pytest.raises(ImportQueueFull):
        retry_import(tx, ada, failed, policy=ALL, most_active=1, now=NOON)
    with pytest.raises(ImportsDisabled):
        retry_import(tx, ada, failed, policy=replace(ALL, urls=False), now=NOON)


def test_an_import_whose_waiting_video_is_gone_is_not_tried_again(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask_with_video(tx, ada)
    in_state(tx, found, ImportState.FAILED)
    assert found.video_id is not None
    delete_video(tx, ada, found.video_id)

    with pytest.raises(NotFound):
        retry_import(tx, ada, get_import(tx, found.id), policy=ALL, now=NOON)


def test_only_what_has_ended_is_deleted(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    found = ask(tx, ada)

    with pytest.raises(WrongImportState, match="before you delete"):
        delete_import(tx, ada, found)
    delete_import(tx, ada, cancel_import(tx, ada, found, now=NOON))

    assert find_import(tx, found.id) is None
    assert pending(tx)[-1] == (
        "ImportEnded",
        {"import_id": found.id, "folder": found.uuid.hex},
    )


def test_ends_are_cleared_by_their_kind_and_for_one_user(tx: Tx) -> None:
    ada, eve = actor_of(make_user(tx, "ada")), actor_of(make_user(tx, "eve"))
    for actor in (ada, eve):
        in_state(tx, ask(tx, actor), ImportState.FAILED)
        in_state(tx, ask(tx, actor), ImportState.DONE)
    ask(tx, ada)

    cleared = clear_imports(tx, ada, [ImportState.FAILED, ImportState.CANCELED])

    left = list_imports(tx, ImportSelection(user_id=ada.known_user(), descending=False))
    hers = list_imports(tx, ImportSelection(user_id=eve.known_user()))
    assert (cleared, [one.state for one in left.items]) == (
        1,
        [ImportState.DONE, ImportState.PENDING],
    )
    assert hers.total == 2
    with pytest.raises(Invalid, match="have ended"):
        clear_imports(tx, ada, [ImportState.PENDING])
    with pytest.raises(Invalid, match="have ended"):
        clear_imports(tx, ada, [])


def test_what_is_offered_no_more_stops(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    waiting, running = ask(tx, ada), ask(tx, ada)
    begin_import(tx, running.id, now=NOON)
    magnet = ask(tx, ada, url=None, magnet="magnet:?dn=birds")
    policy = replace(ALL, urls=False)

    stopped = cancel_unoffered(tx, policy, now=LATER)

    assert stopped == 2
    assert get_import(tx, magnet.id).state is ImportState.PENDING
    assert get_import(tx, waiting.id).state is ImportState.CANCELED
    assert get_import(tx, running.id).state is ImportState.CANCELING
    assert cancel_unoffered(tx, policy, now=LATER) == 0


def test_lists_are_filtered_searched_and_paged(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    user_id = ada.known_user()
    cats = ask(tx, ada, url="https://films.example/CATS.mp4")
    dogs = ask_with_video(
        tx, ada, url="https://other.example/1", fields=VideoFields(title="Big Dogs")
    )
    magnet = ask(tx, ada, url=None, magnet="magnet:?dn=birds")

    def found(**values: object) -> list[int]:
        wanted = ImportSelection(user_id=user_id, descending=False, **values)  # type: ignore[arg-type] # by name
        return [one.id for one in list_imports(tx, wanted).items]

    assert found() == [cats.id, dogs.id, magnet.id]
    assert found(search="cats") == [cats.id]
    assert found(search="big dog") == [dogs.id]
    assert found(search="BIRDS") == [magnet.id]
    assert found(url="https://other.example/1") == [dogs.id]
    assert found(states=(ImportState.DONE,)) == []
    assert found(start=1, count=1) == [dogs.id]
    assert list_imports(tx, ImportSelection(user_id=user_id, count=1)).total == 3
