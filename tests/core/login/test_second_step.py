from datetime import timedelta

import pyotp
import pytest
from tests.conftest import SECRET
from tests.factories import NOON, PASSWORD, make_user

from vitascope.core.access.attempts import TooManyAttempts
from vitascope.core.access.credentials import authenticate
from vitascope.core.access.model import ClientInfo, SessionTokens
from vitascope.core.access.passwords import hash_password
from vitascope.core.access.sessions import UserBlocked
from vitascope.core.access.two_factor import (
    confirm_two_factor,
    disable_two_factor,
    request_two_factor,
)
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.core.login.password import Attempt, LoginRefused, TwoFactorWrong
from vitascope.core.login.second_step import (
    LIFETIME,
    SecondStep,
    SecondStepExpired,
    begin_login,
    finish_login,
)
from vitascope.db import Database

VAULT = Vault(SECRET)
CLIENT = ClientInfo(address="203.0.113.5", device="A browser")
LATER = NOON + timedelta(seconds=30)


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


@pytest.fixture
def app(db: Database, ada: User) -> pyotp.TOTP:
    """What shows the codes; that of noon is used up."""
    asked = request_two_factor(VAULT, ada, issuer="Vitascope", now=NOON)
    totp = pyotp.TOTP(asked.secret)
    with db.begin() as tx:
        confirm_two_factor(tx, VAULT, ada, asked.token, totp.at(NOON), now=NOON)
    return totp


def begin(db: Database, password: str = PASSWORD) -> SessionTokens | SecondStep:
    attempt = Attempt(login="ada", password=password)
    return begin_login(db, VAULT, attempt, client=CLIENT, now=NOON)


def ticket_of(step: SessionTokens | SecondStep) -> str:
    assert isinstance(step, SecondStep)
    return step.ticket


def test_without_two_factor_the_first_step_is_all(db: Database, ada: User) -> None:
    tokens = begin(db)

    assert isinstance(tokens, SessionTokens)
    with db.read() as tx:
        actor = authenticate(tx, VAULT, tokens.access_token, now=NOON)
    assert actor.user_id == ada.id


def test_the_code_opens_the_session_that_the_password_began(
    db: Database, ada: User, app: pyotp.TOTP
) -> None:
    ticket = ticket_of(begin(db))

    tokens = finish_login(db, VAULT, ticket, app.at(LATER), client=CLIENT, now=LATER)

    with db.read() as tx:
        actor = authenticate(tx, VAULT, tokens.access_token, now=LATER)
    assert actor.user_id == ada.id
    assert PASSWORD not in VAULT.unseal(ticket)


def test_a_wrong_password_gives_no_ticket(db: Database, app: pyotp.TOTP) -> None:
    with pytest.raises(LoginRefused):
        begin(db, "wrong")


def test_wrong_codes_are_slowed_as_wrong_passwords_are(db: Database, app: pyotp.TOTP) -> None:
    ticket = ticket_of(begin(db))
    for _ in range(5):
        with pytest.raises(TwoFactorWrong):
            finish_login(db, VAULT, ticket, "000000", client=CLIENT, now=NOON)

    with pytest.raises(TooManyAttempts):
        finish_login(db, VAULT, ticket, app.at(LATER), client=CLIENT, now=NOON)


def test_a_ticket_is_good_for_five_minutes(db: Database, app: pyotp.TOTP) -> None:
    ticket, late = ticket_of(begin(db)), NOON + LIFETIME + timedelta(seconds=1)

    with pytest.raises(SecondStepExpired):
        finish_login(db, VAULT, ticket, app.at(late), client=CLIENT, now=late)


@pytest.mark.parametrize("text", ["made up", "[]", '{"purpose": "another"}'])
def test_no_other_sealed_text_passes_for_a_ticket(
    db: Database, app: pyotp.TOTP, text: str
) -> None:
    forged = VAULT.seal(text, now=NOON)

    for ticket in (forged, text):
        with pytest.raises(SecondStepExpired):
            finish_login(db, VAULT, ticket, app.at(LATER), client=CLIENT, now=NOON)


def test_a_new_password_voids_the_ticket(db: Database, ada: User, app: pyotp.TOTP) -> None:
    ticket = ticket_of(begin(db))
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, password_hash=hash_password("another one"))

    with pytest.raises(SecondStepExpired):
        finish_login(db, VAULT, ticket, app.at(LATER), client=CLIENT, now=LATER)


def test_somebody_blocked_between_the_steps_stays_out(
    db: Database, ada: User, app: pyotp.TOTP
) -> None:
    ticket = ticket_of(begin(db))
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, is_blocked=True)

    with pytest.raises(UserBlocked):
        finish_login(db, VAULT, ticket, app.at(LATER), client=CLIENT, now=LATER)


def test_two_factor_turned_off_between_the_steps_needs_no_code(
    db: Database, ada: User, app: pyotp.TOTP
) -> None:
    ticket = ticket_of(begin(db))
    with db.begin() as tx:
        disable_two_factor(tx, get_user(tx, ada.id))

    tokens = finish_login(db, VAULT, ticket, "", client=CLIENT, now=LATER)

    assert isinstance(tokens, SessionTokens)
