from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import argon2
import bcrypt
import pyotp
import pytest
import sqlalchemy as sa
from tests.core.making import ELSEWHERE, HOME, VAULT, make_session
from tests.factories import NOON, PASSWORD, make_user

from vitascope.base.errors import ProductError
from vitascope.core.access.attempts import Guesser, TooManyAttempts, note_failure
from vitascope.core.access.credentials import authenticate
from vitascope.core.access.model import ClientInfo, SessionKind, SessionTokens
from vitascope.core.access.passwords import hash_password
from vitascope.core.access.sessions import UserBlocked
from vitascope.core.access.two_factor import confirm_two_factor, request_two_factor
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import delete_user_row, get_user, update_user
from vitascope.core.login.password import (
    Attempt,
    EmailUnverified,
    LoginRefused,
    RegistrationPending,
    RegistrationRejected,
    TwoFactorRequired,
    TwoFactorWrong,
    log_in,
)
from vitascope.core.registration.model import RegistrationState
from vitascope.core.registration.queries import answer_registration, insert_registration
from vitascope.db import Database, Tx

SECOND = timedelta(seconds=1)
EARLY = NOON - timedelta(minutes=5)


def try_in(
    db: Database,
    login: str = "ada",
    password: str = PASSWORD,
    code: str | None = None,
    *,
    client: ClientInfo = HOME,
    kind: SessionKind = SessionKind.TOKEN,
    verifies_email: bool = False,
    now: datetime = NOON,
) -> SessionTokens:
    return log_in(
        db,
        VAULT,
        Attempt(login=login, password=password, code=code),
        kind=kind,
        client=client,
        verifies_email=verifies_email,
        now=now,
    )


def refusal(deed: Callable[[], object]) -> type[ProductError]:
    with pytest.raises(ProductError) as refused:
        deed()
    return type(refused.value)


@pytest.fixture
def user(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


def change(db: Database, user: User, **values: object) -> None:
    with db.begin() as tx:
        update_user(tx, user.id, NOON, **values)


def turn_on_two_factor(db: Database, user: User) -> tuple[pyotp.TOTP, tuple[str, ...]]:
    asked = request_two_factor(VAULT, user, issuer="video.example", now=EARLY)
    app = pyotp.TOTP(asked.secret)
    with db.begin() as tx:
        codes = confirm_two_factor(tx, VAULT, user, asked.token, app.at(EARLY), now=EARLY)
    return app, codes


def ask_to_join(tx: Tx, name: str, state: RegistrationState) -> None:
    made = insert_registration(
        tx,
        NOON,
        reason="I have films",
        username=name,
        email=f"{name}@example.org",
        email_verified=None,
        password_hash="$argon2id$",
        display_name="",
        channel_name="",
        channel_display_name="",
    )
    if state is not RegistrationState.PENDING:
        assert answer_registration(tx, made.id, state, "Well", None, NOON)


@pytest.mark.parametrize("login", ["ada", "ADA", "ada@example.org"])
@pytest.mark.parametrize("kind", SessionKind)
def test_a_username_in_any_case_or_an_address_logs_in(
    db: Database, user: User, login: str, kind: SessionKind
) -> None:
    tokens = try_in(db, login, kind=kind)

    with db.read() as tx:
        actor = authenticate(tx, VAULT, tokens.access_token, now=NOON)
        assert get_user(tx, user.id).last_login_at == NOON
    assert (actor.user_id, actor.credential_id) == (user.id, 1)


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("ada", "wrong"),
        ("ada", ""),
        ("ada", PASSWORD + " "),
        ("nobody", PASSWORD),
        ("Ada@Example.org", PASSWORD),
        ("", ""),
        ("a\0da", PASSWORD),
        ("ada", "a\0b"),
        ("ada%", PASSWORD),
    ],
)
def test_unknown_user_and_wrong_password_say_the_same(
    db: Database, user: User, login: str, password: str
) -> None:
    with pytest.raises(LoginRefused, match="The username or the password is wrong"):
        try_in(db, login, password)


def test_a_user_without_a_password_cannot_log_in_with_one(db: Database, user: User) -> None:
    change(db, user, password_hash=None)

    assert refusal(lambda: try_in(db, password="")) is LoginRefused
    assert refusal(lambda: try_in(db)) is LoginRefused


def test_every_refusal_stands_behind_the_right_password(db: Database, user: User) -> None:
    app, _ = turn_on_two_factor(db, user)
    change(db, user, is_blocked=True, email_verified=False)

    def refused(password: str = PASSWORD, code: str | None = None) -> type[ProductError]:
        return refusal(lambda: try_in(db, "ada", password, code, verifies_email=True))

    wrong = refused("wrong"), refused("wrong", app.at(NOON))
    blocked = refused()
    change(db, user, is_blocked=False)
    unverified = refused()
    change(db, user, email_verified=True)
    without_code, with_wrong = refused(), refused(code="000000")

    assert wrong == (LoginRefused, LoginRefused)
    assert (blocked, unverified) == (UserBlocked, EmailUnverified)
    assert (without_code, with_wrong) == (TwoFactorRequired, TwoFactorWrong)
    assert try_in(db, code=app.at(NOON), verifies_email=True)


@pytest.mark.parametrize(
    ("is_verified", "verifies", "is_let_in"),
    [(False, False, True), (False, True, False), (None, True, True), (True, True, True)],
)
def test_an_unverified_address_matters_where_addresses_are_verified(
    db: Database, user: User, *, is_verified: bool | None, verifies: bool, is_let_in: bool
) -> None:
    change(db, user, email_verified=is_verified)

    if is_let_in:
        assert try_in(db, verifies_email=verifies)
    else:
        assert refusal(lambda: try_in(db, verifies_email=verifies)) is EmailUnverified


@pytest.mark.parametrize(
    ("state", "error"),
    [
        (RegistrationState.PENDING, RegistrationPending),
        (RegistrationState.REJECTED, RegistrationRejected),
        (RegistrationState.ACCEPTED, LoginRefused),
    ],
)
@pytest.mark.parametrize("login", ["eve", "EVE", "eve@example.org"])
def test_whoever_asked_to_join_is_told_how_that_stands(
    db: Database, login: str, state: RegistrationState, error: type[ProductError]
) -> None:
    with db.begin() as tx:
        ask_to_join(tx, "eve", state)

    assert refusal(lambda: try_in(db, login)) is error


def test_a_request_to_join_says_nothing_about_a_user_of_that_name(
    db: Database, user: User
) -> None:
    with db.begin() as tx:
        ask_to_join(tx, "ada", RegistrationState.REJECTED)

    assert refusal(lambda: try_in(db, "ada", "wrong")) is LoginRefused
    assert try_in(db)


def test_a_code_of_the_app_logs_in_once(db: Database, user: User) -> None:
    app, _ = turn_on_two_factor(db, user)

    first = try_in(db, code=app.at(NOON))

    assert first.access_token
    assert refusal(lambda: try_in(db, code=app.at(NOON))) is TwoFactorWrong
    assert refusal(lambda: try_in(db, code="")) is TwoFactorRequired


def test_a_recovery_code_logs_in_once(db: Database, user: User) -> None:
    _, codes = turn_on_two_factor(db, user)

    first = try_in(db, code=codes[0])

    assert first.access_token
    assert refusal(lambda: try_in(db, code=codes[0])) is TwoFactorWrong


def test_wrong_passwords_are_slowed_and_then_even_the_right_one_waits(
    db: Database, user: User
) -> None:
    for _ in range(5):
        assert refusal(lambda: try_in(db, password="wrong", client=ELSEWHERE)) is LoginRefused

    assert refusal(lambda: try_in(db, client=ELSEWHERE)) is TooManyAttempts
    assert try_in(db, client=HOME)
    assert refusal(lambda: try_in(db, client=ELSEWHERE)) is TooManyAttempts
    assert try_in(db, client=ELSEWHERE, now=NOON + SECOND)


def test_unknown_users_are_slowed_like_known_ones(db: Database, user: User) -> None:
    for _ in range(5):
        assert refusal(lambda: try_in(db, "nobody", "wrong")) is LoginRefused

    assert refusal(lambda: try_in(db, "nobody", "wrong")) is TooManyAttempts


def test_wrong_codes_are_slowed_and_the_right_password_does_not_help(
    db: Database, user: User
) -> None:
    app, _ = turn_on_two_factor(db, user)

    refused = [refusal(partial(try_in, db, code=code)) for code in (None, *5 * ["000000"])]

    assert refused == [TwoFactorRequired, *5 * [TwoFactorWrong]]
    assert refusal(lambda: try_in(db, code=app.at(NOON))) is TooManyAttempts
    assert try_in(db, code=app.at(NOON), now=NOON + SECOND)


def test_a_login_clears_what_was_counted(db: Database, user: User) -> None:
    for _ in range(4):
        refusal(lambda: try_in(db, password="wrong"))
    try_in(db)

    for _ in range(4):
        refusal(lambda: try_in(db, password="wrong"))

    assert try_in(db)


def test_an_attack_from_everywhere_does_not_keep_the_user_out_of_home(
    db: Database, user: User
) -> None:
    with db.begin() as tx:
        make_session(tx, user, client=HOME)
        for number in range(60):
            note_failure(tx, Guesser(name="ada", address=f"203.0.113.{number}"), now=NOON)

    assert refusal(lambda: try_in(db, client=ELSEWHERE)) is TooManyAttempts
    assert try_in(db, client=HOME)


@pytest.mark.parametrize("prefix", ["$2a$", "$2b$", "$2y$"])
def test_a_hash_of_another_program_is_replaced_at_the_first_login(
    db: Database, user: User, prefix: str
) -> None:
    made = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    change(db, user, password_hash=made.replace("$2b$", prefix, 1))

    assert refusal(lambda: try_in(db, password="wrong")) is LoginRefused
    assert _hash_of(db, user).startswith(prefix)
    try_in(db)
    better = _hash_of(db, user)
    try_in(db)

    assert better.startswith("$argon2id$")
    assert _hash_of(db, user) == better


def test_a_refused_login_replaces_no_hash(db: Database, user: User) -> None:
    made = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    change(db, user, password_hash=made, is_blocked=True)

    refusal(lambda: try_in(db))

    assert _hash_of(db, user) == made


@pytest.fixture
def argon_runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    runs: list[str] = []
    true_verify, true_hash = (
        argon2.low_level.verify_secret,
        argon2.low_level.hash_secret,
    )

    def verify(known: bytes, secret: bytes, kind: argon2.Type) -> bool:
        runs.append("verify")
        return true_verify(known, secret, kind)

    def make(**settings: object) -> bytes:
        runs.append("hash")
        return true_hash(**settings)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr("argon2._password_hasher.verify_secret", verify)
    monkeypatch.setattr("argon2._password_hasher.hash_secret", make)
    return runs


@pytest.mark.parametrize(
    ("login", "password"), [("ada", PASSWORD), ("ada", "wrong"), ("nobody", "wrong")]
)
def test_a_login_costs_one_argon2_run_whatever_comes_of_it(
    db: Database, user: User, argon_runs: list[str], login: str, password: str
) -> None:
    try:
        try_in(db, login, password)
    except LoginRefused:
        assert password == "wrong"

    assert argon_runs == ["verify"]


def test_a_guess_that_has_to_wait_costs_none(
    db: Database, user: User, argon_runs: list[str]
) -> None:
    for _ in range(5):
        refusal(lambda: try_in(db, password="wrong"))
    argon_runs.clear()

    refusal(lambda: try_in(db))

    assert argon_runs == []


def test_no_transaction_is_open_while_the_password_is_compared(
    db: Database, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    true_verify = argon2.low_level.verify_secret

    def writing(known: bytes, secret: bytes, kind: argon2.Type) -> bool:
        change(db, user, blocked_reason="written meanwhile")
        return true_verify(known, secret, kind)

    monkeypatch.setattr("argon2._password_hasher.verify_secret", writing)

    assert try_in(db)


@pytest.mark.parametrize(
    "values", [{"is_blocked": True}, {"password_hash": hash_password("another password")}]
)
def test_whoever_is_shut_out_while_the_password_is_compared_stays_out(
    db: Database, user: User, monkeypatch: pytest.MonkeyPatch, values: dict[str, object]
) -> None:
    _meanwhile(monkeypatch, lambda: change(db, user, **values))

    assert refusal(lambda: try_in(db)) is LoginRefused
    with db.read() as tx:
        assert tx.execute(sa.text("SELECT count(*) FROM sessions")).scalar_one() == 0


def test_a_user_who_is_deleted_while_the_password_is_compared_stays_out(
    db: Database, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def delete() -> None:
        with db.begin() as tx:
            delete_user_row(tx, user.id)

    _meanwhile(monkeypatch, delete)

    assert refusal(lambda: try_in(db)) is LoginRefused


def test_two_first_logins_at_once_with_another_programs_hash_both_get_in(
    db: Database, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    change(db, user, password_hash=made)
    better = hash_password(PASSWORD)
    true_check = bcrypt.checkpw

    def checking(password: bytes, known: bytes) -> bool:
        change(db, user, password_hash=better)
        return true_check(password, known)

    monkeypatch.setattr("bcrypt.checkpw", checking)

    assert try_in(db)


def _meanwhile(monkeypatch: pytest.MonkeyPatch, deed: Callable[[], None]) -> None:
    """Have ``deed`` done once while the library compares a password."""
    true_verify, deeds = argon2.low_level.verify_secret, [deed]

    def verify(known: bytes, secret: bytes, kind: argon2.Type) -> bool:
        while deeds:
            deeds.pop()()
        return true_verify(known, secret, kind)

    monkeypatch.setattr("argon2._password_hasher.verify_secret", verify)


def _hash_of(db: Database, user: User) -> str:
    with db.read() as tx:
        known = get_user(tx, user.id).password_hash
    assert known is not None
    return known
