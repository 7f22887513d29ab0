from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers

ROOT = "/api/public/v1"
UNKNOWN = "live_a1b2c3d4-e5f6-7890-abcd-ef1234567890"
CONCERT: dict[str, Any] = {
    "title": "A concert",
    "description": "",
    "region": "eu",
    "serverId": 1,
}
BARE: dict[str, Any] = {"title": "A concert", "description": None, "region": None}


def test_creating_a_live_stream_says_that_there_are_none_yet(
    client: Client, writer: Headers
) -> None:
    answers = [
        client.post(f"{ROOT}{path}", json=given, headers=writer)
        for path in ("/live", "/live/create", "/live/streams")
        for given in (CONCERT, BARE)
    ]

    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (
            501,
            {
                "success": False,
                "message": "Live streams are not available on this server yet",
                "error": {"code": "NOT_IMPLEMENTED"},
            },
        )
    ] * 6


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "t" * 256}, "title"),
        ({"title": 7}, "title"),
        ({"title": None}, "title"),
        ({"description": "d" * 1001}, "description"),
        ({"region": "r" * 101}, "region"),
        ({"serverId": "first"}, "serverId"),
    ],
)
def test_what_is_asked_for_is_checked_all_the_same(
    client: Client, writer: Headers, changes: dict[str, Any], field: str
) -> None:
    answer = client.post(f"{ROOT}/live", json={**CONCERT, **changes}, headers=writer)

    fields = [problem["field"] for problem in answer.json()["error"]["details"]]
    assert (answer.status_code, fields) == (400, [field])


def test_a_read_key_is_told_that_it_only_reads(client: Client, reader: Headers) -> None:
    answers = [
        client.post(f"{ROOT}/live", json=CONCERT, headers=reader),
        client.delete(f"{ROOT}/live/{UNKNOWN}", headers=reader),
    ]

    codes = [(answer.status_code, answer.json()["error"]["code"]) for answer in answers]
    assert codes == [(403, "INSUFFICIENT_PERMISSIONS")] * 2


def test_the_list_of_live_streams_is_empty(client: Client, reader: Headers) -> None:
    answer = client.get(f"{ROOT}/live", params={"page": 2, "limit": 5}, headers=reader)

    pagination = {"page": 2, "limit": 5, "total": 0, "totalPages": 0}
    assert (answer.status_code, answer.json()) == (
        200,
        {"success": True, "data": {"streams": [], "pagination": pagination}},
    )


def test_a_page_that_cannot_be_read_is_refused(client: Client, reader: Headers) -> None:
    answer = client.get(f"{ROOT}/live", params={"limit": 101}, headers=reader)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "VALIDATION_ERROR")


@pytest.mark.parametrize("method", ["GET", "DELETE"])
@pytest.mark.parametrize(
    ("media_id", "status"), [(UNKNOWN, 404), ("live_12", 404), ("vod_12", 400), ("12", 400)]
)
def test_no_live_stream_is_known(
    client: Client, writer: Headers, method: str, media_id: str, status: int
) -> None:
    answer = client.request(method, f"{ROOT}/live/{media_id}", headers=writer)

    assert (answer.status_code, answer.json()["success"]) == (status, False)
