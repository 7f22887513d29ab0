from pathlib import Path
from typing import Any

import pytest
from tests.dialects.runtimes import Client, make_runtime
from tests.factories import make_user
from tests.media.clips import Draw
from tests.web.libraries import make_folders
from tests.web.people import alerts_of, browsing, form_of, log_in

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.videos.model import Privacy, Selection, VideoEntry
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Database
from vitascope.http.runtime import Runtime

PAGE = "/studio/upload"


def upload(client: Client, content: bytes | None, **typed: str) -> Any:
    fields = form_of(client.get(PAGE).text, PAGE)
    given = {"form_token": fields["form_token"], **typed}
    parts: dict[str, Any] = {name: (None, value) for name, value in given.items()}
    if content is not None:
        parts["file"] = ("holiday 3.mp4", content, "video/mp4")
    return client.post(PAGE, files=parts)


def videos_of(db: Database, user: User) -> list[VideoEntry]:
    with db.read() as tx:
        found = list_videos(tx, Selection(owner=user.account.id, privacies=()))
    return list(found.items)


def is_clean(runtime: Runtime) -> bool:
    return not list(runtime.incoming.glob("*"))


@pytest.mark.media
def test_a_file_becomes_a_video_and_its_page_is_shown(
    client: Client, db: Database, runtime: Runtime, ada: User, draw_clip: Draw
) -> None:
    log_in(client, db, ada)
    content = draw_clip(duration_s=1, size="320x180").read_bytes()
    with db.begin() as tx:
        archive = make_folders(tx, ada)[0]
    typed = {"description": "Two\r\nlines", "channel": "1", "folder": str(archive)}

    answer = upload(client, content, **typed, privacy="private")

    (entry,) = videos_of(db, ada)
    video = entry.video
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"/w/{short_uuid(video.uuid)}",
    )
    assert (video.title, video.description, video.privacy, video.folder_id) == (
        "holiday 3",
        "Two\nlines",
        Privacy.PRIVATE,
        archive,
    )
    assert is_clean(runtime)


@pytest.mark.parametrize(
    ("content", "typed", "sentence"),
    [
        (None, {}, "No file was chosen. Choose a video or audio file."),
        (b"words", {"privacy": "password"}, "Choose who may watch it."),
        (b"words", {"channel": "99"}, "This is not a channel of the video's owner."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(
    client: Client,
    db: Database,
    runtime: Runtime,
    ada: User,
    content: bytes | None,
    typed: dict[str, str],
    sentence: str,
) -> None:
    log_in(client, db, ada)

    answer = upload(client, content, title="Typed", **typed)

    assert answer.status_code == 400
    assert alerts_of(answer.text) == [sentence]
    assert form_of(answer.text, PAGE)["title"] == "Typed"
    assert (videos_of(db, ada), is_clean(runtime)) == ([], True)


def test_nothing_comes_into_a_folder_of_another(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    with db.begin() as tx:
        hers = make_folders(tx, make_user(tx, "eve"))[0]
    log_in(client, db, ada)

    answer = upload(client, b"words", folder=str(hers))

    assert answer.status_code == 404
    assert (videos_of(db, ada), is_clean(runtime)) == ([], True)


def test_words_are_no_video(client: Client, db: Database, runtime: Runtime, ada: User) -> None:
    log_in(client, db, ada)

    answer = upload(client, b"just words")

    (alert,) = alerts_of(answer.text)
    assert answer.status_code == 400
    assert alert.endswith(" Choose a video or audio file.")
    assert (videos_of(db, ada), is_clean(runtime)) == ([], True)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    db: Database, tmp_path: Path, ada: User
) -> None:
    with browsing(make_runtime(db, tmp_path, max_upload_bytes=1000)) as client:
        log_in(client, db, ada)
        announced = upload(client, b"a" * 200_000)
        read = upload(client, b"a" * 1001)

    assert [announced.status_code, read.status_code] == [413, 413]
    said = (
        " and this server takes at most 1.0 kB. "
        "Make it smaller, or ask the people who run this server."
    )
    alerts = [alerts_of(answer.text)[0] for answer in (announced, read)]
    assert [alert.partition(",")[2] for alert in alerts] == [said, said]


def test_a_quota_that_is_too_small_is_told(client: Client, db: Database) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve", quota_bytes=1000)
    log_in(client, db, eve)

    answer = upload(client, b"a" * 200_000)

    said = (
        "This does not fit: 0 bytes of your 1.0 kB are used. "
        "Delete what you need no more, or ask for more room."
    )
    assert (answer.status_code, alerts_of(answer.text)) == (413, [said])
