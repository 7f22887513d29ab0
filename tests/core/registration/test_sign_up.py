from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.factories import NOON, make_user

from vitascope.base.errors import Conflict, Invalid, ProductError
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import count_users
from vitascope.core.channels.queries import default_channel
from vitascope.core.registration.model import (
    Registration,
    RegistrationState,
    SignupMode,
    SignupPolicy,
)
from vitascope.core.registration.queries import answer_registration, list_registrations
from vitascope.core.registration.sign_up import (
    SignupRefused,
    ask_to_join,
    is_signup_open,
    sign_up,
)
from vitascope.core.users.add import Newcomer
from vitascope.db import Tx
from vitascope.jobs import pending

OPEN = SignupPolicy(mode=SignupMode.OPEN)
APPROVAL = SignupPolicy(mode=SignupMode.APPROVAL)
CLOSED = SignupPolicy()
HERE = "192.0.2.1"


def newcomer(name: str = "ada", **values: Any) -> Newcomer:
    given = {"username": name, "email": f"{name}@example.org", "password_hash": "$argon2id$"}
    return Newcomer(**{**given, **values})


def join(tx: Tx, policy: SignupPolicy = OPEN, address: str = HERE, **values: Any) -> User:
    return sign_up(tx, policy, newcomer(**values), address=address, now=NOON)


def ask(
    tx: Tx,
    policy: SignupPolicy = APPROVAL,
    address: str = HERE,
    reason: str = "I have films",
    **values: Any,
) -> Registration:
    return ask_to_join(tx, policy, newcomer(**values), reason=reason, address=address, now=NOON)


def test_joining_an_open_server_makes_a_user(tx: Tx) -> None:
    policy = replace(OPEN, quota_bytes=1000, daily_quota_bytes=10)

    user = join(
        tx,
        policy,
        display_name="Ada L.",
        channel_name="films",
        channel_display_name="Films",
    )

    assert (user.username, user.account.display_name, user.role) == ("ada", "Ada L.", Role.USER)
    assert (user.quota_bytes, user.daily_quota_bytes, user.email_verified) == (1000, 10, None)
    assert default_channel(tx, user.account.id).name == "films"
    assert pending(tx) == []


def test_nobody_joins_with_a_role_or_more_room_than_others(tx: Tx) -> None:
    user = join(tx, role=Role.ADMINISTRATOR, quota_bytes=10**15, email_verified=True)

    assert (user.role, user.quota_bytes, user.email_verified) == (Role.USER, None, None)


def test_where_addresses_are_verified_a_mail_is_on_its_way(tx: Tx) -> None:
    user = join(tx, replace(OPEN, verifies_email=True))

    assert user.email_verified is False
    assert pending(tx) == [
        ("EmailVerificationAsked", {"user_id": user.id, "is_pending": False})
    ]


def test_a_request_waits_for_an_answer(tx: Tx) -> None:
    asked = ask(tx, channel_name="films", channel_display_name="Films", display_name="Ada L.")

    assert asked == Registration(
        id=asked.id,
        state=RegistrationState.PENDING,
        reason="I have films",
        response=None,
        username="ada",
        email="ada@example.org",
        email_verified=None,
        password_hash="$argon2id$",
        display_name="Ada L.",
        channel_name="films",
        channel_display_name="Films",
        user_id=None,
        created_at=NOON,
        updated_at=NOON,
    )
    assert count_users(tx) == 0
    assert pending(tx) == [("RegistrationRequested", {"registration_id": asked.id})]


def test_where_addresses_are_verified_a_request_is_too(tx: Tx) -> None:
    asked = ask(tx, replace(APPROVAL, verifies_email=True))

    assert asked.email_verified is False
    assert pending(tx) == [
        ("RegistrationRequested", {"registration_id": asked.id}),
        ("RegistrationVerificationAsked", {"registration_id": asked.id}),
    ]


@pytest.mark.parametrize(
    ("deed", "policy", "error", "words"),
    [
        (join, CLOSED, SignupRefused, "Nobody can register on this server"),
        (ask, CLOSED, SignupRefused, "Nobody can register on this server"),
        (join, APPROVAL, SignupRefused, "wants to approve who joins"),
        (ask, OPEN, Invalid, "Nobody has to ask here"),
        (join, replace(OPEN, most_users=2), SignupRefused, "takes no more users"),
        (ask, replace(APPROVAL, most_users=2), SignupRefused, "takes no more users"),
        (join, replace(OPEN, most_users=0), SignupRefused, "takes no more users"),
        (join, replace(OPEN, refused_networks=("192.0.2.0/24",)), SignupRefused, "network"),
        (ask, replace(APPROVAL, allowed_networks=("10.0.0.0/8",)), SignupRefused, "network"),
    ],
)
def test_who_may_not_join_is_refused(
    tx: Tx,
    deed: Callable[[Tx, SignupPolicy], object],
    policy: SignupPolicy,
    error: type[ProductError],
    words: str,
) -> None:
    for name in ("one", "two"):
        make_user(tx, name)

    with pytest.raises(error, match=words):
        deed(tx, policy)

    assert (count_users(tx), list_registrations(tx).total, pending(tx)) == (2, 0, [])


def test_the_last_place_is_taken(tx: Tx) -> None:
    make_user(tx, "one")
    policy = replace(OPEN, most_users=2)

    assert is_signup_open(tx, policy)
    join(tx, policy)

    assert not is_signup_open(tx, policy)


@pytest.mark.parametrize(
    ("policy", "is_open"),
    [(OPEN, True), (APPROVAL, True), (CLOSED, False), (replace(OPEN, most_users=0), False)],
)
def test_a_server_says_whether_people_may_join(
    tx: Tx, policy: SignupPolicy, *, is_open: bool
) -> None:
    assert is_signup_open(tx, policy) is is_open


@pytest.mark.parametrize("deed", [join, ask])
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "Ada"}, "username"),
        ({"email": "nonsense"}, "email"),
        ({"email": None}, "email"),
        ({"password_hash": None}, "password"),
        ({"channel_name": "ada", "channel_display_name": "Films"}, "channel_name"),
        ({"channel_name": "films"}, "channel_display_name"),
    ],
)
def test_what_breaks_a_rule_is_named(
    tx: Tx, deed: Callable[..., object], values: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        deed(tx, **values)

    assert refused.value.field == field


@pytest.mark.parametrize("reason", ["", "x", "x" * 3001])
def test_a_reason_has_2_to_3000_characters(tx: Tx, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        ask(tx, reason=reason)

    assert refused.value.field == "registrationReason"


@pytest.mark.parametrize("deed", [join, ask])
@pytest.mark.parametrize(
    "values",
    [
        {"name": "ada", "email": "new@example.org"},
        {"name": "new", "email": "ada@example.org"},
        {"name": "ada_channel"},
        {"channel_name": "ada_channel", "channel_display_name": "Films", "name": "new"},
    ],
)
def test_what_a_user_has_is_taken(
    tx: Tx, deed: Callable[..., object], values: dict[str, Any]
) -> None:
    make_user(tx, "ada")

    with pytest.raises(Conflict):
        deed(tx, **values)

    assert (count_users(tx), list_registrations(tx).total) == (1, 0)


@pytest.mark.parametrize(
    "values",
    [
        {"name": "ada", "email": "new@example.org"},
        {"name": "new", "email": "ada@example.org"},
        {"name": "new", "channel_name": "films", "channel_display_name": "Films"},
    ],
)
def test_a_request_does_not_ask_for_what_another_asks_for(
    tx: Tx, values: dict[str, Any]
) -> None:
    first = ask(tx, channel_name="films", channel_display_name="Films")

    with pytest.raises(Conflict, match="asked for this name, address or channel already"):
        ask(tx, **values)

    assert ask(tx, name="eve").id > first.id
    assert ask(tx, name="zoe").username == "zoe"


def test_what_was_turned_down_may_be_asked_for_again(tx: Tx) -> None:
    first = ask(tx)
    answer_registration(tx, first.id, RegistrationState.REJECTED, "No", None, NOON)

    assert ask(tx).id > first.id
