from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.dialects.avcaption.chunked import (
    INIT,
    UPLOAD,
    begin,
    complete,
    failure,
    left_behind,
    send,
    stored,
)
from tests.dialects.avcaption.conftest import Client, OpenClient
from tests.dialects.runtimes import Headers
from tests.factories import NOON

from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database

DIRECT_BYTES = 500_000
NO_FILM = (
    "This file is not a video or audio file Vitascope can read: it is damaged, cut off or "
    "something else"
)

BOTH = ("a.example", "b.example")
NO_DOMAIN = "'1/2' is no domain: write it as in example.com or *.example.com, without https://"


@pytest.fixture
def client(open_client: OpenClient) -> Iterator[Client]:
    with open_client(avcaption_direct_bytes=DIRECT_BYTES) as client:
        yield client


@pytest.mark.media
@pytest.mark.parametrize(
    ("fields", "title", "domains", "privacy"),
    [
        ({"title": "A film", "allowed_domains": ""}, "A film", (), Privacy.UNLISTED),
        ({"preset_id": "", "requires_token": "1"}, "clip", (), Privacy.PRIVATE),
        ({"allowed_domains": "a.example, b.example"}, "clip", BOTH, Privacy.UNLISTED),
        ({"allowed_domains": '["a.example", "b.example"]'}, "clip", BOTH, Privacy.UNLISTED),
    ],
)
def test_a_small_file_becomes_a_video_in_one_request(
    client: Client,
    tmp_path: Path,
    keyed: Headers,
    clip: bytes,
    video_of: Callable[[Any], VideoEntry],
    fields: dict[str, str],
    title: str,
    domains: tuple[str, ...],
    privacy: Privacy,
) -> None:
    answer = client.post(UPLOAD, data=fields, files={"file": ("clip.mp4", clip)}, headers=keyed)

    entry = video_of(answer)
    assert (answer.status_code, answer.json()) == (
        201,
        {
            "video_id": str(entry.video.uuid),
            "embed_token": entry.video.embed_token,
            "status": "processing",
        },
    )
    assert (entry.video.title, entry.video.privacy) == (title, privacy)
    assert entry.video.allowed_domains == domains
    assert left_behind(tmp_path) == []
    assert stored(tmp_path, entry) == clip


@pytest.mark.media
def test_what_is_no_film_is_told_apart_from_wrong_words(
    client: Client, tmp_path: Path, keyed: Headers
) -> None:
    direct = client.post(UPLOAD, files={"file": ("clip.mp4", b"no film")}, headers=keyed)
    upload_id = begin(client, keyed, 7)
    send(client, keyed, upload_id, 0, b"no film")
    chunked = complete(client, keyed, upload_id)

    assert [failure(direct), failure(chunked)] == [
        (422, {"error": NO_FILM, "code": "invalid_media"})
    ] * 2


@pytest.mark.parametrize(
    ("fields", "file", "problems"),
    [
        ({}, None, {"file": "file is required"}),
        (
            {"title": "t" * 256, "allowed_domains": "school.example, 1/2", "preset_id": "7"},
            ("clip.mp4", b"bytes"),
            {
                "preset_id": "There is no preset of this id",
                "title": "title has at most 255 characters",
                "allowed_domains": NO_DOMAIN,
            },
        ),
    ],
)
def test_everything_wrong_beside_the_file_is_told_at_once(
    client: Client,
    tmp_path: Path,
    keyed: Headers,
    fields: dict[str, str],
    file: Any,
    problems: dict[str, str],
) -> None:
    files = {"other": ("a", b"b")} if file is None else {"file": file}

    answer = client.post(UPLOAD, data=fields, files=files, headers=keyed)

    assert failure(answer) == (
        400,
        {
            "error": "; ".join(problems.values()),
            "code": "validation_error",
            "fields": problems,
        },
    )
    assert left_behind(tmp_path) == []


def test_a_direct_upload_that_says_it_is_too_large_is_refused_before_its_bytes(
    client: Client, keyed: Headers
) -> None:
    announced = {"Content-Length": str(DIRECT_BYTES + 64 * 1024 + 1)}

    # The body that follows is no form: whoever read it would say so.
    answer = client.post(UPLOAD, content=b"x", headers={**keyed, **announced})

    assert failure(answer) == (
        413,
        {
            "error": "The file has 500001 bytes; this server takes at most 500000",
            "code": "file_too_large",
        },
    )


def test_a_direct_upload_that_turns_out_too_large_leaves_nothing(
    client: Client, tmp_path: Path, keyed: Headers
) -> None:
    file = ("clip.mp4", b"x" * (DIRECT_BYTES + 1))

    answer = client.post(UPLOAD, files={"file": file}, headers=keyed)

    status, body = failure(answer)
    assert (status, body["code"]) == (413, "file_too_large")
    assert left_behind(tmp_path) == []


def test_a_quota_is_told_before_the_bytes_with_what_is_used_of_it(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, now=NOON, quota_bytes=10_000)
    begin(client, keyed, 4000)

    announced = client.post(INIT, json={"filename": "a.mp4", "size": 7000}, headers=keyed)
    direct = client.post(
        UPLOAD, content=b"x", headers={**keyed, "Content-Length": str(7000 + 64 * 1024)}
    )

    refused = (
        403,
        {
            "error": "The quota has no room for 7000 bytes: 4000 of 10000 are used",
            "code": "quota_exceeded",
        },
    )
    assert [failure(announced), failure(direct)] == [refused] * 2


@pytest.mark.parametrize("path", ["", "/init", "/chunk", "/complete"])
def test_uploading_needs_a_key_that_may_write(
    client: Client, reading: Headers, path: str
) -> None:
    stranger = client.post(f"{UPLOAD}{path}", content=b"{}")
    reader = client.post(f"{UPLOAD}{path}", content=b"{}", headers=reading)

    assert (stranger.status_code, stranger.json()["code"]) == (401, "unauthorized")
    assert (reader.status_code, reader.json()["code"]) == (403, "forbidden")
