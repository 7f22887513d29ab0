import pytest

from vitascope.base.errors import Invalid
from vitascope.core.accounts.names import (
    check_description,
    check_display_name,
    check_handle,
)


@pytest.mark.parametrize("name", ["a", "0", "_", "ada", "a.b", "a-b", "a_b", "a..b", "a" * 50])
def test_a_name_that_can_travel_is_fine(name: str) -> None:
    check_handle("username", name)


@pytest.mark.parametrize(
    "name", ["", "A", "a b", ".a", "a.", "-a", "a-", "ä", "a@b", "a/b", "a\n", "a\0", "a" * 51]
)
def test_a_name_that_cannot_travel_is_refused(name: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_handle("username", name)

    assert refused.value.field == "username"


@pytest.mark.parametrize(
    ("name", "is_fine"),
    [("", False), ("  ", False), ("x", True), ("ä" * 120, True), ("x" * 121, False)],
)
def test_a_display_name_has_1_to_120_characters(name: str, *, is_fine: bool) -> None:
    if is_fine:
        check_display_name("displayName", name)
    else:
        with pytest.raises(Invalid):
            check_display_name("displayName", name)


@pytest.mark.parametrize(
    ("text", "is_fine"),
    [(None, True), ("", False), ("ab", False), ("a\nb", True), ("x" * 1001, False)],
)
def test_a_description_has_3_to_1000_characters(text: str | None, *, is_fine: bool) -> None:
    if is_fine:
        check_description(text)
    else:
        with pytest.raises(Invalid):
            check_description(text)
