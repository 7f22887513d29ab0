import pytest

from vitascope.base.errors import StorageFull
from vitascope.fetch.errors import Interrupted, TooLarge
from vitascope.pipeline.import_errors import CannotImport, NotMedia, translated


@pytest.mark.parametrize(
    ("error", "message", "is_permanent"),
    [
        (TooLarge(limit_bytes=5), "It is larger than the limit of 5 bytes", True),
        (Interrupted("It broke"), "It broke", False),
        (StorageFull("No room"), "No room", True),
        (NotMedia("A letter"), "A letter", True),
        (CannotImport("Later", permanent=False), "Later", False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_went_wrong_is_told_to_whoever_asked(
    error: Exception, message: str, is_permanent: bool
) -> None:
    with pytest.raises(CannotImport) as caught, translated():
        raise error

    assert (caught.value.message, caught.value.permanent) == (message, is_permanent)


def test_what_is_nobodys_business_stays_as_it_is() -> None:
    with pytest.raises(KeyError), translated():
        raise KeyError("a path")
