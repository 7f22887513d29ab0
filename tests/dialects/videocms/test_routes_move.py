from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import bearer
from tests.dialects.videocms.libraries import Library, place_of, state
from tests.factories import NOON

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.accounts.model import User
from vitascope.db import Database

PATH = "/api/move"
MOVED = words(200, "")


@pytest.fixture
def mine(db: Database, bob: User) -> Library:
    return Library(db, bob, "mine")


@pytest.mark.parametrize(
    ("method", "form"), [("PUT", "json"), ("PUT", "data"), ("GET", "params"), ("GET", "json")]
)
def test_folders_and_links_are_moved_by_either_method(
    client: Client, his: Headers, db: Database, mine: Library, method: str, form: str
) -> None:
    sent: dict[str, Any] = {
        "ParentFolderID": mine.empty,
        "FolderIDs": [mine.inner],
        "LinkIDs": [mine.link],
    }

    given: dict[str, Any] = {form: sent}
    answer = client.request(method, PATH, headers=his, **given)

    assert whole(answer) == MOVED
    assert answer.headers["cache-control"] == "no-store"
    listed = client.get("/api/folders", params={"ParentFolderID": mine.empty}, headers=his)
    assert [folder["ID"] for folder in listed.json()] == [mine.inner]
    assert place_of(db, mine.link) == mine.empty


def test_several_of_each_go_to_the_top_in_one_request(
    client: Client, his: Headers, db: Database, mine: Library
) -> None:
    address = f"{PATH}?ParentFolderID=0&FolderIDs={mine.inner}&FolderIDs={mine.empty}"

    answer = client.get(f"{address}&FolderIDs={mine.empty}&LinkIDs={mine.link}", headers=his)

    assert whole(answer) == MOVED
    listed = client.get("/api/folders", headers=his).json()
    assert {folder["ID"] for folder in listed} == {mine.folder, mine.inner, mine.empty}
    assert place_of(db, mine.link) == 0


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        ({}, "no items selected to move"),
        ({"ParentFolderID": "{empty}"}, "no items selected to move"),
        (
            {"ParentFolderID": 77, "LinkIDs": ["{link}"]},
            "target folder doesn't exist",
        ),
        ({"ParentFolderID": 2**62, "LinkIDs": ["{link}"]}, "target folder doesn't exist"),
        (
            {"ParentFolderID": "{folder}", "FolderIDs": ["{folder}"]},
            "cannot move folder into itself",
        ),
        (
            {"ParentFolderID": "{inner}", "FolderIDs": ["{empty}", "{folder}"]},
            "cannot move parent folder into its child",
        ),
        ({"FolderIDs": ["{inner}", 77], "LinkIDs": ["{link}"]}, "folder to move not found"),
        ({"FolderIDs": ["{inner}"], "LinkIDs": ["{link}", 77]}, "file to move not found"),
        ({"FolderIDs": ["{inner}"], "LinkIDs": [2**62]}, "file to move not found"),
        ({"FolderIDs": ["{inner}", "one"]}, "malformated request"),
        ({"FolderIDs": 7}, "malformated request"),
        ({"FolderIDs": [True]}, "malformated request"),
        ({"FolderIDs": [{"FolderID": 1}]}, "malformated request"),
        ({"ParentFolderID": -1, "LinkIDs": [1]}, "ParentFolderID [min] : 0"),
    ],
)
def test_a_move_that_cannot_be_moves_nothing(
    client: Client,
    his: Headers,
    db: Database,
    mine: Library,
    sent: dict[str, Any],
    refusal: str,
) -> None:
    before = state(db)

    answers = [
        client.request(method, PATH, json=filled(sent, mine), headers=his)
        for method in ("PUT", "GET")
    ]

    assert [whole(answer) for answer in answers] == [words(400, refusal)] * 2
    assert state(db) == before


def filled(sent: Any, library: Library) -> Any:
    """With the numbers of the library in place of their names."""
    if isinstance(sent, dict):
        return {name: filled(value, library) for name, value in sent.items()}
    if isinstance(sent, list):
        return [filled(value, library) for value in sent]
    if isinstance(sent, str) and sent.startswith("{"):
        return library.names()[sent.strip("{}")]
    return sent


def test_an_administrator_never_moves_from_one_user_to_another(
    client: Client, admin: Headers, ada: User, db: Database, mine: Library
) -> None:
    hers = Library(db, ada, "hers")
    before = state(db)

    foreign: dict[str, dict[str, Any]] = {
        "folder": {"FolderIDs": [hers.empty]},
        "file": {"LinkIDs": [hers.link]},
    }
    for what, sent in foreign.items():
        into = {"ParentFolderID": mine.folder, **sent}
        refusal = f"cannot move {what} to a destination owned by another user"
        answer = client.put(PATH, json=into, headers=admin)
        assert whole(answer) == words(400, refusal)

    assert state(db) == before


@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_a_key_for_reading_moves_nothing_by_either_method(
    client: Client, db: Database, bob: User, mine: Library, method: str
) -> None:
    with db.begin() as tx:
        made = create_key(
            tx,
            bob.id,
            kind=KeyKind.VIDEOCMS,
            name="reader",
            permission=Permission.READ,
            now=NOON,
        )
    before = state(db)

    sent = {"LinkIDs": [mine.link]}
    answer = client.request(method, PATH, json=sent, headers=bearer(made.secret))

    assert whole(answer) == words(403, "This API key may read but not change anything")
    assert state(db) == before
