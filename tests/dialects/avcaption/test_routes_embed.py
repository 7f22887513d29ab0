import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.dialects.avcaption.conftest import Client, Clock, KeyOf, OpenClient
from tests.dialects.avcaption.streamed import Player, playing, put_stream
from tests.dialects.runtimes import PUBLIC_URL, Headers
from tests.factories import NOON, actor_of, make_video

from vitascope.core.accounts.model import User
from vitascope.core.embeds.make import make_embed_token
from vitascope.core.embeds.model import NewEmbedToken
from vitascope.core.presets.keep import add_preset
from vitascope.core.presets.model import Look, NewPreset
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.dialects.avcaption.wire_presets import PresetOut

EMBED, TOKENS = "/api/v1/embed", "/api/v1/embed-token"


@pytest.fixture
def film(db: Database, tmp_path: Path, ada: User) -> VideoEntry:
    return put_stream(db, tmp_path, ada, title="A film")


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_an_embed_says_what_a_page_needs(client: Client, film: VideoEntry) -> None:
    token = film.video.embed_token
    files = f"{PUBLIC_URL}/api/stream/{token}/file"

    answer = client.get(f"{EMBED}/{token}")

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "video_id": str(film.video.uuid),
            "title": "A film",
            "duration": 24.0,
            "status": "ready",
            "thumbnail_url": f"{files}/poster.jpg",
            "poster_url": f"{files}/poster.jpg",
            "sprite_url": None,
            "watch_url": f"{PUBLIC_URL}/watch/{token}",
            "embed_url": f"{PUBLIC_URL}/embed/{token}",
            "subtitles": [
                {
                    "language": "en",
                    "label": "English",
                    "default": False,
                    "url": f"{files}/captions/en.vtt",
                }
            ],
            "preset": None,
            "requires_token": False,
        },
    )


def test_before_a_file_is_looked_into_little_is_known(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        film = make_video(tx, ada)

    told = client.get(f"{EMBED}/{film.video.embed_token}").json()

    assert (told["status"], told["duration"], told["poster_url"]) == ("processing", None, None)


def test_an_embed_has_the_preset_that_its_owner_uses(
    client: Client, db: Database, ada: User, film: VideoEntry
) -> None:
    with db.begin() as tx:
        new = NewPreset(name="Ours", is_default=True, look=Look())
        preset = add_preset(tx, actor_of(ada), new, now=NOON)

    told = client.get(f"{EMBED}/{film.video.embed_token}").json()

    assert told["preset"]["id"] == PresetOut.of(preset).id


def test_a_viewer_s_token_is_made_with_what_is_said_of_it(
    client: Client, keyed: Headers, film: VideoEntry
) -> None:
    said = {
        "video_id": str(film.video.uuid),
        "viewer_id": "student 7",
        "expires_in": 60,
        "allowed_domains": ["School.example"],
        "max_sessions": 2,
    }

    answer = client.post(TOKENS, json=said, headers=keyed)

    told = answer.json()
    token = told["embed_token"]
    assert (answer.status_code, answer.headers["cache-control"]) == (201, "no-store")
    assert told == {
        "embed_token": token,
        "video_id": str(film.video.uuid),
        "viewer_id": "student 7",
        "allowed_domains": ["school.example"],
        "max_sessions": 2,
        "expires_at": "2026-03-01T12:01:00.000Z",
        "watch_url": f"{PUBLIC_URL}/watch/{token}",
        "embed_url": f"{PUBLIC_URL}/embed/{token}",
    }
    assert client.get(f"{EMBED}/{token}").json()["video_id"] == str(film.video.uuid)
    assert Player(client, token).begin().status_code == 403


def test_only_the_video_has_to_be_named(
    client: Client, keyed: Headers, film: VideoEntry
) -> None:
    said = [
        {"video_id": str(film.video.uuid)},
        {"video_id": film.video.uuid.hex, "viewer_id": None, "max_sessions": None},
        {"video_id": str(film.video.uuid), "allowed_domains": None, "expires_in": None},
    ]

    answers = [client.post(TOKENS, json=each, headers=keyed).json() for each in said]

    for told in answers:
        known = told["viewer_id"], told["max_sessions"], told["allowed_domains"]
        assert known == (None, None, [])
        assert told["expires_at"] == "2026-03-01T13:00:00.000Z"
        assert told["video_id"] == str(film.video.uuid)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"video_id": ""}, "video_id"),
        ({"viewer_id": "x" * 256}, "viewer_id"),
        ({"viewer_id": "a\u0007"}, "viewer_id"),
        ({"viewer_id": 7}, "viewer_id"),
        ({"expires_in": 59}, "expires_in"),
        ({"expires_in": 604801}, "expires_in"),
        ({"expires_in": -(10**30)}, "expires_in"),
        ({"expires_in": 10**15}, "expires_in"),
        ({"expires_in": "3600"}, "expires_in"),
        ({"allowed_domains": ["https://school.example"]}, "allowed_domains"),
        ({"max_sessions": 0}, "max_sessions"),
        ({"max_sessions": 1001}, "max_sessions"),
        ({"max_sessions": True}, "max_sessions"),
    ],
)
def test_what_is_wrong_is_said_of_its_field(
    client: Client, keyed: Headers, film: VideoEntry, said: dict[str, Any], field: str
) -> None:
    answer = client.post(TOKENS, json={"video_id": str(film.video.uuid), **said}, headers=keyed)

    assert refusal(answer) == (400, "validation_error")
    assert list(answer.json()["fields"]) == [field]


def test_tokens_are_made_by_the_owner_only(
    client: Client, key_of: KeyOf, bob: User, reading: Headers, film: VideoEntry
) -> None:
    said = {"video_id": str(film.video.uuid)}

    answers = [
        client.post(TOKENS, json=said),
        client.post(TOKENS, json=said, headers=reading),
        client.post(TOKENS, json=said, headers={"X-API-Key": key_of(bob)}),
        client.post(
            TOKENS,
            json={"video_id": str(uuid.uuid4())},
            headers={"X-API-Key": key_of(bob)},
        ),
    ]

    assert [refusal(answer) for answer in answers] == [
        (401, "unauthorized"),
        (403, "forbidden"),
        (404, "video_not_found"),
        (404, "video_not_found"),
    ]


def test_what_is_gated_opens_by_tokens_for_viewers_only(
    client: Client, db: Database, tmp_path: Path, ada: User, keyed: Headers
) -> None:
    film = put_stream(db, tmp_path, ada, privacy=Privacy.PRIVATE)
    said = {"video_id": str(film.video.uuid)}
    token = client.post(TOKENS, json=said, headers=keyed).json()["embed_token"]

    permanent = client.get(f"{EMBED}/{film.video.embed_token}")
    own = client.get(f"{EMBED}/{token}")

    assert refusal(permanent) == (403, "token_required")
    assert (own.status_code, own.json()["requires_token"]) == (200, True)


def test_a_token_whose_time_is_over_says_so(
    open_client: OpenClient, db: Database, ada: User, film: VideoEntry, clock: Clock
) -> None:
    with db.begin() as tx:
        actor, new = actor_of(ada), NewEmbedToken()
        _, token = make_embed_token(tx, actor, film.video.id, new, now=NOON)
    clock.now += timedelta(hours=1)

    with open_client(now=clock) as client:
        answers = [client.get(f"{EMBED}/{each}") for each in (token, "0" * 32, "x")]

    assert [refusal(answer) for answer in answers] == [
        (410, "embed_token_expired"),
        (404, "embed_not_found"),
        (404, "embed_not_found"),
    ]


def test_a_revoked_token_ends_and_the_permanent_one_is_drawn_anew(
    client: Client, db: Database, keyed: Headers, film: VideoEntry
) -> None:
    said = {"video_id": str(film.video.uuid)}
    own = client.post(TOKENS, json=said, headers=keyed).json()["embed_token"]
    permanent = film.video.embed_token

    answers = [
        client.delete(f"{TOKENS}/{token}", headers=keyed)
        for token in (own, permanent, own, "x")
    ]

    assert [answer.status_code for answer in answers] == [204, 204, 404, 404]
    assert refusal(answers[2]) == (404, "embed_not_found")
    with db.read() as tx:
        after = get_entry(tx, film.video.id).video.embed_token
    opens = [client.get(f"{EMBED}/{each}").status_code for each in (own, permanent, after)]
    assert opens == [404, 404, 200]


def test_nobody_revokes_another_s_token(
    client: Client, key_of: KeyOf, bob: User, reading: Headers, film: VideoEntry
) -> None:
    token = film.video.embed_token

    answers = [
        client.delete(f"{TOKENS}/{token}"),
        client.delete(f"{TOKENS}/{token}", headers=reading),
        client.delete(f"{TOKENS}/{token}", headers={"X-API-Key": key_of(bob)}),
    ]

    assert [refusal(answer) for answer in answers] == [
        (401, "unauthorized"),
        (403, "forbidden"),
        (404, "embed_not_found"),
    ]
    assert playing(client, token).playlist().status_code == 200
