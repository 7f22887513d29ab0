from datetime import timedelta

import pytest
import sqlalchemy as sa
from tests.factories import NOON, make_rendition, make_user, make_video

from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import note_login, update_user
from vitascope.core.users.queries import (
    UserOrder,
    UserSelection,
    list_handles,
    list_usernames,
    list_users,
    list_users_of,
)
from vitascope.db import Database, Tx

HOUR = timedelta(hours=1)
YESTERDAY = NOON - 24 * HOUR


@pytest.fixture
def people(tx: Tx) -> dict[str, User]:
    """Bob logged in first, ada later, zoe and eve never; zoe is blocked; eve has videos."""
    made = {
        "bob": make_user(tx, "bob", Role.MODERATOR),
        "zoe": make_user(tx, "zoe"),
        "ada": make_user(tx, "ada", Role.ADMINISTRATOR),
        "eve": make_user(tx, "eve"),
    }
    note_login(tx, made["bob"].id, NOON)
    note_login(tx, made["ada"].id, NOON + HOUR)
    update_user(tx, made["zoe"].id, NOON, is_blocked=True)
    make_video(tx, made["eve"])
    return made


def names(tx: Tx, **selection: object) -> list[str]:
    wanted = UserSelection(**{"day_began": YESTERDAY, **selection})  # type: ignore[arg-type]  # as given
    return [entry.user.username for entry in list_users(tx, wanted).items]


@pytest.mark.parametrize(
    ("order", "rising", "falling"),
    [
        (UserOrder.ID, "bob zoe ada eve", "eve ada zoe bob"),
        (UserOrder.USERNAME, "ada bob eve zoe", "zoe eve bob ada"),
        (UserOrder.CREATED_AT, "bob zoe ada eve", "bob zoe ada eve"),
        (UserOrder.LAST_LOGIN_AT, "bob ada zoe eve", "ada bob zoe eve"),
        (UserOrder.ROLE, "ada bob zoe eve", "zoe eve bob ada"),
        (UserOrder.USED_BYTES, "bob zoe ada eve", "eve bob zoe ada"),
    ],
)
def test_users_come_in_every_order(
    tx: Tx, people: dict[str, User], order: UserOrder, rising: str, falling: str
) -> None:
    found = [names(tx, order=order, descending=descending) for descending in (False, True)]

    assert found == [rising.split(), falling.split()]


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        ({"search": "O"}, "bob zoe ada eve"),
        ({"search": "ZO"}, "zoe"),
        ({"search": "eve@EXAMPLE"}, "eve"),
        ({"search": "%"}, ""),
        ({"search": "_"}, ""),
        ({"is_blocked": True}, "zoe"),
        ({"is_blocked": False}, "bob ada eve"),
        ({"is_blocked": False, "search": "e@"}, "eve"),
        ({"start": 1, "count": 2}, "zoe ada"),
        ({"start": 9}, ""),
    ],
)
def test_users_are_selected(
    tx: Tx, people: dict[str, User], selection: dict[str, object], found: str
) -> None:
    assert names(tx, order=UserOrder.ID, descending=False, **selection) == found.split()


def test_the_total_counts_what_is_selected(tx: Tx, people: dict[str, User]) -> None:
    page = list_users(tx, UserSelection(day_began=NOON, is_blocked=False, count=1))

    assert (page.total, len(page.items)) == (3, 1)


def test_up_to_ten_names_hold_the_part(tx: Tx) -> None:
    for number in range(12):
        make_user(tx, f"user{number:02}")

    assert list_usernames(tx, "USER") == [f"user{number:02}" for number in range(10)]
    assert list_usernames(tx, "r11") == ["user11"]
    assert list_usernames(tx, "%") == []


def test_users_of_a_role_are_those_who_may_log_in(tx: Tx, people: dict[str, User]) -> None:
    found = [[user.username for user in list_users_of(tx, role)] for role in Role]

    assert found == [["ada"], ["bob"], ["eve"]]


def test_the_names_of_a_user_are_the_accounts_and_the_channels(
    tx: Tx, people: dict[str, User]
) -> None:
    assert list_handles(tx, people["eve"].id) == ["eve", "eve_channel"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_takes_two_queries_however_many_there_are(db: Database, count: int) -> None:
    with db.begin() as tx:
        for number in range(count):
            entry = make_video(tx, make_user(tx, f"user{number}"), content=str(number))
            assert entry.media is not None
            make_rendition(tx, entry.media.id)
    queries: list[str] = []

    with db.read() as tx:
        sa.event.listen(tx, "before_cursor_execute", lambda *args: queries.append(args[2]))
        page = list_users(tx, UserSelection(day_began=YESTERDAY))

    assert (page.total, len(queries)) == (count, 2)
    assert {entry.usage.total_bytes for entry in page.items} == {5000}
