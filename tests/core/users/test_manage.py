from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.core.making import VAULT, make_session
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Conflict, Forbidden, Invalid, NotFound
from vitascope.base.ids import UserId
from vitascope.core.access.credentials import CredentialRefused, authenticate
from vitascope.core.access.keys import create_key
from vitascope.core.access.mailed_codes import CodeRefused
from vitascope.core.access.model import (
    ANONYMOUS,
    Actor,
    KeyKind,
    LoginRequired,
    Permission,
    SessionKind,
)
from vitascope.core.accounts.model import Allowances, Role, User
from vitascope.core.accounts.queries import find_user, get_user
from vitascope.core.users.delete import delete_user
from vitascope.core.users.mailboxes import draw_reset_code, reset_password
from vitascope.core.users.manage import (
    RootIsProtected,
    UserChanges,
    block_user,
    change_user,
    see_user,
    see_users,
    unblock_user,
    user_for_self_or_manager,
)
from vitascope.core.users.model import Usage, UserEntry
from vitascope.core.users.queries import UserSelection
from vitascope.db import Tx
from vitascope.jobs import pending

LATER = NOON + timedelta(hours=1)
EVERYBODY = UserSelection(day_began=NOON)


@pytest.fixture
def root(tx: Tx) -> User:
    return make_user(tx, "root", Role.ADMINISTRATOR)


@pytest.fixture
def user(tx: Tx, root: User) -> User:
    return make_user(tx, "ada")


def is_known(tx: Tx, secret: str) -> bool:
    try:
        authenticate(tx, VAULT, secret, now=NOON)
    except CredentialRefused:
        return False
    return True


def make_api_key(tx: Tx, user: User) -> str:
    made = create_key(
        tx, user.id, kind=KeyKind.VSRC, name="mine", permission=Permission.WRITE, now=NOON
    )
    return made.secret


# Every deed of those who manage users, done to somebody.
DEEDS: list[Callable[[Tx, Actor, UserId], object]] = [
    lambda tx, actor, user_id: change_user(tx, actor, user_id, UserChanges(), now=LATER),
    lambda tx, actor, user_id: block_user(tx, actor, user_id, now=LATER),
    lambda tx, actor, user_id: unblock_user(tx, actor, user_id, now=LATER),
    lambda tx, actor, user_id: user_for_self_or_manager(tx, actor, user_id),
    delete_user,
]


@pytest.mark.parametrize("deed", DEEDS)
def test_only_those_who_manage_users_do_it_to_others(
    tx: Tx, root: User, user: User, deed: Callable[[Tx, Actor, UserId], object]
) -> None:
    moderator = make_user(tx, "moderator", Role.MODERATOR)
    another = make_user(tx, "another", Role.MODERATOR)
    eve = make_user(tx, "eve")

    for actor, target in [
        (actor_of(eve), user),
        (actor_of(eve), root),
        (actor_of(moderator), root),
        (actor_of(moderator), another),
        (actor_of(root, is_key=True), user),
        (actor_of(moderator, is_key=True), user),
        (ANONYMOUS, user),
    ]:
        with pytest.raises(Forbidden):
            deed(tx, actor, target.id)
    assert pending(tx) == []
    for manager, target in [(moderator, user), (root, eve), (root, another)]:
        deed(tx, actor_of(manager), target.id)


@pytest.mark.parametrize("deed", DEEDS)
def test_who_is_not_there_cannot_be_managed_and_is_not_told_of(
    tx: Tx, root: User, user: User, deed: Callable[[Tx, Actor, UserId], object]
) -> None:
    with pytest.raises(NotFound):
        deed(tx, actor_of(root), UserId(999))
    with pytest.raises(Forbidden):
        deed(tx, actor_of(user), UserId(999))
    with pytest.raises(LoginRequired):
        deed(tx, ANONYMOUS, UserId(999))


@pytest.mark.parametrize(
    ("changes", "values"),
    [
        (UserChanges(), {}),
        (UserChanges(email="new@example.org"), {"email": "new@example.org"}),
        (UserChanges(email=None), {"email": None}),
        (UserChanges(email_verified=True), {"email_verified": True}),
        (UserChanges(role=Role.MODERATOR), {"role": Role.MODERATOR}),
        (UserChanges(quota_bytes=10**13), {"quota_bytes": 10**13}),
        (UserChanges(daily_quota_bytes=0), {"daily_quota_bytes": 0}),
        (UserChanges(skips_review=True), {"skips_review": True}),
        (UserChanges(password_hash="$argon2id$"), {"password_hash": "$argon2id$"}),
        (
            UserChanges(allowances=Allowances(max_webhooks=0)),
            {"allowances": Allowances(max_webhooks=0)},
        ),
    ],
)
def test_what_is_given_changes_and_nothing_else(
    tx: Tx, root: User, user: User, changes: UserChanges, values: dict[str, Any]
) -> None:
    changed = change_user(tx, actor_of(root), user.id, changes, now=LATER)

    assert changed == replace(user, updated_at=LATER, **values)
    assert get_user(tx, user.id) == changed
    assert pending(tx) == []


def test_no_quota_is_a_change_too(tx: Tx, root: User) -> None:
    limited = make_user(tx, "ada", quota_bytes=5, daily_quota_bytes=6)

    changed = change_user(
        tx,
        actor_of(root),
        limited.id,
        UserChanges(quota_bytes=None, daily_quota_bytes=None),
        now=NOON,
    )

    assert (changed.quota_bytes, changed.daily_quota_bytes) == (None, None)


@pytest.mark.parametrize(
    ("changes", "ends"),
    [
        (UserChanges(password_hash="$argon2id$"), True),
        (UserChanges(role=Role.MODERATOR), True),
        (UserChanges(role=Role.USER), False),
        (UserChanges(email="new@example.org", quota_bytes=5), False),
    ],
)
def test_a_new_password_or_role_ends_the_sessions(
    tx: Tx, root: User, user: User, changes: UserChanges, *, ends: bool
) -> None:
    tokens = [make_session(tx, user, kind) for kind in SessionKind]
    others = make_session(tx, root)
    key = make_api_key(tx, user)

    change_user(tx, actor_of(root), user.id, changes, now=LATER)

    assert [is_known(tx, session.access_token) for session in tokens] == 3 * [not ends]
    assert is_known(tx, others.access_token)
    assert is_known(tx, key)


def test_a_new_password_voids_the_links_that_were_mailed_for_another(
    tx: Tx, root: User, user: User
) -> None:
    codes = [draw_reset_code(tx, user, is_first=first, now=NOON) for first in (True, False)]

    change_user(tx, actor_of(root), user.id, UserChanges(password_hash="$argon2id$"), now=NOON)

    for code in codes:
        with pytest.raises(CodeRefused):
            reset_password(tx, user.id, code, "$argon2id$", now=NOON)


def test_a_moderator_promotes_nobody(tx: Tx, user: User) -> None:
    moderator = actor_of(make_user(tx, "moderator", Role.MODERATOR))

    for role in (Role.MODERATOR, Role.ADMINISTRATOR):
        with pytest.raises(Forbidden):
            change_user(tx, moderator, user.id, UserChanges(role=role), now=NOON)

    assert get_user(tx, user.id).role is Role.USER


def test_an_address_is_checked_and_belongs_to_one_user(tx: Tx, root: User, user: User) -> None:
    make_user(tx, "eve")

    with pytest.raises(Invalid, match="not an e-mail address"):
        change_user(tx, actor_of(root), user.id, UserChanges(email="nonsense"), now=NOON)
    with pytest.raises(Conflict, match=r"eve@example\.org belongs"):
        change_user(tx, actor_of(root), user.id, UserChanges(email="eve@example.org"), now=NOON)
    same = change_user(
        tx, actor_of(root), user.id, UserChanges(email="ada@example.org"), now=NOON
    )

    assert same == user


def test_the_first_administrator_stays_one(tx: Tx, root: User) -> None:
    other = actor_of(make_user(tx, "second", Role.ADMINISTRATOR))

    for actor in (other, actor_of(root)):
        for role in (Role.MODERATOR, Role.USER):
            with pytest.raises(RootIsProtected):
                change_user(tx, actor, root.id, UserChanges(role=role), now=NOON)
        with pytest.raises(RootIsProtected):
            block_user(tx, actor, root.id, now=NOON)
        with pytest.raises(RootIsProtected):
            delete_user(tx, actor, root.id)
    changed = change_user(
        tx,
        other,
        root.id,
        UserChanges(role=Role.ADMINISTRATOR, quota_bytes=5),
        now=LATER,
    )

    assert changed == replace(root, quota_bytes=5, updated_at=LATER)


def test_a_blocked_user_is_shut_out_and_told(tx: Tx, root: User, user: User) -> None:
    tokens, key = make_session(tx, user), make_api_key(tx, user)

    block_user(tx, actor_of(root), user.id, reason="Spam", now=LATER)

    after = get_user(tx, user.id)
    shut_out = replace(
        user, is_blocked=True, blocked_reason="Spam", updated_at=LATER, last_login_at=NOON
    )
    assert after == shut_out
    assert not is_known(tx, tokens.access_token)
    assert not is_known(tx, key)
    assert pending(tx) == [
        ("UserBlockChanged", {"user_id": user.id, "is_blocked": True, "reason": "Spam"})
    ]


def test_an_unblocked_user_logs_in_anew_and_is_told_once(
    tx: Tx, root: User, user: User
) -> None:
    tokens, key = make_session(tx, user), make_api_key(tx, user)
    block_user(tx, actor_of(root), user.id, now=NOON)

    for _ in range(2):
        unblock_user(tx, actor_of(root), user.id, now=LATER)

    assert get_user(tx, user.id) == replace(user, updated_at=LATER, last_login_at=NOON)
    assert (is_known(tx, tokens.access_token), is_known(tx, key)) == (False, True)
    assert pending(tx)[1:] == [
        ("UserBlockChanged", {"user_id": user.id, "is_blocked": False, "reason": None})
    ]


@pytest.mark.parametrize("reason", ["", "no", "x" * 251])
def test_a_reason_has_3_to_250_characters(tx: Tx, root: User, user: User, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        block_user(tx, actor_of(root), user.id, reason=reason, now=NOON)

    assert refused.value.field == "reason"
    assert not get_user(tx, user.id).is_blocked


def test_nobody_blocks_themselves(tx: Tx) -> None:
    boss = make_user(tx, "boss", Role.ADMINISTRATOR)

    with pytest.raises(Forbidden):
        block_user(tx, actor_of(boss), boss.id, now=NOON)


def test_users_reach_themselves_and_managers_reach_them(tx: Tx, root: User, user: User) -> None:
    moderator = actor_of(make_user(tx, "moderator", Role.MODERATOR))

    found = [
        user_for_self_or_manager(tx, actor, user.id)
        for actor in (actor_of(user), actor_of(root), moderator)
    ]

    assert found == [user, user, user]
    assert (
        user_for_self_or_manager(tx, moderator, moderator.known_user()).username == "moderator"
    )
    with pytest.raises(Forbidden):
        user_for_self_or_manager(tx, actor_of(user, is_key=True), user.id)


def test_those_who_manage_users_see_all_of_them(tx: Tx, root: User, user: User) -> None:
    moderator = make_user(tx, "moderator", Role.MODERATOR)
    make_video(tx, user)

    page = see_users(tx, actor_of(moderator), EVERYBODY)
    one = see_user(tx, actor_of(moderator), user.id, now=NOON)

    used = Usage(total_bytes=1000, daily_bytes=1000, file_bytes=1000, videos=1)
    assert one == UserEntry(user=user, usage=used)
    assert page.total == 3
    assert page.items == [
        UserEntry(user=root, usage=Usage()),
        UserEntry(user=user, usage=replace(used, daily_bytes=0)),
        UserEntry(user=moderator, usage=Usage()),
    ]
    assert see_user(tx, actor_of(moderator), root.id, now=NOON).user == root


def test_nobody_else_sees_users(tx: Tx, root: User, user: User) -> None:
    for actor in (actor_of(user), actor_of(root, is_key=True), ANONYMOUS):
        with pytest.raises(Forbidden):
            see_users(tx, actor, EVERYBODY)
        for user_id in (user.id, UserId(999)):
            with pytest.raises(Forbidden):
                see_user(tx, actor, user_id, now=NOON)
    assert find_user(tx, user.id) == user
