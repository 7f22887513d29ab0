from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.libraries import Library, state

from vitascope.core.accounts.model import User
from vitascope.db import Database

PATH = "/api/file/tag"


@pytest.fixture
def mine(db: Database, bob: User) -> Library:
    return Library(db, bob, "mine")


def tags(client: Client, his: Headers, link: int) -> list[dict[str, Any]]:
    detail = client.get("/api/file", params={"LinkID": link}, headers=his)
    found: list[dict[str, Any]] = detail.json()["Tags"]
    return found


@pytest.mark.parametrize("form", ["json", "data"])
def test_a_link_gets_a_tag_and_it_is_told_whole(
    client: Client, his: Headers, mine: Library, form: str
) -> None:
    sent: Any = {"Name": "sea", "LinkId": mine.link}

    answer = client.post(PATH, headers=his, **{form: sent})

    new = {"ID": mine.tag + 1, "Name": "sea"}
    dates = {"CreatedAt": None, "UpdatedAt": None, "DeletedAt": None}
    assert (answer.status_code, answer.json()) == (200, {**new, **dates})
    assert tags(client, his, mine.link) == [{"ID": mine.tag, "Name": "mine"}, new]


def test_a_tag_of_that_name_is_used_again(client: Client, his: Headers, mine: Library) -> None:
    sent = {"name": "MINE", "linkID": mine.link}

    answer = client.post(PATH, json=sent, headers=his).json()

    assert (answer["ID"], answer["Name"]) == (mine.tag, "mine")
    assert tags(client, his, mine.link) == [{"ID": mine.tag, "Name": "mine"}]


def test_a_tag_comes_off(client: Client, his: Headers, mine: Library) -> None:
    sent = {"TagId": mine.tag, "LinkId": mine.link}

    answers = [client.request("DELETE", PATH, json=sent, headers=his) for _ in range(2)]

    assert [whole(answer) for answer in answers] == [words(200, "")] * 2
    assert tags(client, his, mine.link) == []


@pytest.mark.parametrize(
    ("method", "sent", "refusal"),
    [
        ("POST", {"LinkId": 1}, "Name [required] : "),
        ("POST", {"Name": "a" * 121, "LinkId": 1}, "Name [max] : 120"),
        ("POST", {"Name": "a"}, "LinkId [required] : "),
        ("POST", {"Name": "a", "LinkId": 77}, "link doesn't exist"),
        ("POST", {"Name": "a", "LinkId": 2**62}, "link doesn't exist"),
        ("DELETE", {"LinkId": 1}, "TagId [required] : "),
        ("DELETE", {"TagId": 1}, "LinkId [required] : "),
        ("DELETE", {"TagId": 1, "LinkId": 77}, "link doesn't exist"),
        ("DELETE", {"TagId": 77, "LinkId": 1}, "tag doesn't exist"),
        ("DELETE", {"TagId": 2**62, "LinkId": 1}, "tag doesn't exist"),
    ],
)
def test_what_cannot_be_tagged_is_refused(
    client: Client,
    his: Headers,
    db: Database,
    mine: Library,
    method: str,
    sent: dict[str, Any],
    refusal: str,
) -> None:
    given = {**sent, **({"LinkId": mine.link} if sent.get("LinkId") == 1 else {})}
    before = state(db)

    answer = client.request(method, PATH, json=given, headers=his)

    assert whole(answer) == words(400, refusal)
    assert state(db) == before
