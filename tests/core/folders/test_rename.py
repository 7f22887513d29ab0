from dataclasses import replace
from datetime import timedelta

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import FolderId
from vitascope.core.folders.make import make_folder
from vitascope.core.folders.queries import get_folder
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.folders.rename import rename_folder
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)


def test_a_folder_gets_another_name_and_stays_where_it_is(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    top = make_folder(tx, ada, "top", None, now=NOON)
    folder = make_folder(tx, ada, "old", top.id, now=NOON)

    renamed = rename_folder(tx, ada, folder.id, " new ", now=LATER)

    assert renamed == replace(folder, name="new", updated_at=LATER)
    assert get_folder(tx, folder.id) == renamed
    assert get_folder(tx, top.id) == top


@pytest.mark.parametrize("name", ["", " ", "x" * 121])
def test_a_name_has_to_fit(tx: Tx, name: str) -> None:
    ada = actor_of(make_user(tx))
    folder = make_folder(tx, ada, "old", None, now=NOON)

    with pytest.raises(Invalid) as refused:
        rename_folder(tx, ada, folder.id, name, now=LATER)

    assert (refused.value.field, get_folder(tx, folder.id)) == ("name", folder)


def test_nobody_renames_what_is_anothers_or_not_there(tx: Tx) -> None:
    ada, eve = actor_of(make_user(tx, "ada")), actor_of(make_user(tx, "eve"))
    folder = make_folder(tx, ada, "old", None, now=NOON)

    with pytest.raises(ForeignItem):
        rename_folder(tx, eve, folder.id, "new", now=LATER)
    with pytest.raises(NotFound):
        rename_folder(tx, ada, FolderId(12345), "new", now=LATER)

    assert get_folder(tx, folder.id) == folder
