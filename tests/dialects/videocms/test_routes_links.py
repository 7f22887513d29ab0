from typing import Any

import pytest
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import Whole, whole, words
from tests.dialects.videocms.libraries import Library, state
from tests.factories import make_video
from tests.settings import changed

from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.runtime import Runtime

DONE = words(200, "")


@pytest.fixture
def mine(db: Database, bob: User) -> Library:
    return Library(db, bob, "mine")


@pytest.fixture
def links(db: Database, bob: User) -> list[int]:
    with db.begin() as tx:
        return [make_video(tx, bob, title=f"{n}.mp4", content=n).video.id for n in "abcd"]


def found(client: Client, his: Headers, query: str, **more: Any) -> list[str]:
    sent = {"Query": query, **more}
    answer = client.get("/api/files/search", params=sent, headers=his)
    assert answer.status_code == 200, answer.text
    return [link["Name"] for link in answer.json()]


def test_links_are_found_by_a_part_of_their_name_in_every_folder(
    client: Client, his: Headers, db: Database, bob: User, mine: Library
) -> None:
    with db.begin() as tx:
        for name in ("MINERAL.mkv", "Überall.mkv", "100%.mkv", "other.mkv"):
            make_video(tx, bob, title=name, content=name)

    searches = ["MIN", "über", "%", "_", ".M", "nothing"]
    answers = [found(client, his, query) for query in searches]

    assert answers == [
        ["mine.mp4", "MINERAL.mkv"],
        ["Überall.mkv"],
        ["100%.mkv"],
        [],
        ["100%.mkv", "mine.mp4", "MINERAL.mkv", "other.mkv", "Überall.mkv"],
        [],
    ]


def test_what_is_found_is_told_as_in_lists(client: Client, his: Headers, mine: Library) -> None:
    answer = client.get("/api/files/search", params={"query": "mine"}, headers=his)

    listed = client.get("/api/files", params={"ParentFolderID": mine.inner}, headers=his)
    assert whole(answer) == whole(listed)
    [link] = answer.json()
    assert (link["ID"], link["ParentFolderID"]) == (mine.link, mine.inner)


@pytest.mark.parametrize(
    ("query", "refusal"),
    [("", "Query [required] : "), ("a" * 121, "Query [max] : 120")],
)
def test_a_search_has_to_be_for_something(
    client: Client, his: Headers, query: str, refusal: str
) -> None:
    answer = client.get("/api/files/search", params={"Query": query}, headers=his)

    assert whole(answer) == words(400, refusal)


def test_administrators_search_where_they_say(
    client: Client, admin: Headers, bob: User, mine: Library
) -> None:
    assert found(client, admin, "mine") == []
    assert found(client, admin, "mine", UserID=bob.id) == ["mine.mp4"]
    assert found(client, admin, "mine", UserID=10**12) == []


def test_a_link_gets_another_name(client: Client, his: Headers, mine: Library) -> None:
    sent = {"linkID": mine.link, "name": "Yours.mp4"}

    answer = client.put("/api/file", json=sent, headers=his)

    assert whole(answer) == DONE
    detail = client.get("/api/file", params={"LinkID": mine.link}, headers=his).json()
    assert (detail["Name"], detail["ParentFolderID"]) == ("Yours.mp4", mine.inner)


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        ({"Name": "a"}, "LinkID [required] : "),
        ({"LinkID": 0, "Name": "a"}, "LinkID [required] : "),
        ({"LinkID": 1}, "Name [required] : "),
        ({"LinkID": 1, "Name": "a" * 121}, "Name [max] : 120"),
        ({"LinkID": 77, "Name": "a"}, "File doesn't exist"),
        ({"LinkID": 2**62, "Name": "a"}, "File doesn't exist"),
    ],
)
def test_a_name_that_cannot_be_given_is_refused(
    client: Client, his: Headers, mine: Library, sent: dict[str, Any], refusal: str
) -> None:
    answer = client.put("/api/file", json=sent, headers=his)

    assert whole(answer) == words(400, refusal)


def test_a_link_is_deleted(client: Client, his: Headers, links: list[int]) -> None:
    one, two, *rest = links

    answers = [
        client.delete("/api/file", params={"LinkID": one}, headers=his),
        client.request("DELETE", "/api/file", json={"linkid": two}, headers=his),
        client.delete("/api/file", params={"LinkID": one}, headers=his),
    ]

    refused = words(400, f"linkID ({one}) doesn't exist")
    assert [whole(answer) for answer in answers] == [DONE, DONE, refused]
    listed = client.get("/api/files", headers=his).json()
    assert [link["ID"] for link in listed] == rest


def delete(client: Client, his: Headers, links: list[Any]) -> Whole:
    sent = {"LinkIDs": links}
    return whole(client.request("DELETE", "/api/files", json=sent, headers=his))


def test_links_are_deleted_together_or_not_at_all(
    client: Client, his: Headers, db: Database, links: list[int]
) -> None:
    one, two, *_ = links
    before = state(db)

    refusals = [
        delete(client, his, []),
        delete(client, his, [{"LinkID": one}, {"LinkID": two}, {"LinkID": one}]),
        delete(client, his, [{"LinkID": one}, {"LinkID": 77}]),
        delete(client, his, [{"LinkID": 2**62}]),
        delete(client, his, [{"LinkID": one}, {}]),
        delete(client, his, ["one"]),
        whole(client.delete("/api/files", headers=his)),
        whole(client.delete("/api/file", headers=his)),
    ]
    unchanged = state(db) == before
    done = delete(client, his, [{"LinkID": one}, {"linkid": two}])

    assert refusals == [
        words(400, "array LinkIDs is empty"),
        words(400, f"the files have to be distinct. File {one} is dublicate"),
        words(400, "linkID (77) doesn't exist"),
        words(400, f"linkID ({2**62}) doesn't exist"),
        words(400, "LinkID [required] : "),
        words(400, "malformated request"),
        words(400, "array LinkIDs is empty"),
        words(400, "LinkID [required] : "),
    ]
    assert (unchanged, done) == (True, DONE)
    assert len(client.get("/api/files", headers=his).json()) == len(links) - 2


def test_no_more_go_at_once_than_the_settings_say(
    runtime: Runtime, his: Headers, links: list[int]
) -> None:
    few = changed(runtime, max_items_at_once=2)
    with TestClient(built(build, few)) as client:
        answers = [
            delete(client, his, [{"LinkID": link} for link in links[:3]]),
            delete(client, his, [{"LinkID": link} for link in links[:2]]),
        ]

    assert answers == [words(400, "max requested items exceeded"), DONE]
