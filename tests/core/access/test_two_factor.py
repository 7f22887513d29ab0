import re
from datetime import datetime, timedelta

import pyotp
import pytest
from tests.core.making import VAULT
from tests.factories import NOON, make_user

from vitascope.core.access.two_factor import (
    REQUEST_LIFETIME,
    AlreadyTwoFactor,
    CodeWrong,
    NotTwoFactor,
    TwoFactorRequest,
    confirm_two_factor,
    disable_two_factor,
    recovery_codes_left,
    renew_recovery_codes,
    request_two_factor,
    use_code,
)
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user
from vitascope.db import Tx

STEP = timedelta(seconds=30)
SECOND = timedelta(seconds=1)


@pytest.fixture
def user(tx: Tx) -> User:
    return make_user(tx)


def ask(user: User, now: datetime = NOON) -> TwoFactorRequest:
    return request_two_factor(VAULT, user, issuer="video.example", now=now)


def code_at(secret: str, moment: datetime) -> str:
    return pyotp.TOTP(secret).at(moment)


def turn_on(tx: Tx, user: User) -> tuple[str, tuple[str, ...]]:
    """Confirmed two steps before noon, so that the codes around noon are unused."""
    early = NOON - 2 * STEP
    asked = ask(user, early)
    code = code_at(asked.secret, early)
    codes = confirm_two_factor(tx, VAULT, user, asked.token, code, now=early)
    return asked.secret, codes


def test_a_request_is_what_apps_read(user: User) -> None:
    asked = ask(user)

    app = pyotp.parse_uri(asked.uri)
    assert isinstance(app, pyotp.TOTP)
    assert (app.secret, app.issuer, app.name) == (
        asked.secret,
        "video.example",
        "ada@example.org",
    )
    assert (app.digits, app.interval, app.digest().name) == (6, 30, "sha1")
    assert re.fullmatch(r"[A-Z2-7]{32}", asked.secret)
    assert asked.secret not in asked.token


def test_confirming_turns_it_on_and_gives_ten_recovery_codes(tx: Tx, user: User) -> None:
    _, codes = turn_on(tx, user)

    assert get_user(tx, user.id).has_two_factor
    assert recovery_codes_left(tx, user.id) == len(set(codes)) == 10
    assert all(re.fullmatch(r"([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}", c) for c in codes)


@pytest.mark.parametrize("code", ["", "000000", "12345", "é", "1234567"])
def test_a_wrong_code_confirms_nothing(tx: Tx, user: User, code: str) -> None:
    asked = ask(user)
    assert code != code_at(asked.secret, NOON)

    with pytest.raises(CodeWrong):
        confirm_two_factor(tx, VAULT, user, asked.token, code, now=NOON)

    assert not get_user(tx, user.id).has_two_factor


def test_a_request_is_good_for_ten_minutes(tx: Tx, user: User) -> None:
    asked = ask(user)
    last, late = NOON + REQUEST_LIFETIME, NOON + REQUEST_LIFETIME + SECOND

    with pytest.raises(CodeWrong, match="begin again"):
        confirm_two_factor(tx, VAULT, user, asked.token, code_at(asked.secret, late), now=late)
    confirm_two_factor(tx, VAULT, user, asked.token, code_at(asked.secret, last), now=last)

    assert get_user(tx, user.id).has_two_factor


def test_a_request_is_good_for_whoever_asked(tx: Tx, user: User) -> None:
    asked = ask(make_user(tx, "eve"))

    with pytest.raises(CodeWrong, match="not yours"):
        confirm_two_factor(tx, VAULT, user, asked.token, code_at(asked.secret, NOON), now=NOON)


@pytest.mark.parametrize(
    "token",
    [
        "",
        "é",
        "nonsense",
        Vault(b"another").seal('["two-factor", 1, "AAAA"]', now=NOON),
        VAULT.seal("a password of a video", now=NOON),
        VAULT.seal("{}", now=NOON),
        VAULT.seal('{"user": 1, "secret": "AAAA"}', now=NOON),
        VAULT.seal('["something else", 1, "AAAA"]', now=NOON),
        VAULT.seal("1", now=NOON),
    ],
    ids=range(9),
)
def test_what_is_no_request_confirms_nothing(tx: Tx, user: User, token: str) -> None:
    with pytest.raises(CodeWrong, match="begin again"):
        confirm_two_factor(tx, VAULT, user, token, "000000", now=NOON)


def test_it_is_turned_on_once(tx: Tx, user: User) -> None:
    asked = ask(user)
    secret, _ = turn_on(tx, user)
    again = get_user(tx, user.id)

    with pytest.raises(AlreadyTwoFactor):
        ask(again)
    for known in (user, again):
        with pytest.raises(AlreadyTwoFactor):
            confirm_two_factor(
                tx, VAULT, known, asked.token, code_at(asked.secret, NOON), now=NOON
            )
    assert use_code(tx, VAULT, user.id, code_at(secret, NOON), now=NOON)


@pytest.mark.parametrize(
    ("steps", "is_good"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_code_is_good_one_step_early_or_late(
    tx: Tx, user: User, steps: int, *, is_good: bool
) -> None:
    secret, _ = turn_on(tx, user)

    assert (
        use_code(tx, VAULT, user.id, code_at(secret, NOON + steps * STEP), now=NOON) is is_good
    )


def test_a_code_is_good_once_and_makes_older_ones_void(tx: Tx, user: User) -> None:
    secret, _ = turn_on(tx, user)
    older, code, newer = (code_at(secret, NOON + steps * STEP) for steps in (-1, 0, 1))

    taken = [
        use_code(tx, VAULT, user.id, given, now=NOON) for given in (code, code, older, newer)
    ]

    assert taken == [True, False, False, True]


def test_the_code_that_confirmed_does_not_log_in(tx: Tx, user: User) -> None:
    asked = ask(user)
    code = code_at(asked.secret, NOON)

    confirm_two_factor(tx, VAULT, user, asked.token, code, now=NOON)

    assert not use_code(tx, VAULT, user.id, code, now=NOON)


def test_a_code_may_be_typed_with_a_space(tx: Tx, user: User) -> None:
    secret, _ = turn_on(tx, user)
    code = code_at(secret, NOON)

    assert use_code(tx, VAULT, user.id, f" {code[:3]} {code[3:]}", now=NOON)


def test_each_recovery_code_is_good_once_in_any_writing(tx: Tx, user: User) -> None:
    _, (first, second, *_) = turn_on(tx, user)

    taken = [
        use_code(tx, VAULT, user.id, code, now=NOON)
        for code in (
            first,
            first,
            second.upper().replace("-", " "),
            second,
            "aaaa-bbbb",
            "",
            "-",
        )
    ]

    assert taken == [True, False, True, False, False, False, False]
    assert recovery_codes_left(tx, user.id) == 8


def test_new_recovery_codes_make_the_old_ones_void(tx: Tx, user: User) -> None:
    _, old = turn_on(tx, user)

    new = renew_recovery_codes(tx, user.id)

    assert not use_code(tx, VAULT, user.id, old[0], now=NOON)
    assert use_code(tx, VAULT, user.id, new[0], now=NOON)
    assert recovery_codes_left(tx, user.id) == 9


def test_recovery_codes_are_their_users_own(tx: Tx, user: User) -> None:
    eve = make_user(tx, "eve")
    _, mine = turn_on(tx, user)
    turn_on(tx, eve)

    assert not use_code(tx, VAULT, eve.id, mine[0], now=NOON)
    assert use_code(tx, VAULT, user.id, mine[0], now=NOON)


def test_turning_it_off_forgets_the_secret_and_the_recovery_codes(tx: Tx, user: User) -> None:
    secret, codes = turn_on(tx, user)

    disable_two_factor(tx, get_user(tx, user.id))

    after = get_user(tx, user.id)
    assert not after.has_two_factor
    assert recovery_codes_left(tx, user.id) == 0
    for code in (code_at(secret, NOON), codes[0]):
        assert not use_code(tx, VAULT, user.id, code, now=NOON)
    with pytest.raises(NotTwoFactor):
        disable_two_factor(tx, after)


def test_it_can_be_turned_on_again_with_another_secret(tx: Tx, user: User) -> None:
    old, _ = turn_on(tx, user)
    disable_two_factor(tx, get_user(tx, user.id))

    new, _ = turn_on(tx, get_user(tx, user.id))

    assert not use_code(tx, VAULT, user.id, code_at(old, NOON), now=NOON)
    assert use_code(tx, VAULT, user.id, code_at(new, NOON), now=NOON)


def test_recovery_codes_open_even_when_the_servers_secret_is_lost(tx: Tx, user: User) -> None:
    secret, codes = turn_on(tx, user)
    other = Vault(b"another")

    assert not use_code(tx, other, user.id, code_at(secret, NOON), now=NOON)
    assert use_code(tx, other, user.id, codes[0], now=NOON)


def test_no_code_is_good_for_a_user_without_two_factor_login(tx: Tx, user: User) -> None:
    assert not use_code(tx, VAULT, user.id, "", now=NOON)
