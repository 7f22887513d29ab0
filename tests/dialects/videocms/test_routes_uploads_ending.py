"""What is still to become a video, and how it becomes one."""

import uuid
from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.sending import (
    FILM,
    UPLOADS,
    announce,
    begin,
    described,
    finalize,
    id_of,
    send,
    sent,
)
from tests.factories import NOON
from tests.media.clips import Draw

from vitascope.core.uploads.model import UploadState
from vitascope.core.uploads.queries import find_upload, update_upload
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.files import files_of

FILE = str(uuid.UUID(int=7))


def set_state(runtime: Runtime, path: str, **values: Any) -> None:
    with runtime.db.begin() as tx:
        upload = find_upload(tx, id_of(path))
        assert upload is not None
        update_upload(tx, upload.id, now=NOON, **values)


def test_sessions_are_what_is_still_to_become_a_video(
    client: Client, his: Headers, admin: Headers, runtime: Runtime
) -> None:
    paths = [
        begin(client, his, 6, **described(filename="a.mp4", client_upload_uuid=FILE)),
        begin(client, his, 6),
        sent(client, his, b"abcdef"),
        sent(client, his, b"abcdef"),
        sent(client, his, b"abcdef"),
        sent(client, his, b"abcdef"),
    ]
    send(client, his, paths[1], b"abc")
    set_state(runtime, paths[3], state=UploadState.FINISHING)
    set_state(runtime, paths[4], state=UploadState.FAILED, failure="no video")
    set_state(runtime, paths[5], state=UploadState.DONE)

    hers = client.get(f"{UPLOADS}/sessions", headers=admin)
    found = client.get(f"{UPLOADS}/sessions", headers=his).json()

    assert (hers.status_code, hers.text) == (200, "[]\n")
    assert [(row["TusID"], row["Status"], row["Offset"]) for row in found] == [
        (id_of(path).hex, status, offset)
        for path, status, offset in reversed(
            [
                (paths[0], "created", 0),
                (paths[1], "uploading", 3),
                (paths[2], "uploaded", 6),
                (paths[3], "importing", 6),
                (paths[4], "failed", 6),
            ]
        )
    ]
    assert found[-1] == {
        "ID": 1,
        "CreatedAt": "2026-03-01T12:00:00Z",
        "Name": "a.mp4",
        "UUID": str(id_of(paths[0])),
        "ClientUploadUUID": FILE,
        "TusID": id_of(paths[0]).hex,
        "Size": 6,
        "Offset": 0,
        "PartCount": 0,
        "Status": "created",
        "ExpiresAt": "2026-03-02T12:00:00Z",
    }


def test_sessions_show_a_joined_file_and_not_its_parts(client: Client, his: Headers) -> None:
    named = described(filename=FILM, client_upload_uuid=FILE)
    parts = [sent(client, his, data, Upload_Concat="partial", **named) for data in (b"a", b"b")]

    before = client.get(f"{UPLOADS}/sessions", headers=his).json()
    joined = announce(client, his, 2, Upload_Concat=f"final;{parts[0]} {parts[1]}", **named)
    after = client.get(f"{UPLOADS}/sessions", headers=his).json()

    assert (before, joined.status_code) == ([], 201)
    assert [(row["PartCount"], row["Size"], row["Status"]) for row in after] == [
        (2, 2, "uploaded")
    ]


def test_a_part_is_not_finalized(client: Client, his: Headers) -> None:
    path = sent(client, his, b"abc", Upload_Concat="partial")

    answer = finalize(client, his, path)

    assert whole(answer) == words(400, "partial uploads cannot be finalized")


def test_an_upload_with_bytes_missing_is_not_finalized(client: Client, his: Headers) -> None:
    path = begin(client, his, 6)
    send(client, his, path, b"abc")

    answer = finalize(client, his, path)

    assert whole(answer) == words(409, "uploaded file size mismatch: server 3, expected 6")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"abcdef", "upload is already importing"), (b"abc", "upload is not complete")],
)
def test_an_upload_is_finalized_by_one_request_at_a_time(
    client: Client, his: Headers, runtime: Runtime, data: bytes, sentence: str
) -> None:
    path = begin(client, his, 6)
    send(client, his, path, data)

    with files_of(runtime).hold(id_of(path)):
        answer = finalize(client, his, path)

    assert whole(answer) == words(409, sentence)


def test_an_upload_whose_bytes_got_lost_is_not_found(
    client: Client, his: Headers, runtime: Runtime
) -> None:
    path = sent(client, his, b"abcdef")
    source = {
        "asset_uuid": str(id_of(path)),
        "sha256": "0" * 64,
        "size_bytes": 6,
        "content_type": "video/mp4",
        "filename": FILM,
        "probe": "{}",
    }
    set_state(runtime, path, source=source)
    files_of(runtime).remove(id_of(path))

    answer = finalize(client, his, path)

    assert whole(answer) == words(404, "uploaded file not found")


@pytest.mark.media
def test_a_finalized_upload_is_a_link_however_often(
    client: Client, his: Headers, draw_clip: Draw, runtime: Runtime
) -> None:
    data = draw_clip(size="160x90", duration_s=1).read_bytes()
    folder = client.post("/api/folder", json={"Name": "Films"}, headers=his).json()["ID"]
    parent = described(filename="My film.mp4", parent_folder_id=str(folder))
    path = begin(client, his, len(data), **parent)
    send(client, his, path, data[:1000])
    send(client, his, path, data[1000:], 1000)

    answers = [finalize(client, his, path) for _ in range(2)]
    told = client.head(path, headers=his)
    sessions = client.get(f"{UPLOADS}/sessions", headers=his).json()

    link = answers[0].json()
    assert link == {
        "ID": 1,
        "CreatedAt": "2026-03-01T12:00:00Z",
        "UpdatedAt": "2026-03-01T12:00:00Z",
        "DeletedAt": None,
        "UUID": link["UUID"],
        "Name": "My film.mp4",
        "ParentFolderID": folder,
        "Tags": None,
    }
    assert [(a.status_code, a.json()) for a in answers] == [(200, link)] * 2
    assert client.get("/api/files", params={"ParentFolderID": folder}, headers=his).json() == [
        link
    ]
    assert (sessions, list(runtime.uploads.iterdir())) == ([], [])
    offset = (told.headers["upload-offset"], told.headers["upload-length"])
    assert offset == (str(len(data)), str(len(data)))


@pytest.mark.media
def test_two_parts_and_what_joins_them_are_one_link(
    client: Client, his: Headers, draw_clip: Draw
) -> None:
    data = draw_clip(size="160x90", duration_s=1).read_bytes()
    named = described(filename=FILM, client_upload_uuid=FILE)
    halves = (data[:5000], data[5000:])
    parts = [sent(client, his, half, Upload_Concat="partial", **named) for half in halves]
    urls = " ".join(f"https://video.example{part}" for part in parts)

    path = begin(client, his, len(data), Upload_Concat=f"final;{urls}", **named)
    told = client.head(path, headers=his)
    answer = finalize(client, his, path)

    assert told.headers["upload-concat"] == f"final;{urls}"
    assert told.headers["upload-offset"] == str(len(data))
    assert answer.status_code == 200
    detail = client.get("/api/file", params={"LinkID": answer.json()["ID"]}, headers=his)
    assert detail.json()["Size"] == len(data)


@pytest.mark.media
def test_what_is_no_video_fails_and_may_be_tried_again(client: Client, his: Headers) -> None:
    path = sent(client, his, b"no video at all")

    answers = [finalize(client, his, path) for _ in range(2)]
    (session,) = client.get(f"{UPLOADS}/sessions", headers=his).json()

    refused = words(400, "Invalid data found when processing video")
    assert [whole(answer) for answer in answers] == [refused] * 2
    assert session["Status"] == "failed"


@pytest.mark.media
def test_the_same_bytes_of_two_people_are_one_file_with_two_links(
    client: Client, his: Headers, admin: Headers, draw_clip: Draw
) -> None:
    data = draw_clip(size="160x90", duration_s=1).read_bytes()

    links = [
        finalize(client, headers, sent(client, headers, data)).json()
        for headers in (his, admin)
    ]

    details = [
        client.get("/api/file", params={"LinkID": link["ID"]}, headers=headers).json()
        for link, headers in zip(links, (his, admin), strict=True)
    ]
    assert links[0]["UUID"] != links[1]["UUID"]
    assert [detail["Size"] for detail in details] == [len(data)] * 2


@pytest.mark.media
def test_a_link_that_was_deleted_since_is_not_made_again(
    client: Client, his: Headers, draw_clip: Draw, runtime: Runtime
) -> None:
    path = sent(client, his, draw_clip(size="160x90", duration_s=1).read_bytes())
    finalize(client, his, path)
    set_state(runtime, path, video_id=None)

    answer = finalize(client, his, path)

    assert whole(answer) == words(404, "uploaded file not found")
