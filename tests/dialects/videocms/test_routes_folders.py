from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import HeadersOf

from vitascope.core.accounts.model import User

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
