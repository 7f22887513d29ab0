"""Where streams may be played."""

from pathlib import Path
from typing import Any

import pytest
from tests.dialects.avcaption.conftest import Client
from tests.dialects.avcaption.streamed import (
    OWN,
    SCHOOL,
    STREAM,
    Player,
    playing,
    put_stream,
)

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database

OTHER = {"Origin": "https://other.example"}


@pytest.fixture
def restricted(db: Database, tmp_path: Path, ada: User) -> VideoEntry:
    """Shown on one site only."""
    return put_stream(db, tmp_path, ada, allowed_domains=["school.example"])


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize(
    ("headers", "begins"),
    [
        (SCHOOL, True),
        ({"Referer": "https://school.example/lessons/7?a=b"}, True),
        ({"Origin": "https://school.example:8443"}, True),
        (OWN, True),
        ({"Origin": "null", **OWN}, True),
        (OTHER, False),
        ({**OTHER, "Referer": "https://school.example/"}, False),
        ({"Origin": "https://www.school.example"}, False),
        ({"Origin": "https://school.example.other.example"}, False),
        ({"Referer": "https://other.example/?https://school.example/"}, False),
        ({}, False),
    ],
)
def test_a_session_begins_on_the_sites_of_the_video_only(
    client: Client, restricted: VideoEntry, headers: dict[str, str], begins: bool
) -> None:
    player = Player(client, restricted.video.embed_token, headers)

    answer = player.begin()

    assert answer.status_code == (200 if begins else 403)
    assert begins or answer.json()["code"] == "domain_not_allowed"


def test_a_wildcard_is_for_what_stands_below_it(
    client: Client, db: Database, tmp_path: Path, ada: User
) -> None:
    film = put_stream(db, tmp_path, ada, allowed_domains=["*.school.example"])
    hosts = ["www.school.example", "a.b.school.example", "school.example", "aschool.example"]

    answers = [
        Player(client, film.video.embed_token, {"Origin": f"https://{host}"}).begin()
        for host in hosts
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 403, 403]


def test_the_site_is_asked_for_at_playlist_key_and_segment(
    client: Client, restricted: VideoEntry
) -> None:
    player = playing(client, restricted.video.embed_token, SCHOOL)
    paths = [
        f"{STREAM}/{player.token}/playlist?token={player.shown}",
        f"{STREAM}/{player.token}/playlist?token={player.shown}&v=720p",
        f"{STREAM}/{player.token}/playlist?token={player.shown}&v=captions/en",
        f"{STREAM}/{player.token}/file/captions/en.vtt?token={player.shown}",
        *player.key_paths(),
        *player.segment_paths(),
        f"{STREAM}/{player.token}/seg/720p/init.mp4?token={player.shown}",
    ]

    answers = {
        site: {client.get(path, headers=headers).status_code for path in paths}
        for site, headers in {"": {}, "other": OTHER, "own": OWN, "school": SCHOOL}.items()
    }

    assert answers == {"": {403}, "other": {403}, "own": {403}, "school": {200}}


def test_players_that_name_no_site_go_on_with_what_our_own_page_began(
    client: Client, restricted: VideoEntry
) -> None:
    player = playing(client, restricted.video.embed_token, OWN)

    going = client.get(player.segment_paths()[0])
    elsewhere = client.get(player.segment_paths()[0], headers=SCHOOL)

    assert going.status_code == 200
    assert refusal(elsewhere) == (403, "forbidden")


def test_native_players_need_no_site_where_there_is_no_list(
    client: Client, db: Database, tmp_path: Path, ada: User
) -> None:
    film = put_stream(db, tmp_path, ada)
    player = playing(client, film.video.embed_token)

    answers = [client.get(path) for path in (*player.key_paths(), *player.segment_paths())]

    assert {answer.status_code for answer in answers} == {200}
