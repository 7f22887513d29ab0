from pathlib import Path

import pytest
from tests.dialects.runtimes import make_runtime
from tests.factories import actor_of, make_user, make_video

from vitascope.base.errors import Forbidden, Invalid
from vitascope.core.captions.model import CaptionFormat
from vitascope.core.captions.queries import list_added_captions
from vitascope.core.videos.model import video_folder
from vitascope.db import Database
from vitascope.http.captioning import add_caption_file, drop_caption, language_label
from vitascope.http.runtime import Runtime

VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"
SRT = "1\n00:00:00,000 --> 00:00:01,000\nHello\n"


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    made = make_runtime(db, tmp_path)
    made.incoming.mkdir(parents=True)
    return made


def arrive(runtime: Runtime, text: str = VTT) -> Path:
    path = runtime.incoming / "received"
    path.write_text(text)
    return path


def blobs(runtime: Runtime) -> list[bytes]:
    keys = sorted(runtime.store.list("videos/"))
    return [b"".join(runtime.store.read(key)) for key in keys]


async def test_a_caption_replaces_the_one_before_with_its_files(runtime: Runtime) -> None:
    with runtime.db.begin() as tx:
        user = make_user(tx)
        video = make_video(tx, user).video
    actor = actor_of(user)
    await add_caption_file(runtime, actor, video.id, arrive(runtime), language="en")

    again = arrive(runtime, VTT.replace("Hello", "Goodbye"))
    await add_caption_file(runtime, actor, video.id, again, language="en", label="Mine")

    with runtime.db.read() as tx:
        (kept,) = list_added_captions(tx, video.id)
    assert (kept.label, kept.format) == ("Mine", CaptionFormat.VTT)
    assert kept.blob_key.startswith(f"{video_folder(video.uuid)}/captions/")
    assert blobs(runtime) == [VTT.replace("Hello", "Goodbye").encode()]
    assert list(runtime.incoming.iterdir()) == []


@pytest.mark.parametrize(
    "received",
    [
        VTT.encode("utf-16"),
        VTT.encode("utf-8-sig"),
        VTT.replace("\n", "\r\n").encode(),
        VTT.replace("Hello", "\u20ac").encode("cp1252"),
    ],
)
async def test_webvtt_that_is_not_plain_is_kept_as_it_came_too(
    runtime: Runtime, received: bytes
) -> None:
    with runtime.db.begin() as tx:
        user = make_user(tx)
        video = make_video(tx, user).video
    actor, path = actor_of(user), runtime.incoming / "received"
    path.write_bytes(received)

    language = await add_caption_file(runtime, actor, video.id, path, language="PT-br")
    with runtime.db.read() as tx:
        (kept,) = list_added_captions(tx, video.id)
    stored = [b"".join(runtime.store.read(key)) for key in kept.blob_keys]
    drop_caption(runtime, actor, video.id, language)

    plain = VTT.replace("Hello", "\u20ac") if b"\x80" in received else VTT
    assert stored == [plain.encode(), received]
    assert (language, kept.language, kept.label) == ("pt-BR", "pt-BR", "Portuguese (BR)")
    assert blobs(runtime) == []


@pytest.mark.media
async def test_a_caption_of_another_form_is_kept_as_it_came_too(runtime: Runtime) -> None:
    with runtime.db.begin() as tx:
        user = make_user(tx)
        video = make_video(tx, user).video
    actor = actor_of(user)

    await add_caption_file(runtime, actor, video.id, arrive(runtime, SRT), language="pt-BR")
    stored = blobs(runtime)
    with runtime.db.read() as tx:
        (kept,) = list_added_captions(tx, video.id)
    drop_caption(runtime, actor, video.id, "pt-BR")

    assert (kept.label, kept.format) == ("Portuguese (BR)", CaptionFormat.SRT)
    assert stored == [SRT.encode(), b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"]
    assert blobs(runtime) == []


async def test_a_file_that_is_no_caption_leaves_nothing(runtime: Runtime) -> None:
    with runtime.db.begin() as tx:
        user = make_user(tx)
        video = make_video(tx, user).video

    with pytest.raises(Invalid, match="not a WebVTT") as refused:
        await add_caption_file(
            runtime, actor_of(user), video.id, arrive(runtime, "hello"), language="en"
        )

    assert refused.value.field == "caption"
    assert blobs(runtime) == []
    assert list(runtime.incoming.iterdir()) == []


async def test_nobody_adds_captions_to_the_videos_of_others(runtime: Runtime) -> None:
    with runtime.db.begin() as tx:
        video = make_video(tx, make_user(tx)).video
        bob = make_user(tx, "bob")

    with pytest.raises(Forbidden):
        await add_caption_file(runtime, actor_of(bob), video.id, arrive(runtime), language="en")

    assert blobs(runtime) == []


def test_languages_are_called_by_name_and_region() -> None:
    labels = [language_label(code) for code in ("de", "zh-Hans", "xx")]

    assert labels == ["German", "Chinese (Hans)", "xx"]
