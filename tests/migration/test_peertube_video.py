from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from msgspec import UNSET
from tests.migration.fake_peertube import channel, file, video

from vitascope.core.channels.make import NewChannel
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import CommentsPolicy, Privacy
from vitascope.migration.model import CannotCopy
from vitascope.migration.peertube_shapes import ChannelIn, VideoIn
from vitascope.migration.peertube_video import (
    best_files,
    new_channel,
    remarks_on,
    video_fields,
)


def read(**changes: Any) -> VideoIn:
    return msgspec.convert(video(1, **changes), VideoIn)


def hls(*files: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": 1, "type": 1, "files": list(files)}]


def test_everything_a_video_says_about_itself_is_taken_over() -> None:
    shown = read(
        name="A film",
        description="About it",
        support="Give",
        category={"id": 15, "label": "Science & Technology"},
        licence={"id": 1, "label": "Attribution"},
        language={"id": "pt-PT", "label": "Portuguese"},
        privacy={"id": 4, "label": "Internal"},
        nsfw=True,
        downloadEnabled=False,
        commentsPolicy={"id": 3, "label": "Requires approval"},
        originallyPublishedAt="1999-12-31T23:00:00.000Z",
        tags=["one", "two"],
    )

    fields = video_fields(shown, [])

    assert fields == VideoFields(
        title="A film",
        description="About it",
        support="Give",
        privacy=Privacy.INTERNAL,
        category=15,
        licence=1,
        language="pt-PT",
        is_nsfw=True,
        waits_for_ready=True,
        downloads_allowed=False,
        comments_policy=CommentsPolicy.REQUIRES_APPROVAL,
        originally_published_at=datetime(1999, 12, 31, 23, tzinfo=UTC),
        tags=["one", "two"],
    )
    assert remarks_on(shown, []) == ()


def test_what_is_not_said_is_nothing_and_the_day_of_publication_stays() -> None:
    shown = read(description="", support=None, publishedAt="2020-02-01T10:00:00.000Z")

    fields = video_fields(shown, [])

    assert (fields.description, fields.category, fields.language) == (None, None, None)
    assert fields.originally_published_at == datetime(2020, 2, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "policy"),
    [
        ({"commentsEnabled": False}, CommentsPolicy.DISABLED),
        ({"commentsEnabled": True}, CommentsPolicy.ENABLED),
        ({}, UNSET),
    ],
)
def test_older_servers_say_of_comments_only_whether(said: dict[str, Any], policy: Any) -> None:
    shown = {**video(1), **said}
    del shown["commentsPolicy"]

    fields = video_fields(msgspec.convert(shown, VideoIn), [])

    assert fields.comments_policy == policy


def test_a_video_with_passwords_keeps_them() -> None:
    shown = read(privacy={"id": 5, "label": "Password protected"})

    fields = video_fields(shown, ["sesame", "sesame", "open"])

    assert (fields.privacy, fields.passwords) == (Privacy.PASSWORD, ["sesame", "open"])
    assert remarks_on(shown, ["sesame"]) == ()


@pytest.mark.parametrize(
    ("number", "remark"),
    [
        (5, "it is private here, since the server does not tell its passwords"),
        (6, "it is private here, since its privacy is unknown"),
    ],
)
def test_who_may_see_it_is_narrowed_when_it_is_unknown(number: int, remark: str) -> None:
    shown = read(privacy={"id": number, "label": "?"})

    fields = video_fields(shown, [])

    assert (fields.privacy, fields.passwords) == (Privacy.PRIVATE, UNSET)
    assert remarks_on(shown, []) == (remark,)


def test_a_time_of_publication_is_remarked() -> None:
    shown = read(scheduledUpdate={"updateAt": "2030-01-01T00:00:00.000Z", "privacy": 1})

    assert remarks_on(shown, []) == ("it was to be published at a given time, and is not here",)


def test_the_file_with_most_lines_is_taken_wherever_it_is() -> None:
    web, playlist = [file(1, 480), file(1, 720)], hls(file(1, 1080), file(1, 360))

    (best,) = best_files(read(files=web, streamingPlaylists=playlist))

    assert best.lines == 1080


def test_of_two_alike_the_one_with_sound_is_taken() -> None:
    silent, sound = file(1, 720, hasAudio=False, size=9000), file(1, 0, hasVideo=False)

    (best,) = best_files(read(files=[file(1, 720)], streamingPlaylists=hls(silent, sound)))

    assert (best.lines, best.has_audio) == (720, True)


def test_sound_that_is_apart_comes_along() -> None:
    silent, sound = file(1, 720, hasAudio=False), file(1, 0, hasVideo=False)

    picture, track = best_files(read(files=[], streamingPlaylists=hls(silent, sound)))

    assert (picture.lines, track.lines) == (720, 0)


def test_a_silent_film_is_one_file() -> None:
    (best,) = best_files(read(files=[file(1, 720, hasAudio=False)]))

    assert best.lines == 720


def test_files_of_older_servers_have_picture_and_sound() -> None:
    old = file(1, 480)
    del old["hasAudio"], old["hasVideo"]

    (best,) = best_files(read(files=[old]))

    assert best.lines == 480


def test_sound_alone_is_a_file_too() -> None:
    (best,) = best_files(read(files=[], streamingPlaylists=hls(file(1, 0, hasVideo=False))))

    assert best.lines == 0


def test_without_a_file_nothing_can_be_copied() -> None:
    nothing = file(1, 720, fileUrl=None, fileDownloadUrl=None)

    with pytest.raises(CannotCopy, match="no file"):
        best_files(read(files=[nothing]))


def test_a_channel_is_cut_to_what_fits() -> None:
    given = channel("films", displayName=" ", description="no", support="x" * 2000)

    wanted = new_channel(msgspec.convert(given, ChannelIn))

    assert wanted == NewChannel(
        name="films", display_name="films", description=None, support="x" * 1000
    )
