from datetime import timedelta

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON, make_video

from vitascope.base.ids import AssetId
from vitascope.core.accounts.model import User
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import save_tasks, update_asset
from vitascope.core.tags.queries import list_account_tags
from vitascope.core.videos.advance import mark_failed, mark_ready
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database, Tx
from vitascope.dialects.vsrc.ids import media_id

ROOT = "/api/public/v1"
ENCODING = Task(name="360p", state=TaskState.RUNNING, percent=10.0, speed=2.0)
QUEUED = Task(name="360p", state=TaskState.WAITING, percent=0.0, speed=None)


def asset_of(entry: VideoEntry) -> AssetId:
    assert entry.media is not None
    return entry.media.id


def make_one_of_each(tx: Tx, ada: User) -> dict[str, str]:
    """A video of every encoding status, an hour apart, oldest first; their media ids."""
    made = {}
    for hour, status in enumerate(["pending", "processing", "completed", "failed"]):
        now = NOON + timedelta(hours=hour)
        entry = make_video(tx, ada, title=status, content=status, now=now)
        made[status] = media_id(entry.video.uuid)
        if status == "pending":
            save_tasks(tx, asset_of(entry), [QUEUED])
        if status == "processing":
            save_tasks(tx, asset_of(entry), [ENCODING])
        if status == "completed":
            mark_ready(tx, asset_of(entry), now=now)
        if status == "failed":
            mark_failed(tx, asset_of(entry), "It is broken", now=now)
    return made


def titles(client: Client, headers: Headers, path: str) -> list[str]:
    answer = client.get(f"{ROOT}{path}", headers=headers)
    assert answer.status_code == 200
    return [item["title"] for item in answer.json()["data"]["media"]]


def test_a_video_is_shown_with_its_size_and_tags(
    client: Client, db: Database, ada: User, reader: Headers
) -> None:
    with db.begin() as tx:
        entry = make_video(tx, ada, description="Of a harbour", tags=["Sea", "2026"])
        update_asset(tx, asset_of(entry), now=NOON, width=1920, height=1080)
        sea, year = list_account_tags(tx, ada.account.id)[::-1]
    film = media_id(entry.video.uuid)

    answers = [client.get(f"{ROOT}/{kind}/{film}", headers=reader) for kind in ("media", "vod")]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == {
        "success": True,
        "data": {
            "mediaId": film,
            "title": "A film",
            "description": "Of a harbour",
            "fileSize": 1000,
            "mimeType": "video/mp4",
            "encodingStatus": "pending",
            "uploadStatus": "completed",
            "originalWidth": 1920,
            "originalHeight": 1080,
            "tags": [
                {"id": sea.id, "name": "Sea", "color": "#6c757d"},
                {"id": year.id, "name": "2026", "color": "#6c757d"},
            ],
            "createdAt": "2026-03-01T12:00:00.000Z",
            "updatedAt": "2026-03-01T12:00:00.000Z",
        },
    }
    assert answers[1].json() == answers[0].json()


def test_a_media_id_that_breaks_the_pattern_is_a_validation_error(
    client: Client, reader: Headers
) -> None:
    answer = client.get(f"{ROOT}/media/film-1", headers=reader)

    problem = r"mediaId must match ^vod_[a-f0-9\-]+$"
    assert (answer.status_code, answer.json()) == (
        400,
        {
            "success": False,
            "message": problem,
            "error": {
                "code": "VALIDATION_ERROR",
                "details": [{"field": "mediaId", "message": problem}],
            },
        },
    )


def test_a_deleted_video_is_gone(
    client: Client, db: Database, ada: User, writer: Headers
) -> None:
    with db.begin() as tx:
        film = media_id(make_video(tx, ada).video.uuid)

    first = client.delete(f"{ROOT}/media/{film}", headers=writer)
    second = client.delete(f"{ROOT}/vod/{film}", headers=writer)

    assert (first.status_code, first.json()) == (
        200,
        {
            "success": True,
            "message": "Media deleted successfully",
            "data": {"mediaId": film},
        },
    )
    assert (second.status_code, second.json()["error"]) == (404, {"code": "NOT_FOUND"})


def test_the_list_holds_one_page_newest_first(
    client: Client, db: Database, ada: User, reader: Headers
) -> None:
    with db.begin() as tx:
        media = make_one_of_each(tx, ada)

    answer = client.get(f"{ROOT}/media?page=2&limit=3", headers=reader)

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "success": True,
            "data": {
                "media": [
                    {
                        "mediaId": media["pending"],
                        "title": "pending",
                        "description": None,
                        "fileSize": 1000,
                        "mimeType": "video/mp4",
                        "encodingStatus": "pending",
                        "uploadStatus": "completed",
                        "tags": [],
                        "createdAt": "2026-03-01T12:00:00.000Z",
                        "updatedAt": "2026-03-01T12:00:00.000Z",
                    }
                ],
                "pagination": {"page": 2, "limit": 3, "total": 4, "totalPages": 2},
            },
        },
    )
    assert titles(client, reader, "/media") == ["failed", "completed", "processing", "pending"]
    assert titles(client, reader, "/media?page=3&limit=3") == []


@pytest.mark.parametrize("status", ["pending", "processing", "completed", "failed"])
def test_the_list_can_be_filtered_by_each_status(
    client: Client, db: Database, ada: User, reader: Headers, status: str
) -> None:
    with db.begin() as tx:
        make_one_of_each(tx, ada)

    answer = client.get(f"{ROOT}/vod?encodingStatus={status}", headers=reader).json()["data"]

    shown = [(item["title"], item["encodingStatus"]) for item in answer["media"]]
    assert (shown, answer["pagination"]) == (
        [(status, status)],
        {"page": 1, "limit": 20, "total": 1, "totalPages": 1},
    )


def test_every_wrong_parameter_of_the_list_is_told(client: Client, reader: Headers) -> None:
    answer = client.get(f"{ROOT}/media?page=0&limit=101&encodingStatus=done", headers=reader)

    assert (answer.status_code, answer.json()["error"]) == (
        400,
        {
            "code": "VALIDATION_ERROR",
            "details": [
                {
                    "field": "encodingStatus",
                    "message": "encodingStatus must be one of "
                    "pending, processing, completed, failed",
                },
                {
                    "field": "page",
                    "message": "page must be a whole number from 1 to 1000000000",
                },
                {"field": "limit", "message": "limit must be a whole number from 1 to 100"},
            ],
        },
    )


def test_a_search_finds_any_or_all_of_the_tags_in_any_case(
    client: Client, db: Database, ada: User, bob: User, reader: Headers
) -> None:
    with db.begin() as tx:
        make_video(tx, ada, title="both", tags=["sea", "Night"])
        make_video(tx, ada, title="one", tags=["Sea"], now=NOON - timedelta(hours=1))
        make_video(tx, ada, title="none", tags=["land"])
        make_video(tx, bob, title="his", tags=["sea", "night"])
    search = "/media/search?tags= SEA ,night,,sea"

    found = {
        "any": titles(client, reader, f"{search}&match=any"),
        "default": titles(client, reader, search),
        "all": titles(client, reader, f"{search}&match=all"),
        "alias": titles(client, reader, f"{search.replace('search', 'search/tags')}&limit=1"),
        "unknown": titles(client, reader, "/vod/search?tags=moon"),
    }

    assert found == {
        "any": ["both", "one"],
        "default": ["both", "one"],
        "all": ["both"],
        "alias": ["both"],
        "unknown": [],
    }


@pytest.mark.parametrize("query", ["", "?tags=", "?tags=%20,%20,"])
def test_a_search_without_a_tag_is_refused(client: Client, reader: Headers, query: str) -> None:
    answer = client.get(f"{ROOT}/media/search{query}", headers=reader)

    assert (answer.status_code, answer.json()["error"]["details"]) == (
        400,
        [{"field": "tags", "message": "tags must name at least one tag"}],
    )


def test_the_tags_of_an_account_are_listed_by_name(
    client: Client, db: Database, ada: User, bob: User, reader: Headers
) -> None:
    with db.begin() as tx:
        make_video(tx, ada, tags=["sea", "Night"])
        make_video(tx, bob, tags=["his"])
        night, sea = list_account_tags(tx, ada.account.id)

    answer = client.get(f"{ROOT}/tags", headers=reader)

    assert answer.json() == {
        "success": True,
        "data": [
            {"id": night.id, "name": "Night", "color": "#6c757d"},
            {"id": sea.id, "name": "sea", "color": "#6c757d"},
        ],
    }


def test_the_embed_code_names_our_player_and_our_host(
    client: Client, db: Database, ada: User, reader: Headers
) -> None:
    with db.begin() as tx:
        video = make_video(tx, ada).video.uuid
    film = f"vod_{video}"
    paths = [f"media/{film}/embed", f"embed/{film}", f"vod/{film}/embed", f"live/{film}/embed"]

    answers = [client.get(f"{ROOT}/{path}", headers=reader).json() for path in paths]

    code = f"""\
<video id="vod-player-{video}" class="video-js vjs-default-skin" controls></video>

<!-- VSRCPlayer Library -->
<script src="https://video.example/dist/vsrc-player.js"></script>

<script>
  var player = new VSRCPlayer('#vod-player-{video}', {{
    type: 'vod',
    mediaId: '{film}',
    debug: "video.example",
    onReady: (playerInstance) => {{
      console.log('The player is ready');
    }},
    onError: (error) => {{
      console.error('The player failed', error);
    }}
  }});
</script>
"""
    assert (
        answers
        == [
            {
                "success": True,
                "data": {
                    "mediaId": film,
                    "title": "A film",
                    "description": None,
                    "playerType": "vod",
                    "encodingStatus": "pending",
                    "embedCode": code,
                },
            }
        ]
        * 4
    )


def test_the_embed_code_of_a_live_stream_is_unknown(client: Client, reader: Headers) -> None:
    live = "live_a1b2c3d4-e5f6-7890-abcd-ef1234567890"

    answer = client.get(f"{ROOT}/media/{live}/embed", headers=reader)

    assert (answer.status_code, answer.json()) == (
        404,
        {
            "success": False,
            "message": f"No such media: {live}",
            "error": {"code": "NOT_FOUND"},
        },
    )
