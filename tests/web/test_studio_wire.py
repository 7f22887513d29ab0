import uuid
from datetime import timedelta
from typing import Any

import pytest
from tests.factories import NOON

from vitascope.base.ids import ImportId, PresetId, UploadId, UserId
from vitascope.core.imports.model import Import, ImportKind, ImportState
from vitascope.core.uploads.model import Upload, UploadPart, UploadProtocol, UploadState
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.web.studio_wire import (
    FieldsOut,
    UploadOut,
    announced_fields,
    import_out,
    upload_out,
)

UUID = uuid.UUID(int=5)


def upload() -> Upload:
    return Upload(
        id=UploadId(1),
        uuid=UUID,
        user_id=UserId(1),
        protocol=UploadProtocol.TUS,
        part=UploadPart.WHOLE,
        state=UploadState.RECEIVING,
        size_bytes=10,
        chunk_bytes=None,
        filename="a film.mp4",
        content_type="video/mp4",
        sha256=None,
        metadata="",
        concat=None,
        group=None,
        client_key=None,
        replaces=None,
        fields={},
        source=None,
        video_id=None,
        failure=None,
        created_at=NOON,
        updated_at=NOON,
        expires_at=NOON + timedelta(days=1),
    )


def an_import(**values: Any) -> Import:
    given: dict[str, Any] = {
        "id": ImportId(7),
        "uuid": UUID,
        "user_id": UserId(1),
        "kind": ImportKind.URL,
        "state": ImportState.DOWNLOADING,
        "url": "https://a.example/film.mp4",
        "magnet": None,
        "torrent": None,
        "torrent_name": None,
        "name": None,
        "fields": {},
        "has_video": False,
        "video_id": None,
        "sync_id": None,
        "usual_only": False,
        "received_bytes": 31,
        "total_bytes": 62,
        "failure": None,
        "attempts": 1,
        "source": None,
        "created_at": NOON,
        "updated_at": NOON,
        "started_at": NOON,
        "finished_at": None,
        "cancel_asked_at": None,
        "canceled_at": None,
    }
    return Import(**{**given, **values})


def test_an_upload_is_told_with_where_it_goes_on() -> None:
    fields = announced_fields(upload(), VideoFields())

    assert upload_out(upload(), fields, 4) == UploadOut(
        id=UUID.hex,
        address=f"/studio/uploads/{UUID.hex}",
        filename="a film.mp4",
        size_bytes=10,
        received_bytes=4,
        state="receiving",
        failure=None,
        expires_at=NOON + timedelta(days=1),
        fields=FieldsOut(
            title="a film",
            description="",
            tags=[],
            channel_id=None,
            privacy="unlisted",
            language=None,
            preset_id=None,
            allowed_domains=[],
        ),
    )


def test_what_was_said_goes_before_what_is_usual() -> None:
    said = VideoFields(
        title="Said",
        description="This",
        tags=("x",),
        privacy=Privacy.PUBLIC,
        language="fr",
        preset_id=PresetId(7),
        allowed_domains=("example.org",),
    )

    assert announced_fields(upload(), said) == FieldsOut(
        title="Said",
        description="This",
        tags=["x"],
        channel_id=None,
        privacy="public",
        language="fr",
        preset_id=7,
        allowed_domains=["example.org"],
    )


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({}, "https://a.example/film.mp4"),
        ({"name": "film.mp4"}, "film.mp4"),
        ({"name": "film.mp4", "fields": {"title": "Said"}}, "Said"),
        ({"url": None, "magnet": "magnet:?xt=1"}, "magnet:?xt=1"),
        ({"url": None, "torrent": b"", "torrent_name": "film.torrent"}, "film.torrent"),
        ({"url": None, "torrent": b""}, "torrent"),
    ],
)
def test_an_import_is_called_by_the_best_name_that_is_known(
    values: dict[str, Any], name: str
) -> None:
    assert import_out(an_import(**values)).name == name


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"total_bytes": None}, (None, True, True, False, None)),
        ({}, (47, True, True, False, None)),
        ({"state": ImportState.CANCELING}, (47, True, False, False, None)),
        ({"state": ImportState.FAILED}, (47, False, False, True, None)),
        ({"state": ImportState.DONE, "video_id": 3}, (100, False, False, False, "/w/3")),
        ({"state": ImportState.DONE}, (100, False, False, False, None)),
    ],
)
def test_an_import_tells_what_can_be_done_with_it(
    values: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    told = import_out(an_import(**values))

    seen = (told.percent, told.is_active, told.can_cancel, told.can_retry, told.video)
    assert seen == expected
