from typing import Any

import pytest
import sqlalchemy as sa
from tests.factories import make_user
from tests.web.libraries import make_folders, make_ready

from vitascope.base.errors import NotFound
from vitascope.base.ids import FolderId
from vitascope.core.accounts.model import User
from vitascope.db import Database, Tx
from vitascope.web.studio_library_shelf import gather_shelf, list_own_rows
from vitascope.web.studio_library_wish import Wish


def shown(tx: Tx, user: User, **wish: Any) -> tuple[list[str], list[str], int | None]:
    """The names above, the folders, and how many videos."""
    shelf = gather_shelf(tx, user, Wish(**wish))
    names = [folder.name for folder in shelf.listed.folders]
    return [folder.name for folder in shelf.path], names, shelf.listed.total


def test_a_folder_shows_what_is_in_it(tx: Tx) -> None:
    ada = make_user(tx)
    archive, year = make_folders(tx, ada)
    make_ready(tx, ada, "inside", year)

    assert shown(tx, ada) == ([], ["Archive"], 0)
    assert shown(tx, ada, folder_id=archive) == (["Archive"], ["2026"], 0)
    assert shown(tx, ada, folder_id=year) == (["Archive", "2026"], [], 1)


def test_folders_are_found_by_name_and_are_on_the_first_page_only(tx: Tx) -> None:
    ada = make_user(tx)
    make_folders(tx, ada)

    assert shown(tx, ada, search="ARCH") == ([], ["Archive"], 0)
    assert shown(tx, ada, search="2") == ([], ["2026"], 0)
    assert [shown(tx, ada, **wish)[1] for wish in ({"page": 2}, {"tag": "a"})] == [[], []]


def test_what_is_anothers_is_not_there(tx: Tx) -> None:
    ada, eve = make_user(tx), make_user(tx, "eve")
    hers = make_folders(tx, eve)[0]
    film = make_ready(tx, eve, "hers")

    for folder_id in (hers, FolderId(12345)):
        with pytest.raises(NotFound):
            gather_shelf(tx, ada, Wish(folder_id=folder_id))
    assert shown(tx, ada, search="hers") == ([], [], 0)
    assert list_own_rows(tx, ada.account.id, [film]) == []
    assert [row.title for row in list_own_rows(tx, eve.account.id, [film])] == ["hers"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_takes_as_many_queries_however_long_it_is(db: Database, count: int) -> None:
    with db.begin() as tx:
        ada = make_user(tx)
        for number in range(count):
            make_ready(tx, ada, f"Film {number}")
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        with db.read() as tx:
            gather_shelf(tx, ada, Wish())
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)

    # Folders, tags, tasks and renditions; the list and its count go past this listener.
    assert len([text for text in asked if "SELECT" in text]) == 4
