from tests.dialects.runtimes import Client, Headers

ROOT = "/api/public/v1"


def test_the_default_profile_holds_the_rungs_of_the_instance(
    client: Client, reader: Headers
) -> None:
    answer = client.get(f"{ROOT}/encoding-profiles", headers=reader)

    assert answer.json() == {
        "success": True,
        "data": [
            {
                "id": 1,
                "name": "default",
                "isDefault": True,
                "renditions": [
                    {"height": 720, "videoBitrate": 2_800_000, "audioBitrate": 128_000},
                    {"height": 360, "videoBitrate": 800_000, "audioBitrate": 128_000},
                ],
            }
        ],
    }


def test_creating_a_live_stream_says_that_there_are_none_yet(
    client: Client, writer: Headers
) -> None:
    answers = [
        client.post(f"{ROOT}{path}", json={"title": "A concert"}, headers=writer)
        for path in ("/live", "/live/create", "/live/streams")
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
    ] * 3
