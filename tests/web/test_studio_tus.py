from pathlib import Path
from typing import Any

import pytest
from tests.dialects.runtimes import Client, make_runtime
from tests.factories import NOON, make_user
from tests.media.clips import Draw
from tests.web.libraries import make_folders
from tests.web.people import browsing, log_in
from tests.web.studio import PIECE, TUS, UPLOADS, announce, metadata, page_headers, send_all

from vitascope.core.accounts.model import User
from vitascope.core.uploads.queries import list_uploads
from vitascope.core.videos.model import Selection
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.tus.refusals import TusRefusal
from vitascope.web.studio_tus import refuse

STALE = {
    "sentence": "This page belongs to a login that has ended. Load the page again.",
    "field": None,
}


def titles_of(db: Database, user: User) -> list[str]:
    with db.read() as tx:
        found = list_videos(tx, Selection(owner=user.account.id, privacies=()))
    return [entry.video.title for entry in found.items]


def test_bytes_come_in_pieces_and_are_found_again(
    client: Client, db: Database, ada: User
) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)
    piece = {**headers, **PIECE, "upload-offset": "0"}

    first = client.patch(address, headers=piece, content=b"12345")
    found = client.head(address, headers=TUS)

    assert (first.status_code, first.headers["upload-offset"]) == (204, "5")
    assert (found.status_code, found.headers["upload-offset"]) == (200, "5")
    assert found.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("token", ["", "made up"])
def test_without_the_pages_token_nothing_is_taken(
    client: Client, db: Database, runtime: Runtime, ada: User, token: str
) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)
    wrong = {**headers, "x-form-token": token}

    answers = [
        client.post(UPLOADS, headers={**wrong, "upload-length": "5"}),
        client.patch(
            address, headers={**wrong, **PIECE, "upload-offset": "0"}, content=b"12345"
        ),
        client.post(
            address, headers={**wrong, "x-http-method-override": "DELETE"}, content=b""
        ),
        client.delete(address, headers=wrong),
        client.post(f"{address}/finalize", headers=wrong),
    ]

    with db.read() as tx:
        kept = list_uploads(tx, ada.id, now=runtime.now())
    assert [(answer.status_code, answer.json()) for answer in answers] == [(403, STALE)] * 5
    assert len(kept) == 1
    assert client.head(address, headers=TUS).headers["upload-offset"] == "0"


def test_strangers_and_other_sites_get_nowhere(client: Client, db: Database, ada: User) -> None:
    stranger = client.post(UPLOADS, headers={**TUS, "upload-length": "5"})
    headers = page_headers(client, db, ada)

    foreign = client.post(
        UPLOADS, headers={**headers, "upload-length": "5", "sec-fetch-site": "cross-site"}
    )

    assert (stranger.status_code, stranger.json()["sentence"]) == (
        401,
        "You are not logged in any more. Load the page again.",
    )
    assert foreign.status_code == 403
    assert "another site" in foreign.text


def test_somebody_elses_upload_is_out_of_reach(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    address = announce(client, page_headers(client, db, ada))
    with db.begin() as tx:
        eve = make_user(tx, "eve")

    with browsing(runtime) as other:
        headers = page_headers(other, db, eve)
        answers = [
            other.head(address, headers=TUS),
            other.delete(address, headers=headers),
            other.post(f"{address}/finalize", headers=headers),
        ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]


def test_an_upload_can_be_ended(client: Client, db: Database, ada: User) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)
    send_all(client, headers, address, b"1234567890")

    ended = client.delete(address, headers=headers)

    assert ended.status_code == 204
    assert client.head(address, headers=TUS).status_code == 404


def test_a_file_that_is_too_large_is_refused_in_words(
    client: Client, db: Database, ada: User
) -> None:
    headers = page_headers(client, db, ada)

    answer = client.post(UPLOADS, headers={**headers, "upload-length": "61000000"})

    assert (answer.status_code, answer.json()) == (
        413,
        {
            "sentence": (
                "This file has 61 MB, and this server takes at most 10 MB. "
                "Make it smaller, or ask the people who run this server."
            ),
            "field": None,
        },
    )


def test_a_quota_that_is_too_small_names_what_is_used(client: Client, db: Database) -> None:
    with db.begin() as tx:
        user = make_user(tx, "eve", quota_bytes=5000)
    headers = page_headers(client, db, user)
    announce(client, headers, size_bytes=3000)

    answer = client.post(UPLOADS, headers={**headers, "upload-length": "4000"})

    said = (
        "This does not fit: 3.0 kB of your 5.0 kB are used. "
        "Delete what you need no more, or ask for more room."
    )
    assert (answer.status_code, answer.json()["sentence"]) == (403, said)


def test_what_breaks_the_protocol_keeps_its_status() -> None:
    answer = refuse(TusRefusal("ERR_X", "No", 412))

    assert answer.status == 412
    assert answer.body == b'{"sentence":"No.","field":"request"}'


def test_other_paths_below_are_none(client: Client, db: Database, ada: User) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)

    answers = [
        client.get(f"{address}/finalize", headers=headers),
        client.post(f"{address}/other", headers=headers),
        client.post(f"{UPLOADS}/{'0' * 32}/finalize", headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_text_becomes_no_video_and_says_why(client: Client, db: Database, ada: User) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)
    send_all(client, headers, address, b"just words")

    answer = client.post(f"{address}/finalize", headers=headers)
    (listed,) = client.get("/studio/api/uploads").json()

    assert answer.status_code == 400
    assert answer.json()["field"] == "file"
    assert answer.json()["sentence"].endswith(" Choose a video or audio file.")
    assert (listed["state"], bool(listed["failure"])) == ("failed", True)
    assert titles_of(db, ada) == []


def test_an_upload_that_is_not_whole_cannot_be_finished(
    client: Client, db: Database, ada: User
) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)

    answer = client.post(f"{address}/finalize", headers=headers)

    assert (answer.status_code, answer.json()["sentence"]) == (
        409,
        "0 of 10 bytes have arrived. Choose the file again to go on.",
    )


@pytest.mark.media
def test_a_whole_file_becomes_one_video_however_often_it_is_finished(
    db: Database, tmp_path: Path, ada: User, draw_clip: Draw
) -> None:
    content = draw_clip(duration_s=1, size="320x180").read_bytes()

    with browsing(make_runtime(db, tmp_path)) as client:
        headers = page_headers(client, db, ada)
        address = announce(client, headers, size_bytes=len(content))
        send_all(client, headers, address, content)
        answers: list[Any] = [
            client.post(f"{address}/finalize", headers=headers) for _time in range(2)
        ]

    told = answers[0].json()
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[1].json() == told
    assert (told["state"], told["received_bytes"]) == ("done", len(content))
    assert told["video"]["path"].startswith("/w/")
    assert titles_of(db, ada) == ["A film"]


def test_a_file_without_a_title_is_called_by_its_name(
    client: Client, db: Database, ada: User
) -> None:
    headers = page_headers(client, db, ada)
    said = metadata(filename="holiday 3.mp4")

    client.post(UPLOADS, headers={**headers, "upload-length": "5", "upload-metadata": said})
    (listed,) = client.get("/studio/api/uploads").json()

    assert (listed["filename"], listed["fields"]["title"]) == ("holiday 3.mp4", "holiday 3")


def test_a_login_alone_is_enough_to_look(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    answer = client.options(UPLOADS)

    assert (answer.status_code, answer.headers["tus-version"]) == (204, "1.0.0")


def test_an_upload_goes_into_the_folder_that_is_named(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        mine = make_folders(tx, ada)[0]
        hers = make_folders(tx, make_user(tx, "eve"))[0]
    headers = {**page_headers(client, db, ada), "upload-length": "5"}

    answers = [
        client.post(UPLOADS, headers={**headers, "upload-metadata": metadata(folder=text)})
        for text in (str(mine), str(hers), "x", "9" * 30)
    ]

    assert [answer.status_code for answer in answers] == [201, 400, 404, 404]
    with db.read() as tx:
        assert [
            upload.fields["folder_id"] for upload in list_uploads(tx, ada.id, now=NOON)
        ] == [mine]
