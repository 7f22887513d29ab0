import asyncio
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import Whole, whole, words
from tests.dialects.videocms.conftest import HeadersOf, calling
from tests.dialects.videocms.libraries import Library, state
from tests.settings import changed

from vitascope.core.accounts.model import User
from vitascope.core.folders.queries import hold_libraries
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.runtime import Runtime

DONE = words(200, "")
NO_PARENT = words(400, "Parent folder doesn't exist")


def make(client: Client, his: Headers, name: str, parent: int = 0) -> dict[str, Any]:
    sent = {"Name": name, "ParentFolderID": parent}
    answer = client.post("/api/folder", json=sent, headers=his)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def names(client: Client, his: Headers, **query: Any) -> list[str]:
    answer = client.get("/api/folders", params=query, headers=his)
    assert answer.status_code == 200, answer.text
    return [folder["Name"] for folder in answer.json()]


def test_a_new_folder_is_told_whole(client: Client, his: Headers, bob: User) -> None:
    top = make(client, his, "Films")
    inner = make(client, his, "1999", top["ID"])

    assert inner == {
        "ID": 2,
        "CreatedAt": "2026-03-01T12:00:00Z",
        "UpdatedAt": "2026-03-01T12:00:00Z",
        "DeletedAt": None,
        "Name": "1999",
        "UserID": bob.id,
        "ParentFolderID": top["ID"],
    }
    assert top["ParentFolderID"] == 0


def test_folders_are_listed_by_name(client: Client, his: Headers) -> None:
    top = make(client, his, "b")["ID"]
    for name in ("c", "a"):
        make(client, his, name)
        make(client, his, f"{name} inside", top)

    found = [names(client, his), names(client, his, ParentFolderID=top)]

    assert found == [["a", "b", "c"], ["a inside", "c inside"]]


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        ({}, "Name [required] : "),
        ({"Name": ""}, "Name [required] : "),
        ({"Name": "a" * 121}, "Name [max] : 120"),
        ({"Name": "a", "ParentFolderID": 77}, "parent folder doesn't exist"),
        ({"Name": "a", "ParentFolderID": 2**62}, "parent folder doesn't exist"),
        ({"Name": "a", "ParentFolderID": -1}, "ParentFolderID [min] : 0"),
        ({"Name": 7}, "malformated request"),
    ],
)
def test_a_folder_that_cannot_be_is_refused(
    client: Client, his: Headers, sent: dict[str, Any], refusal: str
) -> None:
    answer = client.post("/api/folder", json=sent, headers=his)

    assert whole(answer) == words(400, refusal)
    assert names(client, his) == []


def test_folders_of_others_are_nobody_elses_business(
    client: Client, his: Headers, admin: Headers, ada: User
) -> None:
    hers = make(client, admin, "Hers")["ID"]

    listed = names(client, his, UserID=ada.id)
    inside = client.get("/api/folders", params={"ParentFolderID": hers}, headers=his)
    below = client.post("/api/folder", json={"Name": "a", "ParentFolderID": hers}, headers=his)

    assert listed == []
    assert whole(inside) == NO_PARENT
    assert whole(below) == words(400, "parent folder doesn't exist")


def test_an_administrator_looks_into_the_folders_of_others(
    client: Client, his: Headers, admin: Headers, bob: User
) -> None:
    top = make(client, his, "Films")["ID"]
    make(client, his, "1999", top)

    found = [
        names(client, admin, UserID=bob.id),
        names(client, admin, userID=bob.id, parent_folder_id=top),
        names(client, admin),
        names(client, admin, UserID=10**12),
    ]

    assert found == [["Films"], ["1999"], [], []]


def test_a_key_of_an_administrator_sees_their_own_folders(
    client: Client, his: Headers, ada: User, bob: User, key_of: HeadersOf
) -> None:
    make(client, his, "Films")

    assert names(client, key_of(ada), UserID=bob.id) == []


def test_a_folder_gets_another_name(client: Client, his: Headers) -> None:
    top = make(client, his, "Films")["ID"]
    inner = make(client, his, "old", top)["ID"]

    answer = client.put("/api/folder", json={"folderID": inner, "name": "new"}, headers=his)

    assert whole(answer) == DONE
    assert (names(client, his), names(client, his, ParentFolderID=top)) == (["Films"], ["new"])


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        ({"Name": "a"}, "FolderID [required] : "),
        ({"FolderID": 1}, "Name [required] : "),
        ({"FolderID": 1, "Name": "a" * 121}, "Name [max] : 120"),
        ({"FolderID": 77, "Name": "a"}, "Folder doesn't exist"),
        ({"FolderID": 2**62, "Name": "a"}, "Folder doesn't exist"),
    ],
)
def test_a_name_that_cannot_be_given_is_refused(
    client: Client, his: Headers, sent: dict[str, Any], refusal: str
) -> None:
    make(client, his, "Films")

    answer = client.put("/api/folder", json=sent, headers=his)

    assert (whole(answer), names(client, his)) == (words(400, refusal), ["Films"])


@pytest.mark.parametrize("form", ["params", "json", "data"])
def test_a_folder_is_deleted_with_all_that_is_in_it(
    client: Client, his: Headers, db: Database, bob: User, form: str
) -> None:
    mine, kept = Library(db, bob, "mine"), make(client, his, "kept")["ID"]
    sent: Any = {form: {"FolderID": mine.folder}}

    answer = client.request("DELETE", "/api/folder", headers=his, **sent)

    assert whole(answer) == DONE
    assert names(client, his) == ["kept", "mine too"]
    assert client.get("/api/files/search?Query=mine", headers=his).json() == []
    assert kept != mine.folder


def delete(client: Client, his: Headers, folders: list[Any]) -> Whole:
    sent = {"FolderIDs": folders}
    return whole(client.request("DELETE", "/api/folders", json=sent, headers=his))


def test_folders_are_deleted_together_or_not_at_all(
    client: Client, his: Headers, db: Database
) -> None:
    a, b, c = (make(client, his, name)["ID"] for name in "abc")
    inner = make(client, his, "inner", a)["ID"]
    before = state(db)

    refusals = [
        delete(client, his, []),
        delete(client, his, [{"FolderID": a}, {"FolderID": a}]),
        delete(client, his, [{"FolderID": b}, {"FolderID": inner}]),
        delete(client, his, [{"FolderID": a}, {"FolderID": 77}]),
        delete(client, his, [{"FolderID": 2**62}]),
        delete(client, his, [{"FolderID": a}, {}]),
        delete(client, his, ["a"]),
        whole(client.delete("/api/folders", headers=his)),
        whole(client.delete("/api/folder", headers=his)),
    ]
    unchanged = state(db) == before
    done = delete(client, his, [{"FolderID": a}, {"folderid": c}])

    assert refusals == [
        words(400, "array FolderIDs is empty"),
        words(400, f"the folders have to be distinct. Folder {a} is dublicate"),
        words(400, "all folders must have the same parent folder"),
        words(400, "FolderID (77) doesn't exist"),
        words(400, f"FolderID ({2**62}) doesn't exist"),
        words(400, "FolderID [required] : "),
        words(400, "malformated request"),
        words(400, "array FolderIDs is empty"),
        words(400, "FolderID [required] : "),
    ]
    assert (unchanged, done, names(client, his)) == (True, DONE, ["b"])


def test_no_more_go_at_once_than_the_settings_say(runtime: Runtime, his: Headers) -> None:
    few = changed(runtime, max_items_at_once=2)
    with TestClient(built(build, few)) as client:
        folders = [{"FolderID": make(client, his, name)["ID"]} for name in "abc"]

        answers = [delete(client, his, folders), delete(client, his, folders[:2])]

    assert answers == [words(400, "max requested items exceeded"), DONE]


async def test_everybody_deletes_folders_one_request_at_a_time(
    runtime: Runtime, db: Database, his: Headers, admin: Headers, ada: User, bob: User
) -> None:
    mine, hers = Library(db, bob, "mine"), Library(db, ada, "hers")
    app = built(build, runtime)

    async with calling(app, "192.0.2.7") as client:
        with db.begin() as tx:
            # Whoever deletes waits for this.
            hold_libraries(tx, [bob.account.id])
            tries = [
                asyncio.create_task(client.request("DELETE", path, json=sent, headers=his))
                for path, sent in {
                    "/api/folder": {"FolderID": mine.folder},
                    "/api/folders": {"FolderIDs": [{"FolderID": mine.empty}]},
                }.items()
            ]
            [refused], [waiting] = await asyncio.wait(
                tries, return_when=asyncio.FIRST_COMPLETED
            )
        done = await waiting
        after = [
            await client.delete("/api/folder", params={"FolderID": folder}, headers=headers)
            for folder, headers in ((mine.folder, his), (mine.empty, his), (hers.empty, admin))
        ]

    assert whole(refused.result()) == words(
        429, "wait until the previous delete request finished"
    )
    assert whole(done) == DONE
    # One of his two was deleted before.
    assert sorted(answer.status_code for answer in after) == [200, 200, 400]
