from typing import Any

import pytest
import sqlalchemy as sa
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Conflict, Forbidden, Invalid
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.access.passwords import verify_password
from vitascope.core.accounts.model import Account, Allowances, Preferences, Role, User
from vitascope.core.accounts.queries import count_users, get_user, take_name
from vitascope.core.channels.queries import default_channel, list_account_channels
from vitascope.core.users.add import (
    Newcomer,
    add_user,
    create_user,
    draw_password,
    free_channel_name,
    register_user,
)
from vitascope.db import Database, Tx
from vitascope.jobs import pending


def newcomer(name: str = "ada", **values: Any) -> Newcomer:
    given = {"username": name, "email": f"{name}@example.org", "password_hash": "$argon2id$"}
    return Newcomer(**{**given, **values})


def test_a_new_user_has_an_account_and_a_channel(tx: Tx) -> None:
    user = add_user(tx, newcomer(), now=NOON)

    channel = default_channel(tx, user.account.id)
    assert user == User(
        id=user.id,
        username="ada",
        email="ada@example.org",
        pending_email=None,
        email_verified=None,
        is_email_public=False,
        password_hash="$argon2id$",
        role=Role.USER,
        is_blocked=False,
        blocked_reason=None,
        skips_review=False,
        quota_bytes=None,
        daily_quota_bytes=None,
        preferences=Preferences(),
        allowances=Allowances(),
        has_two_factor=False,
        created_at=NOON,
        updated_at=NOON,
        last_login_at=None,
        account=Account(
            id=user.account.id,
            user_id=user.id,
            name="ada",
            display_name="ada",
            description=None,
            created_at=NOON,
            updated_at=NOON,
        ),
    )
    assert (channel.name, channel.display_name) == ("ada_channel", "Main ada channel")
    assert list_account_channels(tx, user.account.id).total == 1
    assert pending(tx) == []


def test_everything_a_newcomer_brings_is_kept(tx: Tx) -> None:
    brought = newcomer(
        role=Role.MODERATOR,
        display_name="Ada L.",
        email_verified=False,
        quota_bytes=5 * 10**12,
        daily_quota_bytes=0,
        skips_review=True,
        allowances=Allowances(max_imports=1),
        channel_name="films",
        channel_display_name="My films",
    )

    user = add_user(tx, brought, now=NOON)

    channel = default_channel(tx, user.account.id)
    assert (user.role, user.email_verified, user.skips_review) == (Role.MODERATOR, False, True)
    assert (user.quota_bytes, user.daily_quota_bytes) == (5 * 10**12, 0)
    assert (user.account.display_name, user.allowances.max_imports) == ("Ada L.", 1)
    assert (channel.name, channel.display_name) == ("films", "My films")


def test_two_users_may_have_no_address(tx: Tx) -> None:
    users = [add_user(tx, newcomer(name, email=None), now=NOON) for name in ("ada", "eve")]

    assert [user.email for user in users] == [None, None]


@pytest.mark.parametrize("name", ["ada", "ada_channel"])
def test_accounts_and_channels_share_one_namespace(tx: Tx, name: str) -> None:
    make_user(tx, "ada")

    with pytest.raises(Conflict, match=f"{name} is taken"):
        add_user(tx, newcomer(name, email="eve@example.org"), now=NOON)
    with pytest.raises(Conflict, match=f"{name} is taken"):
        add_user(tx, newcomer("eve", channel_name=name, channel_display_name="Films"), now=NOON)


def test_an_address_belongs_to_one_user(db: Database) -> None:
    with db.begin() as tx:
        make_user(tx, "ada")

    with pytest.raises(Conflict, match="belongs to another user"), db.begin() as tx:
        add_user(tx, newcomer("eve", email="ada@example.org"), now=NOON)

    with db.begin() as tx:
        assert add_user(tx, newcomer("eve"), now=NOON).username == "eve"


def test_a_refused_user_leaves_the_transaction_usable(tx: Tx) -> None:
    make_user(tx, "ada")

    with pytest.raises(Conflict):
        add_user(tx, newcomer("ada", email="eve@example.org"), now=NOON)

    assert count_users(tx) == 1


@pytest.mark.parametrize(
    "name", ["", "Ada", "a b", ".ada", "ada.", "ä", "a" * 51, "a/b", "a\n"]
)
def test_a_name_that_cannot_travel_is_refused(tx: Tx, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        add_user(tx, newcomer(name, email=None), now=NOON)

    assert refused.value.field == "username"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"email": ""}, "email"),
        ({"display_name": "x" * 121}, "display_name"),
        ({"display_name": "a\0b"}, "display_name"),
        ({"channel_name": "ada", "channel_display_name": "Films"}, "channel_name"),
        ({"channel_name": "Films", "channel_display_name": "Films"}, "channel_name"),
        ({"channel_name": "films"}, "channel_display_name"),
    ],
)
def test_what_breaks_a_rule_is_named(tx: Tx, values: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        add_user(tx, newcomer(**values), now=NOON)

    assert refused.value.field == field
    assert count_users(tx) == 0


def test_a_channel_is_numbered_when_its_name_is_taken(tx: Tx) -> None:
    names: list[str] = []
    for _ in range(30):
        names.append(free_channel_name(tx, "ada"))
        take_name(tx, names[-1])

    assert names == ["ada_channel", *(f"ada_channel-{number}" for number in range(1, 30))]
    with pytest.raises(Conflict, match="name a channel yourself"):
        add_user(tx, newcomer("ada"), now=NOON)


def test_the_channel_of_a_long_name_has_room_for_its_number(tx: Tx) -> None:
    names = ["a" * 50, "a" * 49, "a" * 48]

    users = [add_user(tx, newcomer(name, email=None), now=NOON) for name in names]

    channels = [default_channel(tx, user.account.id).name for user in users]
    assert channels == [f"{'a' * 39}_channel{end}" for end in ("", "-1", "-2")]


@pytest.mark.parametrize(
    ("manager", "role", "is_allowed"),
    [
        *((Role.ADMINISTRATOR, role, True) for role in Role),
        (Role.MODERATOR, Role.USER, True),
        (Role.MODERATOR, Role.MODERATOR, False),
        (Role.MODERATOR, Role.ADMINISTRATOR, False),
        *((Role.USER, role, False) for role in Role),
    ],
)
def test_moderators_make_ordinary_users_only(
    tx: Tx, manager: Role, role: Role, *, is_allowed: bool
) -> None:
    actor = actor_of(make_user(tx, "manager", manager))

    if is_allowed:
        assert create_user(tx, actor, newcomer(role=role), now=NOON).role is role
    else:
        with pytest.raises(Forbidden):
            create_user(tx, actor, newcomer(role=role), now=NOON)

    assert count_users(tx) == 1 + is_allowed


def test_neither_keys_nor_nobody_make_users(tx: Tx) -> None:
    root = make_user(tx, "root", Role.ADMINISTRATOR)

    with pytest.raises(Forbidden, match="log in instead"):
        create_user(tx, actor_of(root, is_key=True), newcomer(), now=NOON)
    with pytest.raises(LoginRequired):
        create_user(tx, ANONYMOUS, newcomer(), now=NOON)


def test_a_user_without_a_password_is_sent_a_link_to_choose_one(tx: Tx) -> None:
    root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))

    create_user(tx, root, newcomer("eve"), now=NOON)
    user = create_user(tx, root, newcomer(password_hash=None), now=NOON)

    assert pending(tx) == [("PasswordResetAsked", {"user_id": user.id, "is_first": True})]


def test_a_password_in_clear_is_checked_and_hashed(tx: Tx) -> None:
    def register(password: str) -> User:
        return register_user(
            tx, username="ada", email=None, password=password, role=Role.USER, now=NOON
        )

    with pytest.raises(Invalid, match="6 to 255"):
        register("short")
    user = register("long enough")

    assert verify_password(get_user(tx, user.id).password_hash, "long enough")


def test_drawn_passwords_differ_and_keep_the_rules() -> None:
    drawn = {draw_password() for _ in range(10)}

    assert len(drawn) == 10
    assert {len(password) for password in drawn} == {16}


def test_adding_a_user_takes_a_fixed_number_of_queries(tx: Tx) -> None:
    queries: list[str] = []
    sa.event.listen(tx, "before_cursor_execute", lambda *args: queries.append(args[2]))

    add_user(tx, newcomer(), now=NOON)

    assert len([sql for sql in queries if "SAVEPOINT" not in sql]) <= 8
