"""What clients of VideoCMS count on in a library: items 3, 4 and 6 of the list of facts."""

from typing import Any

import httpx
import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import Whole, unknown, whole, words
from tests.media.clips import Draw

from vitascope.core.accounts.model import User
from vitascope.http.runtime import Runtime

DONE = words(200, "")
CHILD = words(400, "cannot move parent folder into its child")


def call(client: Client, his: Headers, method: str, path: str, **sent: Any) -> httpx.Response:
    return client.request(method, path, json=sent, headers=his)


def told(client: Client, his: Headers, method: str, path: str, **sent: Any) -> Whole:
    return whole(call(client, his, method, path, **sent))


def folder(client: Client, his: Headers, name: str, parent: int = 0) -> int:
    made = call(client, his, "POST", "/api/folder", Name=name, ParentFolderID=parent)
    number: int = made.json()["ID"]
    return number


def tree(client: Client, his: Headers, parent: int = 0) -> dict[str, Any]:
    """The names of the folders below ``parent``, each with those below it."""
    listed = client.get("/api/folders", params={"ParentFolderID": parent}, headers=his)
    return {each["Name"]: tree(client, his, each["ID"]) for each in listed.json()}


@pytest.mark.parametrize("path", ["/api/files", "/api/folder", "/api/move", "/api/no/such"])
def test_nobody_comes_in_without_a_header_and_no_route_is_made_up(
    client: Client, his: Headers, path: str
) -> None:
    stranger = client.get(path)
    known = client.get("/api/no/such", headers=his)

    assert whole(stranger) == words(403, "No JWT Token")
    assert whole(known) == unknown(404)


def test_folders_are_made_renamed_listed_moved_and_deleted(
    client: Client, his: Headers
) -> None:
    films = folder(client, his, "Films")
    nineties = folder(client, his, "1999", films)
    may = folder(client, his, "May", nineties)
    other = folder(client, his, "Other")

    answers = [
        told(client, his, "PUT", "/api/folder", FolderID=films, Name="Movies"),
        told(client, his, "PUT", "/api/move", ParentFolderID=may, FolderIDs=[films]),
        told(client, his, "PUT", "/api/move", ParentFolderID=films, FolderIDs=[films]),
        told(client, his, "PUT", "/api/move", ParentFolderID=films, FolderIDs=[other]),
    ]
    before = tree(client, his)
    deleted = told(client, his, "DELETE", "/api/folder", FolderID=nineties)

    assert answers == [DONE, CHILD, words(400, "cannot move folder into itself"), DONE]
    assert before == {"Movies": {"1999": {"May": {}}, "Other": {}}}
    assert (deleted, tree(client, his)) == (DONE, {"Movies": {"Other": {}}})


def test_the_library_of_another_is_empty_for_everybody_else(
    client: Client, his: Headers, admin: Headers, ada: User
) -> None:
    hers = folder(client, admin, "Hers")

    for path in ("/api/folders", "/api/files", "/api/files/search"):
        query: dict[str, Any] = {"UserID": ada.id, "Query": "e"}
        answer = client.get(path, params=query, headers=his)
        assert whole(answer) == (200, "application/json", "[]\n")
    assert told(client, his, "DELETE", "/api/folder", FolderID=hers) == words(
        400, f"FolderID ({hers}) doesn't exist"
    )
    assert tree(client, admin) == {"Hers": {}}


def test_no_more_than_a_thousand_items_go_at_once(client: Client, his: Headers) -> None:
    links = [{"LinkID": number} for number in range(1, 1002)]
    folders = [{"FolderID": number} for number in range(1, 1002)]

    answers = [
        told(client, his, "DELETE", "/api/files", LinkIDs=links),
        told(client, his, "DELETE", "/api/folders", FolderIDs=folders),
        told(client, his, "DELETE", "/api/files", LinkIDs=links[:1000]),
        told(client, his, "DELETE", "/api/folders", FolderIDs=folders[:1000]),
    ]

    assert answers == [
        words(400, "max requested items exceeded"),
        words(400, "max requested items exceeded"),
        words(400, "linkID (1) doesn't exist"),
        words(400, "FolderID (1) doesn't exist"),
    ]


@pytest.mark.media
def test_the_same_bytes_of_two_users_are_one_file_and_outlive_one_of_the_links(
    client: Client, his: Headers, admin: Headers, draw_clip: Draw, runtime: Runtime
) -> None:
    data = draw_clip(size="160x90", duration_s=1).read_bytes()

    def upload(headers: Headers) -> Any:
        files = {"file": ("clip.mp4", data, "video/mp4")}
        fields = {"Name": "film.mp4"}
        return client.post("/api/file/upload", data=fields, files=files, headers=headers).json()

    one, other = upload(his), upload(admin)
    kept = list(runtime.store.list("assets/"))
    deleted = told(client, his, "DELETE", "/api/file", LinkID=one["ID"])

    assert (one["UUID"] != other["UUID"], len(kept), deleted) == (True, 1, DONE)
    detail = client.get("/api/file", params={"LinkID": other["ID"]}, headers=admin).json()
    assert (detail["UUID"], detail["Size"]) == (other["UUID"], len(data))
    assert client.get("/api/files", headers=his).json() == []
