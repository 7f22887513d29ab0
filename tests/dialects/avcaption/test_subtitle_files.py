import pytest

from vitascope.base.errors import Invalid
from vitascope.dialects.avcaption.subtitle_files import (
    UnsupportedSubtitle,
    check_ending,
    judging_subtitle,
)
from vitascope.dialects.avcaption.uploads import InvalidMedia
from vitascope.http.parts import PartHead


def head(filename: str | None) -> PartHead:
    return PartHead(name="file", filename=filename, content_type="text/plain")


@pytest.mark.parametrize("filename", ["a.vtt", "A.SRT", "a.b.ass", "x.ssa"])
def test_files_that_are_called_like_subtitles_are_taken(filename: str) -> None:
    check_ending(head(filename))


@pytest.mark.parametrize("filename", [None, "", "a.txt", "vtt", "a.vtt.exe", ".vtt"])
def test_others_are_not(filename: str | None) -> None:
    with pytest.raises(UnsupportedSubtitle):
        check_ending(head(filename))


def test_only_what_is_wrong_with_the_file_is_about_the_file() -> None:
    with pytest.raises(InvalidMedia, match="Nothing"), judging_subtitle():
        raise Invalid("caption", "Nothing")
    with pytest.raises(Invalid) as refused, judging_subtitle():
        raise Invalid("language", "None")

    assert refused.value.field == "language"
