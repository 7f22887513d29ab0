import pytest

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, FolderId
from vitascope.core.videos.model import Order, Selection, State
from vitascope.web.studio_library_wish import PAGE, Wish, folder_named, read_wish

ADA = AccountId(7)


def read(**query: str) -> Wish:
    return read_wish(lambda name: query.get(name, ""))


def test_an_address_is_read_as_it_was_written() -> None:
    wish = Wish(
        folder_id=FolderId(3), search="50 %", tag="a&b", status="failed", sort="title", page=2
    )

    address = wish.address()

    assert address == (
        f"{PAGE}?folder=3&search=50+%25&tag=a%26b&status=failed&sort=title&page=2"
    )
    assert wish.address(search="", tag="", status="", page=1) == f"{PAGE}?folder=3&sort=title"
    assert Wish().address() == PAGE


def test_what_makes_no_sense_counts_as_not_said() -> None:
    odd = read(sort="price", status="lost", page="-1", search=" a\0 ")

    assert odd == Wish(search="a")
    assert read(page="9" * 30) == read(page="0") == read(page="²") == Wish()


@pytest.mark.parametrize("text", ["x", "-1", "2147483648", "9" * 30, "²"])
def test_what_is_no_number_is_no_folder(text: str) -> None:
    with pytest.raises(NotFound):
        folder_named(text)


def test_a_folder_is_looked_into_and_a_search_goes_everywhere() -> None:
    inside = read(folder="3", sort="largest").selection(ADA)
    at_top = read().selection(ADA)
    searched = read(folder="3", search="a", tag="b", status="making").selection(ADA)

    assert inside == Selection(owner=ADA, folder_id=FolderId(3), order=Order.SIZE)
    assert at_top == Selection(owner=ADA, at_top=True, order=Order.CREATED)
    assert searched == Selection(
        owner=ADA,
        search="a",
        all_tags=("b",),
        states=(State.PROCESSING,),
        is_begun=True,
        order=Order.CREATED,
    )


def test_pages_have_fifty_rows() -> None:
    assert [read(page=page).start for page in ("1", "2", "200")] == [0, 50, 9950]
