from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Conflict, Forbidden, Invalid, NotFound
from vitascope.core.access.mailed_codes import CodeRefused
from vitascope.core.access.model import ANONYMOUS, Actor, LoginRequired
from vitascope.core.accounts.model import Role
from vitascope.core.accounts.queries import count_users, get_user
from vitascope.core.channels.queries import default_channel
from vitascope.core.registration.answer import (
    accept,
    ask_registration_verification,
    delete_registration,
    draw_registration_code,
    reject,
    see_registrations,
    verify_registration,
)
from vitascope.core.registration.model import (
    Registration,
    RegistrationState,
    SignupMode,
    SignupPolicy,
)
from vitascope.core.registration.queries import RegistrationOrder, get_registration
from vitascope.core.registration.sign_up import ask_to_join
from vitascope.core.users.add import Newcomer
from vitascope.core.users.delete import delete_user
from vitascope.db import Tx
from vitascope.jobs import pending

POLICY = SignupPolicy(mode=SignupMode.APPROVAL, quota_bytes=1000, daily_quota_bytes=10)
HOUR = timedelta(hours=1)
LATER = NOON + HOUR


def ask(
    tx: Tx, name: str = "ada", *, verifies_email: bool = False, channel: str = ""
) -> Registration:
    return ask_to_join(
        tx,
        replace(POLICY, verifies_email=verifies_email),
        Newcomer(
            username=name,
            email=f"{name}@example.org",
            password_hash=f"$argon2id${name}",
            display_name=name.title(),
            channel_name=channel,
            channel_display_name=channel.title(),
        ),
        reason="I have films",
        address="192.0.2.1",
        now=NOON,
    )


@pytest.fixture
def moderator(tx: Tx) -> Actor:
    return actor_of(make_user(tx, "moderator", Role.MODERATOR))


def told(tx: Tx) -> list[tuple[str, object]]:
    """What has happened, but for the requests themselves."""
    asking = ("RegistrationRequested", "RegistrationVerificationAsked")
    return [(name, event) for name, event in pending(tx) if name not in asking]


DEEDS: list[Callable[[Tx, Actor, int], object]] = [
    lambda tx, actor, number: accept(tx, actor, POLICY, number, response="Welcome", now=LATER),
    lambda tx, actor, number: reject(tx, actor, number, response="Sorry", now=LATER),
    delete_registration,
]


@pytest.mark.parametrize("deed", DEEDS)
def test_only_those_who_manage_registrations_answer_them(
    tx: Tx, deed: Callable[[Tx, Actor, int], object]
) -> None:
    asked = ask(tx)
    root = make_user(tx, "root", Role.ADMINISTRATOR)
    eve = actor_of(make_user(tx, "eve"))

    for actor, error in [
        (eve, Forbidden),
        (actor_of(root, is_key=True), Forbidden),
        (ANONYMOUS, LoginRequired),
    ]:
        for number in (asked.id, 999):
            with pytest.raises(error):
                deed(tx, actor, number)
        with pytest.raises(error):
            see_registrations(tx, actor)
    assert get_registration(tx, asked.id) == asked
    with pytest.raises(NotFound):
        deed(tx, actor_of(root), 999)
    deed(tx, actor_of(root), asked.id)


def test_an_accepted_request_becomes_a_user_who_is_told(tx: Tx, moderator: Actor) -> None:
    asked = ask(tx, channel="films")

    user = accept(tx, moderator, POLICY, asked.id, response="Welcome", now=LATER)

    assert (user.username, user.email, user.role) == ("ada", "ada@example.org", Role.USER)
    assert (user.password_hash, user.email_verified) == ("$argon2id$ada", None)
    assert (user.quota_bytes, user.daily_quota_bytes) == (1000, 10)
    assert (user.account.display_name, user.created_at) == ("Ada", LATER)
    channel = default_channel(tx, user.account.id)
    assert (channel.name, channel.display_name) == ("films", "Films")
    assert get_registration(tx, asked.id) == replace(
        asked,
        state=RegistrationState.ACCEPTED,
        response="Welcome",
        password_hash="",
        user_id=user.id,
        updated_at=LATER,
    )
    answered = {
        "email": "ada@example.org",
        "username": "ada",
        "is_accepted": True,
        "response": "Welcome",
    }
    assert told(tx) == [("RegistrationAnswered", answered)]


def test_a_rejected_request_becomes_nobody_who_is_told(tx: Tx, moderator: Actor) -> None:
    asked = ask(tx)

    reject(tx, moderator, asked.id, response="Sorry", now=LATER)

    assert count_users(tx) == 1
    assert get_registration(tx, asked.id) == replace(
        asked,
        state=RegistrationState.REJECTED,
        response="Sorry",
        password_hash="",
        updated_at=LATER,
    )
    answered = {
        "email": "ada@example.org",
        "username": "ada",
        "is_accepted": False,
        "response": "Sorry",
    }
    assert told(tx) == [("RegistrationAnswered", answered)]


def test_the_mail_can_be_kept_back(tx: Tx, moderator: Actor) -> None:
    one, two = ask(tx, "one"), ask(tx, "two")

    accept(tx, moderator, POLICY, one.id, response="Welcome", tells=False, now=LATER)
    reject(tx, moderator, two.id, response="Sorry", tells=False, now=LATER)

    assert told(tx) == []


@pytest.mark.parametrize("first", DEEDS[:2])
@pytest.mark.parametrize("second", DEEDS[:2])
def test_a_request_is_answered_once(
    tx: Tx,
    moderator: Actor,
    first: Callable[[Tx, Actor, int], object],
    second: Callable[[Tx, Actor, int], object],
) -> None:
    asked = ask(tx)
    first(tx, moderator, asked.id)
    answered = get_registration(tx, asked.id)

    with pytest.raises(Conflict, match="answered already"):
        second(tx, moderator, asked.id)

    assert get_registration(tx, asked.id) == answered
    assert len(told(tx)) == 1


@pytest.mark.parametrize("response", ["", "x", "x" * 3001])
def test_a_response_has_2_to_3000_characters(tx: Tx, moderator: Actor, response: str) -> None:
    asked = ask(tx)

    with pytest.raises(Invalid) as refused:
        accept(tx, moderator, POLICY, asked.id, response=response, now=LATER)

    assert refused.value.field == "moderationResponse"
    assert get_registration(tx, asked.id) == asked


def test_a_name_that_was_taken_meanwhile_is_not_given_twice(tx: Tx, moderator: Actor) -> None:
    asked = ask(tx)
    make_user(tx, "ada")

    with pytest.raises(Conflict):
        accept(tx, moderator, POLICY, asked.id, response="Welcome", now=LATER)

    assert get_registration(tx, asked.id) == asked


def test_forgetting_a_request_keeps_the_user_and_the_other_way_round(
    tx: Tx, moderator: Actor
) -> None:
    one, two = ask(tx, "one"), ask(tx, "two")
    users = [
        accept(tx, moderator, POLICY, asked.id, response="Welcome", now=LATER)
        for asked in (one, two)
    ]

    delete_registration(tx, moderator, one.id)
    delete_user(tx, moderator, users[1].id)

    assert get_user(tx, users[0].id) == users[0]
    with pytest.raises(NotFound):
        get_registration(tx, one.id)
    assert get_registration(tx, two.id).user_id is None


def test_the_mailed_code_verifies_the_address_of_a_request(tx: Tx, moderator: Actor) -> None:
    asked, other = ask(tx, verifies_email=True), ask(tx, "eve", verifies_email=True)
    code = draw_registration_code(tx, asked, now=NOON)

    for number, error in ((other.id, CodeRefused), (999, NotFound)):
        with pytest.raises(error):
            verify_registration(tx, number, code, now=NOON)
    with pytest.raises(CodeRefused):
        verify_registration(tx, asked.id, code, now=NOON + HOUR)
    verify_registration(tx, asked.id, code, now=NOON)
    with pytest.raises(CodeRefused):
        verify_registration(tx, asked.id, code, now=NOON)

    user = accept(tx, moderator, POLICY, asked.id, response="Welcome", now=LATER)
    assert user.email_verified is True


def test_somebody_accepted_before_verifying_still_has_to(tx: Tx, moderator: Actor) -> None:
    asked = ask(tx, verifies_email=True)

    user = accept(tx, moderator, POLICY, asked.id, response="Welcome", now=LATER)

    assert user.email_verified is False


def test_a_verification_is_mailed_again_to_whom_it_concerns(tx: Tx) -> None:
    asked = ask(tx, verifies_email=True)
    ask(tx, "eve")
    seen = len(pending(tx))

    for email in ("ada@example.org", "eve@example.org", "x@example.org", "", "\0"):
        ask_registration_verification(tx, email)

    assert pending(tx)[seen:] == [
        ("RegistrationVerificationAsked", {"registration_id": asked.id})
    ]


def test_requests_are_listed_searched_and_ordered(tx: Tx, moderator: Actor) -> None:
    asked = [ask(tx, name) for name in ("one", "two", "three")]
    accept(tx, moderator, POLICY, asked[0].id, response="Welcome", now=LATER)
    reject(tx, moderator, asked[1].id, response="Sorry", now=LATER)

    def names(**wanted: object) -> tuple[int | None, list[str]]:
        page = see_registrations(tx, moderator, **wanted)  # type: ignore[arg-type]  # as given
        return page.total, [registration.username for registration in page.items]

    assert names() == (3, ["one", "two", "three"])
    assert names(order=RegistrationOrder.STATE, descending=False) == (
        3,
        ["three", "two", "one"],
    )
    assert names(order=RegistrationOrder.STATE) == (3, ["one", "two", "three"])
    assert names(search="T") == (2, ["two", "three"])
    assert names(search="ONE@example") == (1, ["one"])
    assert names(search="%") == (0, [])
    assert names(start=1, count=1) == (3, ["two"])
