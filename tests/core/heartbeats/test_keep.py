from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.base.ids import HeartbeatId
from vitascope.core.access.model import ANONYMOUS, Actor, LoginRequired, Permission
from vitascope.core.accounts.model import Allowances, Role, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.heartbeats.keep import (
    add_heartbeat,
    change_heartbeat,
    list_beating,
    list_own_heartbeats,
    remove_heartbeat,
)
from vitascope.core.heartbeats.model import (
    Heartbeat,
    HeartbeatsDisabled,
    NewHeartbeat,
    TooManyHeartbeats,
)
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)
NEW = NewHeartbeat(
    name="Who watches",
    url="https://beats.example/take?a=1",
    per_minute=6,
    query_name="user",
    field_name="uid",
)


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def bob(tx: Tx) -> User:
    return make_user(tx, "bob")


def added(tx: Tx, user: User, new: NewHeartbeat = NEW) -> Heartbeat:
    return add_heartbeat(tx, actor_of(user), new, now=NOON)


def allow(tx: Tx, user: User, **allowed: Any) -> None:
    update_user(tx, user.id, NOON, allowances=Allowances(**allowed))


def test_what_was_added_is_listed_for_its_owner_only(tx: Tx, ada: User, bob: User) -> None:
    first, second = added(tx, ada), added(tx, ada, replace(NEW, name="Another"))

    found = [list_own_heartbeats(tx, actor_of(user)) for user in (ada, bob)]

    assert found == [[first, second], []]
    assert first == Heartbeat(
        id=first.id,
        user_id=ada.id,
        name="Who watches",
        url="https://beats.example/take?a=1",
        per_minute=6,
        query_name="user",
        field_name="uid",
        created_at=NOON,
        updated_at=NOON,
    )


def test_a_change_replaces_all_that_was_said(tx: Tx, ada: User) -> None:
    old = added(tx, ada)
    new = NewHeartbeat(
        name="Other", url="http://x.example", per_minute=60, query_name="q", field_name="f"
    )

    changed = change_heartbeat(tx, actor_of(ada), old.id, new, now=LATER)

    assert list_own_heartbeats(tx, actor_of(ada)) == [changed]
    assert changed == replace(
        old,
        name="Other",
        url="http://x.example",
        per_minute=60,
        query_name="q",
        field_name="f",
        updated_at=LATER,
    )


def test_what_was_removed_is_gone(tx: Tx, ada: User) -> None:
    kept, removed = added(tx, ada), added(tx, ada)

    remove_heartbeat(tx, actor_of(ada), removed.id)

    assert list_own_heartbeats(tx, actor_of(ada)) == [kept]


@pytest.mark.parametrize("role", list(Role))
def test_anothers_heartbeats_look_as_if_they_did_not_exist(
    tx: Tx, ada: User, role: Role
) -> None:
    found, stranger = added(tx, ada), actor_of(make_user(tx, "bob", role))

    with pytest.raises(NotFound, match="No such heartbeat"):
        change_heartbeat(tx, stranger, found.id, NEW, now=LATER)
    with pytest.raises(NotFound, match="No such heartbeat"):
        remove_heartbeat(tx, stranger, found.id)
    with pytest.raises(NotFound, match="No such heartbeat"):
        remove_heartbeat(tx, stranger, HeartbeatId(found.id + 1))

    assert list_own_heartbeats(tx, actor_of(ada)) == [found]


def test_nobody_has_more_than_the_administrators_allow(tx: Tx, ada: User, bob: User) -> None:
    allow(tx, ada, max_webhooks=2)
    added(tx, bob)
    added(tx, ada)
    added(tx, ada)

    with pytest.raises(TooManyHeartbeats) as refused:
        added(tx, ada)

    assert (refused.value.used, refused.value.limit) == (2, 2)


def test_who_may_have_none_can_only_take_them_away(tx: Tx, ada: User) -> None:
    old = added(tx, ada)
    allow(tx, ada, webhooks_enabled=False)

    with pytest.raises(HeartbeatsDisabled):
        added(tx, ada)
    with pytest.raises(HeartbeatsDisabled):
        change_heartbeat(tx, actor_of(ada), old.id, NEW, now=LATER)
    beating = list_beating(tx, ada.account.id)
    remove_heartbeat(tx, actor_of(ada), old.id)

    assert (beating, list_own_heartbeats(tx, actor_of(ada))) == ([], [])


def test_players_send_what_the_owner_of_the_video_keeps(tx: Tx, ada: User, bob: User) -> None:
    found = added(tx, ada)

    beating = [list_beating(tx, user.account.id) for user in (ada, bob)]

    assert beating == [[found], []]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "n" * 121),
        ("url", "ftp://beats.example"),
        ("url", "https://"),
        ("url", "https://:80"),
        ("url", "https://beats.example:99999/"),
        ("url", "https://me:secret@beats.example"),
        ("url", "https://beats.example; script-src *"),
        ("url", "https://beats.example/" + "a" * 240),
        ("url", "javascript:alert(1)"),
        ("per_minute", 0),
        ("per_minute", 61),
        ("query_name", ""),
        ("query_name", "user1"),
        ("query_name", "q" * 51),
        ("field_name", 'f"'),
    ],
)
def test_a_value_that_breaks_a_rule_is_refused(
    tx: Tx, ada: User, field: str, value: object
) -> None:
    broken = NewHeartbeat(**{**vars_of(NEW), field: value})

    with pytest.raises(Invalid) as refused:
        added(tx, ada, broken)

    assert refused.value.field == field


def vars_of(new: NewHeartbeat) -> dict[str, Any]:
    return {name: getattr(new, name) for name in new.__slots__}


def test_strangers_and_keys_for_reading_keep_none(tx: Tx, ada: User) -> None:
    found = added(tx, ada)
    reader = replace(actor_of(ada), permissions=frozenset({Permission.READ}))

    with pytest.raises(Forbidden):
        add_heartbeat(tx, reader, NEW, now=NOON)
    with pytest.raises(Forbidden):
        remove_heartbeat(tx, reader, found.id)
    with pytest.raises(LoginRequired):
        list_own_heartbeats(tx, ANONYMOUS)
    with pytest.raises(LoginRequired):
        add_heartbeat(tx, Actor(permissions=frozenset(Permission)), NEW, now=NOON)

    assert list_own_heartbeats(tx, reader) == [found]
