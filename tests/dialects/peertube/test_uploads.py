import pytest

from vitascope.base.errors import Invalid
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.uploads import check_media_type, judging_media


@pytest.mark.parametrize("content_type", ["video/mp4", "VIDEO/MP4; codecs=avc1", "audio/flac"])
def test_media_is_taken(content_type: str) -> None:
    check_media_type(content_type)


@pytest.mark.parametrize("content_type", ["", "text/html", "image/png", "video"])
def test_what_calls_itself_something_else_is_not(content_type: str) -> None:
    with pytest.raises(WireError) as caught:
        check_media_type(content_type)

    assert caught.value.status == 415


def test_a_file_that_cannot_be_read_is_unprocessable() -> None:
    with pytest.raises(WireError) as caught, judging_media():
        raise Invalid("file", "This is no video")

    assert (caught.value.status, caught.value.detail) == (422, "This is no video")


def test_other_faults_are_those_of_their_fields() -> None:
    with pytest.raises(Invalid), judging_media():
        raise Invalid("title", "Too long")
