import pytest

from vitascope.base.errors import Forbidden
from vitascope.fetch.errors import BadAnswer
from vitascope.pipeline.translation_errors import CannotTranslate, translation_words


@pytest.mark.parametrize(
    ("error", "message", "is_permanent"),
    [
        (BadAnswer(503, "Busy"), "Busy", False),
        (BadAnswer(403, "No"), "No", True),
        (Forbidden("Not yours"), "Not yours", True),
        (CannotTranslate("Later", permanent=False), "Later", False),
    ],
)
def test_whoever_asked_is_told_what_went_wrong_inside(
    error: Exception, message: str, is_permanent: bool
) -> None:
    with pytest.raises(CannotTranslate) as told, translation_words():
        raise error

    assert (told.value.message, told.value.permanent) == (message, is_permanent)
