import uuid
from datetime import timedelta
from typing import Any

import pytest
from tests.factories import NOON

from vitascope.base.errors import Invalid
from vitascope.base.ids import PresetId, UploadId, UserId
from vitascope.core.uploads.begin import NewUpload
from vitascope.core.uploads.model import Upload, UploadPart, UploadProtocol, UploadState
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.dialects.avcaption.input import Input
from vitascope.dialects.avcaption.uploads import (
    CHUNK_BYTES,
    InvalidChunkIndex,
    InvalidMedia,
    UploadCompleted,
    announced,
    chunk_index,
    judging_media,
)


def upload(**changes: Any) -> Upload:
    """Of three chunks."""
    given: dict[str, Any] = {
        "id": UploadId(1),
        "uuid": uuid.UUID(int=1),
        "user_id": UserId(1),
        "protocol": UploadProtocol.CHUNKS,
        "part": UploadPart.WHOLE,
        "state": UploadState.RECEIVING,
        "size_bytes": 2 * CHUNK_BYTES + 1,
        "chunk_bytes": CHUNK_BYTES,
        "filename": "a.mp4",
        "content_type": "video/mp4",
        "metadata": "",
        "fields": {},
        "created_at": NOON,
        "updated_at": NOON,
        "expires_at": NOON + timedelta(days=1),
    }
    unset = ("sha256", "concat", "group", "client_key", "replaces", "source", "video_id")
    return Upload(**{**dict.fromkeys((*unset, "failure")), **given, **changes})


def test_all_that_is_announced_is_kept() -> None:
    said = {"filename": "a.mp4", "size": 7, "title": "A film", "sha256": "AB" * 32}

    new = announced(Input({**said, "allowed_domains": ["A.example"]}), PresetId(7))

    assert new == NewUpload(
        protocol=UploadProtocol.CHUNKS,
        filename="a.mp4",
        content_type="video/mp4",
        size_bytes=7,
        sha256="ab" * 32,
        fields=VideoFields(
            title="A film",
            privacy=Privacy.UNLISTED,
            allowed_domains=("a.example",),
            preset_id=PresetId(7),
        ),
        chunk_bytes=5_242_880,
    )


@pytest.mark.parametrize(
    ("filename", "kept", "title"),
    [
        ("lesson.1.mp4", "lesson.1.mp4", "lesson.1"),
        ("lessons/1: intro.mp4", "1: intro.mp4", "1: intro"),
        ("C:\\films\\holiday.mov", "holiday.mov", "holiday"),
        ("without-ending", "without-ending", "without-ending"),
        (".mp4", ".mp4", ".mp4"),
    ],
)
def test_a_film_without_a_title_is_named_like_its_file(
    filename: str, kept: str, title: str
) -> None:
    new = announced(Input({"filename": filename, "size": 7, "title": ""}))

    assert (new.filename, new.fields.title) == (kept, title)


@pytest.mark.parametrize("text", ["0", "2", "002"])
def test_chunks_are_numbered_from_zero(text: str) -> None:
    assert chunk_index(upload(), text) == int(text)


@pytest.mark.parametrize("text", ["3", "-1", "+1", "1.0", "", " 1", "٣", "9" * 40])
def test_there_are_no_other_chunks(text: str) -> None:
    with pytest.raises(InvalidChunkIndex, match="from 0 to 2"):
        chunk_index(upload(), text)


@pytest.mark.parametrize("changes", [{"state": UploadState.DONE}, {"source": {"sha256": ""}}])
def test_what_was_looked_into_takes_no_more_chunks(changes: dict[str, Any]) -> None:
    with pytest.raises(UploadCompleted):
        chunk_index(upload(**changes), "0")


@pytest.mark.parametrize(("field", "kind"), [("file", InvalidMedia), ("title", Invalid)])
def test_only_what_is_about_the_file_is_about_the_media(
    field: str, kind: type[Invalid]
) -> None:
    with pytest.raises(Invalid, match="a reason") as caught, judging_media():
        raise Invalid(field, "a reason")

    assert type(caught.value) is kind
