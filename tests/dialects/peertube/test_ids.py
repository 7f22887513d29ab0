import uuid

import pytest

from vitascope.base.errors import NotFound
from vitascope.dialects.peertube.ids import (
    FileRef,
    check_sealed,
    local_name,
    parse_hls_file,
    parse_sealed,
    parse_web_file,
    part_of,
    rendition_of,
    sealed_name,
)

KEY = uuid.UUID("6b8eb180-b7b1-4622-90ad-e9e6241dffa1")
SECRET = b"secret"


def test_file_names_hold_a_video_and_a_rendition() -> None:
    found = [
        parse_web_file(f"{KEY}-720.mp4"),
        parse_web_file("12-720.mp4"),
        parse_hls_file(f"{KEY}-720-fragmented.mp4"),
        parse_hls_file(f"{KEY}-0-fragmented.mp4"),
        parse_hls_file(f"{KEY}-audio-1-fragmented.mp4"),
    ]

    assert found == [
        FileRef(KEY, "720p"),
        FileRef(12, "720p"),
        FileRef(KEY, "720p"),
        FileRef(KEY, "audio-0"),
        FileRef(KEY, "audio-1"),
    ]


@pytest.mark.parametrize("name", ["", "720.mp4", f"{KEY}.mp4", f"{KEY}-720.webm", "x-720.mp4"])
def test_other_file_names_are_unknown(name: str) -> None:
    with pytest.raises(NotFound):
        parse_web_file(name)


@pytest.mark.parametrize("rendition", ["720p", "144p", "audio-0", "audio-12"])
def test_a_rendition_keeps_its_name_on_the_way_out_and_in(rendition: str) -> None:
    assert rendition_of(part_of(rendition)) == rendition


def test_a_handle_may_name_this_server() -> None:
    host = "video.example:8080"

    names = [local_name("account", handle, host) for handle in ("ada", f"ada@{host.upper()}")]

    assert names == ["ada", "ada"]
    with pytest.raises(NotFound):
        local_name("account", "ada@else.example", host)


def test_a_sealed_name_is_known_by_its_salt_only() -> None:
    name = sealed_name(SECRET, KEY, "-en.vtt", salt="one")

    check_sealed(SECRET, name, salt="one")

    assert parse_sealed(name) == (KEY, "-en.vtt")
    for secret, salt in ((SECRET, "two"), (b"other", "one")):
        with pytest.raises(NotFound):
            check_sealed(secret, name, salt=salt)
    with pytest.raises(NotFound):
        check_sealed(SECRET, name.replace("-en", "-de"), salt="one")
