import pytest

from vitascope.dialects.vsrc.formats import content_type_of
from vitascope.dialects.vsrc.input import UnsupportedFormat


@pytest.mark.parametrize(
    ("filename", "content_type", "expected"),
    [
        ("a.MP4", "application/octet-stream", "video/mp4"),
        ("a.b.mkv", "", "video/x-matroska"),
        ("a.mov", "video/mp4", "video/quicktime"),
        ("a", "video/webm", "video/webm"),
        ("a.bin", "Video/AVI; charset=binary", "video/x-msvideo"),
    ],
)
def test_a_format_is_known_by_its_ending_or_its_type(
    filename: str, content_type: str, expected: str
) -> None:
    found = content_type_of(filename, content_type)

    assert found == expected


@pytest.mark.parametrize(
    ("filename", "content_type"),
    [("a.txt", "text/plain"), ("", ""), ("mp4", "video"), (".mp4", "")],
)
def test_other_formats_are_refused(filename: str, content_type: str) -> None:
    with pytest.raises(UnsupportedFormat) as caught:
        content_type_of(filename, content_type)

    assert caught.value.field == "file"
