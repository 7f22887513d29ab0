from collections.abc import Callable
from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers

from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import User

PROFILES = "/api/public/v1/encoding-profiles"
NEW: dict[str, Any] = {
    "name": "Lectures",
    "isDefault": True,
    "renditions": [{"height": 720, "videoBitrate": 2_000_000, "maxFps": 25}],
}
SERVERS = {
    "id": 1,
    "name": "default",
    "isDefault": True,
    "renditions": [
        {
            "height": height,
            "videoBitrate": 1_000_000,
            "audioBitrate": 128_000,
            "codec": "h264",
            "crf": None,
            "maxFps": 60,
        }
        for height in (720, 360)
    ],
    "segmentSeconds": 4,
}


def shown(number: int, **changes: object) -> dict[str, Any]:
    rendition = {
        "height": 720,
        "videoBitrate": 2_000_000,
        "audioBitrate": 128_000,
        "codec": "h264",
        "crf": None,
        "maxFps": 25,
    }
    profile = {"id": number, "name": "Lectures", "isDefault": True, "segmentSeconds": 4}
    return {**profile, "renditions": [rendition], **changes}


@pytest.fixture
def made(client: Client, writer: Headers) -> int:
    """The number of a profile of Ada's."""
    return int(client.post(PROFILES, json=NEW, headers=writer).json()["data"]["id"])


def test_who_has_no_profile_is_shown_the_server_s(client: Client, reader: Headers) -> None:
    answers = [client.get(path, headers=reader) for path in (PROFILES, f"{PROFILES}/1")]

    assert [answer.json() for answer in answers] == [
        {"success": True, "data": [SERVERS]},
        {"success": True, "data": SERVERS},
    ]


def test_a_profile_made_is_shown_and_listed(client: Client, writer: Headers) -> None:
    answer = client.post(PROFILES, json=NEW, headers=writer)

    number = answer.json()["data"]["id"]
    assert (answer.status_code, answer.json()) == (
        201,
        {
            "success": True,
            "message": "Encoding profile created successfully",
            "data": shown(number),
        },
    )
    assert client.get(f"{PROFILES}/{number}", headers=writer).json()["data"] == shown(number)
    assert client.get(PROFILES, headers=writer).json()["data"] == [
        {**SERVERS, "isDefault": False},
        shown(number),
    ]


def test_a_change_replaces_the_whole_profile(
    client: Client, writer: Headers, made: int
) -> None:
    given = {"name": "Trailers", "renditions": NEW["renditions"]}

    answer = client.put(f"{PROFILES}/{made}", json=given, headers=writer)

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "success": True,
            "message": "Encoding profile updated successfully",
            "data": shown(made, name="Trailers", isDefault=False),
        },
    )


def test_a_profile_deleted_is_gone(client: Client, writer: Headers, made: int) -> None:
    answer = client.delete(f"{PROFILES}/{made}", headers=writer)

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "success": True,
            "message": "Encoding profile deleted successfully",
            "data": {"id": made},
        },
    )
    assert client.get(f"{PROFILES}/{made}", headers=writer).status_code == 404


def test_the_server_s_profile_is_not_changed_here(client: Client, writer: Headers) -> None:
    answers = [
        client.put(f"{PROFILES}/1", json=NEW, headers=writer),
        client.delete(f"{PROFILES}/1", headers=writer),
    ]

    told = [(answer.status_code, answer.json()["message"]) for answer in answers]
    assert told == [(403, "The server's own profile follows the server's settings")] * 2


def test_a_read_key_changes_nothing(
    client: Client, reader: Headers, writer: Headers, made: int
) -> None:
    answers = [
        client.post(PROFILES, json=NEW, headers=reader),
        client.put(f"{PROFILES}/{made}", json=NEW, headers=reader),
        client.delete(f"{PROFILES}/{made}", headers=reader),
    ]

    codes = [(answer.status_code, answer.json()["error"]["code"]) for answer in answers]
    assert codes == [(403, "INSUFFICIENT_PERMISSIONS")] * 3
    assert len(client.get(PROFILES, headers=writer).json()["data"]) == 2


def test_the_profiles_of_others_look_as_if_there_were_none(
    client: Client, key_of: Callable[[User, Permission], Headers], bob: User, made: int
) -> None:
    headers = key_of(bob, Permission.WRITE)
    path = f"{PROFILES}/{made}"

    answers = [
        client.get(path, headers=headers),
        client.put(path, json=NEW, headers=headers),
        client.delete(path, headers=headers),
        client.get(f"{PROFILES}/first", headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert client.get(PROFILES, headers=headers).json()["data"] == [SERVERS]


def test_every_mistake_is_told(client: Client, writer: Headers) -> None:
    given = {"renditions": [{"height": 1, "videoBitrate": 100_000}]}

    answer = client.post(PROFILES, json=given, headers=writer)

    assert (answer.status_code, answer.json()["error"]) == (
        400,
        {
            "code": "VALIDATION_ERROR",
            "details": [
                {"field": "name", "message": "A profile's name has 1 to 100 characters"},
                {
                    "field": "renditions[0].height",
                    "message": "A height is an even number from 144 to 4320",
                },
            ],
        },
    )


def test_the_fifty_first_profile_is_one_too_many(client: Client, writer: Headers) -> None:
    for _ in range(50):
        client.post(PROFILES, json=NEW, headers=writer)

    answer = client.post(PROFILES, json=NEW, headers=writer)

    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "QUOTA_EXCEEDED")
