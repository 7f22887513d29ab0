import pytest
from tests.core.library.trees import folder_of, video_of
from tests.factories import actor_of, make_user

from vitascope.core.folders.reach import ForeignItem
from vitascope.core.library.contents import Contents, count_contents
from vitascope.db import Tx


def test_all_that_would_go_is_counted(tx: Tx) -> None:
    ada = make_user(tx)
    top, empty = folder_of(tx, ada, "top"), folder_of(tx, ada, "empty")
    inner = folder_of(tx, ada, "inner", top)
    for title, place in (("one", top), ("two", inner), ("three", inner), ("four", None)):
        video_of(tx, ada, title, place)

    assert count_contents(tx, actor_of(ada), [top, empty]) == Contents(folders=3, videos=3)
    assert count_contents(tx, actor_of(ada), [empty]) == Contents(folders=1, videos=0)
    assert count_contents(tx, actor_of(ada), [inner, top]) == Contents(folders=2, videos=3)


def test_nobody_counts_what_is_anothers(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    films = folder_of(tx, ada, "films")

    with pytest.raises(ForeignItem):
        count_contents(tx, actor_of(eve), [films])
