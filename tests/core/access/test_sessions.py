from datetime import timedelta

import pytest
from tests.core.making import ELSEWHERE, HOME, VAULT, make_session
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, NotFound
from vitascope.core.access.credentials import CredentialRefused, authenticate
from vitascope.core.access.model import (
    ANONYMOUS,
    Actor,
    LoginRequired,
    Session,
    SessionKind,
    SessionTokens,
)
from vitascope.core.access.queries.sessions import has_session_from, note_session_use
from vitascope.core.access.sessions import (
    RefreshRefused,
    TooEarly,
    UserBlocked,
    end_other_sessions,
    end_session,
    end_signed_sessions,
    end_user_session,
    get_client,
    list_user_sessions,
    make_client,
    refresh_session,
    renew_jwt,
)
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.db import Tx

DAY, MINUTE, SECOND = timedelta(days=1), timedelta(minutes=1), timedelta(seconds=1)


@pytest.fixture
def user(tx: Tx) -> User:
    return make_user(tx)


def caller(tx: Tx, tokens: SessionTokens) -> Actor:
    return authenticate(tx, VAULT, tokens.access_token, now=NOON)


def is_known(tx: Tx, tokens: SessionTokens) -> bool:
    try:
        caller(tx, tokens)
    except CredentialRefused:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "access", "refresh"),
    [
        (SessionKind.TOKEN, DAY, 14 * DAY),
        (SessionKind.JWT, 7 * DAY, 7 * DAY),
        (SessionKind.WEB, 14 * DAY, 14 * DAY),
    ],
)
def test_each_kind_of_session_lasts_as_promised(
    tx: Tx, user: User, kind: SessionKind, access: timedelta, refresh: timedelta
) -> None:
    tokens = make_session(tx, user, kind)

    assert (tokens.access_expires_at, tokens.refresh_expires_at) == (
        NOON + access,
        NOON + refresh,
    )
    assert (tokens.refresh_token is None) is (kind is not SessionKind.TOKEN)
    assert get_user(tx, user.id).last_login_at == NOON


def test_the_tokens_of_peertube_are_40_hex_characters(tx: Tx, user: User) -> None:
    tokens = make_session(tx, user)

    for token in (tokens.access_token, tokens.refresh_token):
        assert token is not None
        assert len(bytes.fromhex(token)) == 20
    assert tokens.access_token != tokens.refresh_token


def test_two_logins_in_the_same_moment_are_two_sessions(tx: Tx, user: User) -> None:
    one, two = (make_session(tx, user, SessionKind.JWT) for _ in range(2))

    end_session(tx, one.access_token)

    assert not is_known(tx, one)
    assert is_known(tx, two)


def test_refreshing_ends_the_old_session_and_works_once(tx: Tx, user: User) -> None:
    old = make_session(tx, user)
    assert old.refresh_token is not None

    new = refresh_session(tx, VAULT, old.refresh_token, HOME, now=NOON + MINUTE)

    assert not is_known(tx, old)
    assert is_known(tx, new)
    assert new.access_expires_at == NOON + MINUTE + DAY
    assert get_user(tx, user.id).last_login_at == NOON + MINUTE
    with pytest.raises(RefreshRefused):
        refresh_session(tx, VAULT, old.refresh_token, HOME, now=NOON + MINUTE)


def test_a_refresh_token_outlives_the_access_token_and_then_expires(tx: Tx, user: User) -> None:
    one, two = make_session(tx, user), make_session(tx, user)
    assert one.refresh_token is not None
    assert two.refresh_token is not None

    new = refresh_session(
        tx, VAULT, one.refresh_token, HOME, now=one.refresh_expires_at - SECOND
    )

    assert new.refresh_token is not None
    with pytest.raises(RefreshRefused):
        refresh_session(tx, VAULT, two.refresh_token, HOME, now=two.refresh_expires_at)


@pytest.mark.parametrize("token", ["", "0" * 40, "é", "a.b.c"])
def test_an_unknown_refresh_token_is_refused(tx: Tx, user: User, token: str) -> None:
    make_session(tx, user, SessionKind.JWT)

    with pytest.raises(RefreshRefused):
        refresh_session(tx, VAULT, token, HOME, now=NOON)


def test_an_access_token_does_not_refresh(tx: Tx, user: User) -> None:
    tokens = make_session(tx, user)

    with pytest.raises(RefreshRefused):
        refresh_session(tx, VAULT, tokens.access_token, HOME, now=NOON)


def test_a_blocked_user_does_not_refresh(tx: Tx, user: User) -> None:
    tokens = make_session(tx, user)
    update_user(tx, user.id, NOON, is_blocked=True)
    assert tokens.refresh_token is not None

    with pytest.raises(UserBlocked):
        refresh_session(tx, VAULT, tokens.refresh_token, HOME, now=NOON)


def test_a_signed_token_is_renewed_in_its_last_five_minutes(tx: Tx, user: User) -> None:
    old = make_session(tx, user, SessionKind.JWT)
    late = old.access_expires_at - 5 * MINUTE

    new = renew_jwt(tx, VAULT, old.access_token, HOME, now=late)

    assert new.access_expires_at == late + 7 * DAY
    for token in (old.access_token, new.access_token):
        assert authenticate(tx, VAULT, token, now=late).user_id == user.id


def test_a_signed_token_is_not_renewed_too_early_or_too_late(tx: Tx, user: User) -> None:
    tokens = make_session(tx, user, SessionKind.JWT)
    expires = tokens.access_expires_at

    with pytest.raises(TooEarly) as refused:
        renew_jwt(tx, VAULT, tokens.access_token, HOME, now=expires - 5 * MINUTE - SECOND)
    assert refused.value.expires_at == expires
    assert refused.value.message == "This token is good until 2026-03-08 12:00:00 UTC"
    with pytest.raises(RefreshRefused):
        renew_jwt(tx, VAULT, tokens.access_token, HOME, now=expires)


def test_what_is_no_living_signed_token_is_not_renewed(tx: Tx, user: User) -> None:
    ended = make_session(tx, user, SessionKind.JWT)
    end_session(tx, ended.access_token)
    plain = make_session(tx, user)
    late = plain.access_expires_at - MINUTE

    for token in (ended.access_token, plain.access_token, "a.b.c", ""):
        with pytest.raises(RefreshRefused):
            renew_jwt(tx, VAULT, token, HOME, now=late)


def test_a_blocked_user_renews_nothing(tx: Tx, user: User) -> None:
    tokens = make_session(tx, user, SessionKind.JWT)
    update_user(tx, user.id, NOON, is_blocked=True)

    with pytest.raises(RefreshRefused):
        renew_jwt(tx, VAULT, tokens.access_token, HOME, now=tokens.access_expires_at - MINUTE)


def test_a_session_ends_once(tx: Tx, user: User) -> None:
    tokens, other = make_session(tx, user), make_session(tx, user)

    first = end_session(tx, tokens.access_token)
    second = end_session(tx, tokens.access_token)

    assert (first, second) == (True, False)
    assert (is_known(tx, tokens), is_known(tx, other)) == (False, True)


def test_users_see_their_living_sessions_the_latest_first(tx: Tx, user: User) -> None:
    make_session(tx, make_user(tx, "eve"))
    for kind, day in ((SessionKind.JWT, 0), (SessionKind.TOKEN, 1), (SessionKind.WEB, 2)):
        make_session(tx, user, kind, now=NOON + day * DAY)
    note_session_use(tx, 3, ELSEWHERE, NOON + 3 * DAY)

    page = list_user_sessions(tx, actor_of(user), user.id, count=2, now=NOON + 8 * DAY)

    assert page.total == 2
    assert page.items == [
        Session(
            id=4,
            user_id=user.id,
            kind=SessionKind.WEB,
            created_at=NOON + 2 * DAY,
            login=HOME,
            last_active_at=NOON + 2 * DAY,
            last=HOME,
        ),
        Session(
            id=3,
            user_id=user.id,
            kind=SessionKind.TOKEN,
            created_at=NOON + DAY,
            login=HOME,
            last_active_at=NOON + 3 * DAY,
            last=ELSEWHERE,
        ),
    ]


def test_sessions_are_listed_by_pages(tx: Tx, user: User) -> None:
    for _ in range(5):
        make_session(tx, user)

    page = list_user_sessions(tx, actor_of(user), user.id, start=1, count=3, now=NOON)

    assert page.total == 5
    assert [session.id for session in page.items] == [4, 3, 2]


def test_users_end_their_own_sessions_and_nobody_elses(tx: Tx, user: User) -> None:
    eve = make_user(tx, "eve")
    mine, hers = make_session(tx, user), make_session(tx, eve)

    end_user_session(tx, actor_of(user), user.id, 1)

    assert (is_known(tx, mine), is_known(tx, hers)) == (False, True)
    with pytest.raises(NotFound):
        end_user_session(tx, actor_of(user), user.id, 1)
    with pytest.raises(NotFound):
        end_user_session(tx, actor_of(user), user.id, 2)
    with pytest.raises(Forbidden):
        end_user_session(tx, actor_of(user), eve.id, 2)
    assert is_known(tx, hers)


@pytest.mark.parametrize(
    ("manager", "owner", "is_allowed"),
    [
        (Role.ADMINISTRATOR, Role.ADMINISTRATOR, True),
        (Role.ADMINISTRATOR, Role.USER, True),
        (Role.MODERATOR, Role.USER, True),
        (Role.MODERATOR, Role.MODERATOR, False),
        (Role.MODERATOR, Role.ADMINISTRATOR, False),
        (Role.USER, Role.USER, False),
    ],
)
def test_managers_see_and_end_the_sessions_of_those_whom_they_manage(
    tx: Tx, manager: Role, owner: Role, *, is_allowed: bool
) -> None:
    actor = actor_of(make_user(tx, "manager", manager))
    other = make_user(tx, "owner", owner)
    tokens = make_session(tx, other)

    if is_allowed:
        listed = list_user_sessions(tx, actor, other.id, now=NOON)
        end_user_session(tx, actor, other.id, listed.items[0].id)
    else:
        with pytest.raises(Forbidden):
            list_user_sessions(tx, actor, other.id, now=NOON)
        with pytest.raises(Forbidden):
            end_user_session(tx, actor, other.id, 1)

    assert is_known(tx, tokens) is not is_allowed


def test_neither_keys_nor_nobody_touch_sessions(tx: Tx, user: User) -> None:
    tokens = make_session(tx, user)
    key = actor_of(user, is_key=True)

    for actor, error in ((key, Forbidden), (ANONYMOUS, LoginRequired)):
        with pytest.raises(error):
            list_user_sessions(tx, actor, user.id, now=NOON)
        with pytest.raises(error):
            end_user_session(tx, actor, user.id, 1)
        with pytest.raises(error):
            end_other_sessions(tx, actor)
    assert is_known(tx, tokens)


def test_ending_the_others_keeps_the_session_that_calls(tx: Tx, user: User) -> None:
    eve = make_user(tx, "eve")
    mine, others = (
        make_session(tx, user),
        [make_session(tx, user, kind) for kind in SessionKind],
    )
    hers = make_session(tx, eve)

    ended = end_other_sessions(tx, caller(tx, mine))

    assert ended == 3
    assert [is_known(tx, tokens) for tokens in (mine, hers, *others)] == [True, True] + 3 * [
        False
    ]


def test_sessions_that_are_over_are_forgotten_at_the_next_login(tx: Tx, user: User) -> None:
    make_session(tx, user)

    make_session(tx, user, now=NOON + 14 * DAY)

    listed = list_user_sessions(tx, actor_of(user), user.id, now=NOON - DAY)
    assert [session.id for session in listed.items] == [2]


def test_an_address_is_known_from_where_a_living_session_is_used(tx: Tx, user: User) -> None:
    make_session(tx, user, client=HOME)
    note_session_use(tx, 1, ELSEWHERE, NOON)

    found = [
        has_session_from(tx, user.id, address, NOON + days * DAY)
        for address, days in [
            (HOME.address, 13),
            (ELSEWHERE.address, 13),
            ("203.0.113.9", 13),
            (HOME.address, 14),
        ]
    ]

    assert found == [True, True, False, False]


def test_the_client_program_is_made_once(tx: Tx) -> None:
    with pytest.raises(LookupError):
        get_client(tx)

    make_client(tx)
    first = get_client(tx)
    make_client(tx)

    assert get_client(tx) == first
    assert (len(first.id), len(first.secret)) == (32, 32)


def test_all_sessions_with_a_signed_token_end_together(tx: Tx, user: User) -> None:
    other = make_user(tx, "other")
    for one in (user, other):
        for kind in SessionKind:
            make_session(tx, one, kind)

    ended = end_signed_sessions(tx)

    left = [list_user_sessions(tx, actor_of(one), one.id, now=NOON) for one in (user, other)]
    assert ended == 2
    assert [sorted(s.kind for s in page.items) for page in left] == [["token", "web"]] * 2
