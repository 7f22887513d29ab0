"""Two people at once: where one can win, exactly one does, and the others are told why.

SQLite takes turns by itself; on PostgreSQL these run side by side.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

import pyotp
import pytest
from tests.core.making import HOME, VAULT, make_session, overlap, race
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Conflict
from vitascope.core.access.attempts import Guesser, note_failure
from vitascope.core.access.keys import create_key, revoke_key
from vitascope.core.access.mailed_codes import CodeRefused
from vitascope.core.access.model import KeyKind, KeyUse, Permission, SessionKind
from vitascope.core.access.queries.failures import list_failures
from vitascope.core.access.queries.keys import insert_key_uses
from vitascope.core.access.sessions import RefreshRefused, open_session, refresh_session
from vitascope.core.access.two_factor import (
    AlreadyTwoFactor,
    confirm_two_factor,
    recovery_codes_left,
    renew_recovery_codes,
    request_two_factor,
    use_code,
)
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import count_users, get_user
from vitascope.core.registration.answer import accept, reject
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.core.registration.queries import get_registration
from vitascope.core.registration.sign_up import ask_to_join, sign_up
from vitascope.core.users.add import Newcomer
from vitascope.core.users.delete import delete_user
from vitascope.core.users.mailboxes import draw_reset_code, reset_password
from vitascope.core.users.manage import UserChanges, change_user
from vitascope.db import Database, Tx

AT_ONCE = 6
EARLIER = NOON - timedelta(hours=1)
OPEN = SignupPolicy(mode=SignupMode.OPEN)


@pytest.fixture
def user(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


def join(name: str, email: str, tx: Tx, channel: str = "") -> bool:
    newcomer = Newcomer(
        username=name,
        email=email,
        password_hash="$argon2id$",
        channel_name=channel,
        channel_display_name=channel,
    )
    return sign_up(tx, OPEN, newcomer, address="", now=NOON) is not None


def one_of(winners: Sequence[object], loser: object) -> bool:
    """Whether one is True and all others are ``loser``."""
    return sorted(map(str, winners)) == sorted(map(str, [True, *[loser] * (len(winners) - 1)]))


def test_a_name_is_given_to_one_of_those_who_register_at_once(db: Database) -> None:
    deeds = [partial(join, "ada", f"{number}@example.org") for number in range(AT_ONCE)]

    found = race(db, *deeds)

    assert one_of(found, Conflict)
    with db.read() as tx:
        assert count_users(tx) == 1


def test_an_address_is_given_to_one_of_those_who_register_at_once(db: Database) -> None:
    deeds = [partial(join, f"user{number}", "a@example.org") for number in range(AT_ONCE)]

    assert one_of(race(db, *deeds), Conflict)


def test_a_channel_is_given_to_one_of_those_who_register_at_once(db: Database) -> None:
    deeds = [
        partial(join, f"user{number}", f"{number}@example.org", channel="films")
        for number in range(AT_ONCE)
    ]

    assert one_of(race(db, *deeds), Conflict)


def test_an_address_is_given_to_one_of_those_who_change_to_it_at_once(db: Database) -> None:
    with db.begin() as tx:
        root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))
        users = [make_user(tx, f"user{number}") for number in range(AT_ONCE)]
    changes = UserChanges(email="new@example.org")

    def change(user: User, tx: Tx) -> bool:
        return change_user(tx, root, user.id, changes, now=NOON) is not None

    assert one_of(race(db, *(partial(change, user) for user in users)), Conflict)


def test_a_refresh_token_is_exchanged_once(db: Database, user: User) -> None:
    with db.begin() as tx:
        token = make_session(tx, user).refresh_token
    assert token is not None

    def refresh(tx: Tx) -> bool:
        return refresh_session(tx, VAULT, token, HOME, now=NOON) is not None

    assert one_of(race(db, *[refresh] * AT_ONCE), RefreshRefused)


def test_a_mailed_code_is_used_once(db: Database, user: User) -> None:
    with db.begin() as tx:
        code = draw_reset_code(tx, user, is_first=False, now=NOON)

    def reset(tx: Tx) -> bool:
        return reset_password(tx, user.id, code, "$argon2id$", now=NOON) is not None

    assert one_of(race(db, *[reset] * AT_ONCE), CodeRefused)


def test_one_of_two_mailed_codes_is_used(db: Database, user: User) -> None:
    with db.begin() as tx:
        codes = [draw_reset_code(tx, user, is_first=False, now=NOON) for _ in range(2)]

    def reset(code: str, tx: Tx) -> bool:
        return reset_password(tx, user.id, code, "$argon2id$", now=NOON) is not None

    assert one_of(race(db, *(partial(reset, code) for code in codes)), CodeRefused)


def turn_on(db: Database, user: User) -> tuple[pyotp.TOTP, tuple[str, ...]]:
    asked = request_two_factor(VAULT, user, issuer="video.example", now=NOON)
    app = pyotp.TOTP(asked.secret)
    step_before = int(NOON.timestamp()) - 30
    with db.begin() as tx:
        code = app.at(step_before)
        return app, confirm_two_factor(tx, VAULT, user, asked.token, code, now=NOON)


def test_a_code_of_the_app_is_used_once(db: Database, user: User) -> None:
    app, _ = turn_on(db, user)

    def use(tx: Tx) -> bool:
        return use_code(tx, VAULT, user.id, app.at(NOON), now=NOON)

    assert overlap(db, use) == (True, False)
    assert race(db, *[use] * AT_ONCE) == [False] * AT_ONCE


def test_a_recovery_code_is_used_once(db: Database, user: User) -> None:
    _, codes = turn_on(db, user)

    def use(tx: Tx) -> bool:
        return use_code(tx, VAULT, user.id, codes[0], now=NOON)

    assert one_of(race(db, *[use] * AT_ONCE), False)


def test_two_factor_login_is_turned_on_once(db: Database, user: User) -> None:
    asked = [request_two_factor(VAULT, user, issuer="x", now=NOON) for _ in range(AT_ONCE)]

    def confirm(token: str, secret: str, tx: Tx) -> bool:
        code = pyotp.TOTP(secret).at(NOON)
        return len(confirm_two_factor(tx, VAULT, user, token, code, now=NOON)) == 10

    found = race(db, *(partial(confirm, each.token, each.secret) for each in asked))

    assert one_of(found, AlreadyTwoFactor)
    with db.read() as tx:
        assert recovery_codes_left(tx, user.id) == 10


def test_recovery_codes_renewed_at_once_are_ten_in_the_end(db: Database, user: User) -> None:
    turn_on(db, user)

    race(db, *[lambda tx: renew_recovery_codes(tx, user.id)] * AT_ONCE)

    with db.read() as tx:
        assert recovery_codes_left(tx, user.id) == 10


def test_a_request_to_join_is_answered_once(db: Database) -> None:
    policy = SignupPolicy(mode=SignupMode.APPROVAL)
    newcomer = Newcomer(username="ada", email="a@example.org", password_hash="$argon2id$")
    with db.begin() as tx:
        root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))
        asked = ask_to_join(tx, policy, newcomer, reason="Films", address="", now=NOON)

    def say_yes(tx: Tx) -> bool:
        return accept(tx, root, policy, asked.id, response="Yes", now=NOON) is not None

    def say_no(tx: Tx) -> bool:
        reject(tx, root, asked.id, response="No", now=NOON)
        return True

    assert one_of(race(db, *[say_yes, say_no] * 3), Conflict)
    with db.read() as tx:
        is_user = count_users(tx) == 2
        assert (get_registration(tx, asked.id).user_id is not None) is is_user


def test_wrong_guesses_at_once_are_all_counted(db: Database) -> None:
    def guess(number: int, tx: Tx) -> bool:
        for _ in range(5):
            guesser = Guesser(name=f"user{number % 2}", address=f"192.0.2.{number % 3}")
            note_failure(tx, guesser, now=NOON)
        return True

    race(db, *(partial(guess, number) for number in range(AT_ONCE)))

    guesser = Guesser(name="user0", address="192.0.2.0")
    with db.read() as tx:
        counts = [
            count for count, _ in list_failures(tx, list(guesser.rules()), EARLIER).values()
        ]
    assert sorted(counts) == [5, 10, 15]


def test_logging_in_while_being_deleted_harms_neither(db: Database) -> None:
    with db.begin() as tx:
        root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))
        users = [make_user(tx, f"user{number}") for number in range(3)]
        for user in users:
            make_session(tx, user, now=NOON)

    def remove(user: User, tx: Tx) -> bool:
        delete_user(tx, root, user.id)
        return True

    def log_in(tx: Tx) -> bool:
        later = NOON.replace(month=6)
        keeper = get_user(tx, root.known_user())
        return open_session(tx, VAULT, keeper, SessionKind.TOKEN, HOME, now=later) is not None

    found = race(db, *(partial(remove, user) for user in users), *[log_in] * 3)

    assert found == [True] * 6


def test_revoking_a_key_while_its_uses_are_written_loses_no_others(
    db: Database, user: User
) -> None:
    with db.begin() as tx:
        keys = [
            create_key(
                tx,
                user.id,
                kind=KeyKind.VSRC,
                name="mine",
                permission=Permission.READ,
                now=NOON,
            ).key
            for _ in range(4)
        ]
    uses = [
        KeyUse(key_id=key.id, method="GET", path="/", status=200, address="", used_at=NOON)
        for key in keys
    ]

    def write(tx: Tx) -> bool:
        insert_key_uses(tx, uses)
        return True

    def revoke(key_id: int, tx: Tx) -> bool:
        revoke_key(tx, key_id)
        return True

    found = race(db, write, *(partial(revoke, key.id) for key in keys[:3]), write)

    assert found == [True] * 5
