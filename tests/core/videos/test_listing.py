from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.core.accounts.model import User
from vitascope.core.folders.make import make_folder
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import Order, Privacy, Selection, State
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Database, Tx

FILMS: list[dict[str, Any]] = [
    {"title": "Ärger im Paradies", "category": 2, "language": "de", "tags": ["Drama", "2024"]},
    {"title": "100% cotton", "licence": 1, "language": "en", "tags": ["drama"]},
    {"title": "Under_score", "is_nsfw": True, "tags": ["2024"]},
]


@pytest.fixture
def user(tx: Tx) -> User:
    user = make_user(tx)
    for day, film in enumerate(FILMS):
        publish(tx, user, day, **film)
    return user


def publish(tx: Tx, user: User, day: int, **fields: Any) -> None:
    entry = make_video(tx, user, content=fields["title"], **fields)
    assert entry.media is not None
    mark_ready(tx, entry.media.id, now=NOON + timedelta(days=day))


def titles(tx: Tx, selection: Selection, **paging: Any) -> list[str]:
    return [entry.video.title for entry in list_videos(tx, selection, **paging).items]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["Under_score", "100% cotton", "Ärger im Paradies"]),
        (Selection(descending=False), ["Ärger im Paradies", "100% cotton", "Under_score"]),
        (Selection(is_nsfw=False), ["100% cotton", "Ärger im Paradies"]),
        (Selection(is_nsfw=True), ["Under_score"]),
        (Selection(categories=(2, 7)), ["Ärger im Paradies"]),
        (Selection(licences=(1,)), ["100% cotton"]),
        (Selection(languages=("de", "en")), ["100% cotton", "Ärger im Paradies"]),
        (Selection(languages=(None,)), ["Under_score"]),
        (Selection(languages=("de", None)), ["Under_score", "Ärger im Paradies"]),
        (
            Selection(any_tags=("DRAMA", "2024")),
            ["Under_score", "100% cotton", "Ärger im Paradies"],
        ),
        (Selection(all_tags=("drama", "2024")), ["Ärger im Paradies"]),
        (Selection(all_tags=("drama", "Drama")), ["100% cotton", "Ärger im Paradies"]),
        (Selection(any_tags=("none",)), []),
        (Selection(search="ÄRGER"), ["Ärger im Paradies"]),
        (Selection(search="0%"), ["100% cotton"]),
        (Selection(search="r_s"), ["Under_score"]),
        (
            Selection(order=Order.TITLE, descending=False),
            ["100% cotton", "Under_score", "Ärger im Paradies"],
        ),
        (Selection(states=(State.FAILED,)), []),
        (Selection(states=(State.READY, State.FAILED), search="cotton"), ["100% cotton"]),
    ],
)
def test_a_selection_finds_what_it_names(
    tx: Tx, user: User, selection: Selection, expected: list[str]
) -> None:
    page = list_videos(tx, selection)

    assert [entry.video.title for entry in page.items] == expected
    assert page.total == len(expected)


def test_pages_follow_each_other(tx: Tx, user: User) -> None:
    first = list_videos(tx, Selection(), start=0, count=2)
    second = list_videos(tx, Selection(), start=2, count=2)
    nothing = list_videos(tx, Selection(), count=0)
    uncounted = list_videos(tx, Selection(), count=1, counted=False)

    assert [len(page.items) for page in (first, second, nothing, uncounted)] == [2, 1, 0, 1]
    assert [page.total for page in (first, second, nothing, uncounted)] == [3, 3, 3, None]


@pytest.mark.parametrize("order", Order)
def test_every_order_lists_everything(tx: Tx, user: User, order: Order) -> None:
    assert sorted(titles(tx, Selection(order=order))) == sorted(film["title"] for film in FILMS)


def test_the_public_list_hides_what_is_not_public_or_not_watchable(tx: Tx) -> None:
    user = make_user(tx)
    for privacy in Privacy:
        passwords = {"passwords": ["sesame"]} if privacy is Privacy.PASSWORD else {}
        publish(tx, user, 0, title=privacy.value, privacy=privacy, **passwords)
    make_video(tx, user, title="unfinished", content="unfinished")
    own = Selection(owner=user.account.id, order=Order.CREATED, descending=False)
    inside = Selection(
        privacies=(Privacy.PUBLIC, Privacy.INTERNAL), order=Order.TITLE, descending=False
    )

    assert titles(tx, Selection()) == ["public"]
    assert titles(tx, inside) == ["internal", "public"]
    assert titles(tx, own) == [*(privacy.value for privacy in Privacy), "unfinished"]


def test_an_own_list_shows_nobody_elses(tx: Tx, user: User) -> None:
    other = make_user(tx, "eve")

    page = list_videos(tx, Selection(owner=other.account.id))

    assert (page.items, page.total) == ([], 0)


def test_videos_are_listed_by_the_folder_they_lie_in(tx: Tx, user: User) -> None:
    ada = actor_of(user)
    folder = make_folder(tx, ada, "Films", None, now=NOON)
    publish(tx, user, 5, title="Put away", folder_id=folder.id)

    within = Selection(owner=user.account.id, folder_id=folder.id)
    at_top = Selection(owner=user.account.id, at_top=True, order=Order.TITLE)

    assert titles(tx, within) == ["Put away"]
    assert titles(tx, at_top) == ["Ärger im Paradies", "Under_score", "100% cotton"]
    assert list_videos(tx, at_top).total == 3


def test_the_public_count_reads_the_index_that_covers_it(template: Path) -> None:
    database = Database(f"sqlite:///{template}")

    with database.read() as tx:
        plan = tx.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT count(*) FROM videos WHERE published_at IS NOT NULL "
            "AND is_nsfw = 0 AND privacy IN ('public')"
        ).fetchall()
    database.close()

    assert "COVERING INDEX ix_videos_public" in plan[0][-1]
