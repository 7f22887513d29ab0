import pytest

from vitascope.base.errors import Invalid
from vitascope.core.uploads.usual import Unusual
from vitascope.dialects.videocms.import_checks import explained


def test_what_cannot_be_read_is_refused_in_known_words() -> None:
    with pytest.raises(Unusual, match=r"^Invalid data found"), explained():
        raise Invalid("file", "This file is no video")


def test_other_refusals_keep_their_words() -> None:
    with pytest.raises(Invalid, match=r"^too long$"), explained():
        raise Invalid("title", "too long")
    with pytest.raises(Unusual, match=r"^invalid video duration$"), explained():
        raise Unusual("invalid video duration")
