from dataclasses import replace
from typing import Any

import pytest
from tests.dialects.runtimes import Client
from tests.factories import PASSWORD
from tests.web.people import alerts_of, browsing, form_of, log_in

from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import count_users, find_user_by_login
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.core.registration.queries import find_registration_by_login
from vitascope.db import Database
from vitascope.http.limits import open_limiter
from vitascope.http.runtime import Runtime

OPEN = SignupPolicy(mode=SignupMode.OPEN)
APPROVAL = SignupPolicy(mode=SignupMode.APPROVAL)


def newcomer(**values: str) -> dict[str, str]:
    given = {
        "username": "grace",
        "email": "grace@example.org",
        "password": PASSWORD,
        "password_again": PASSWORD,
        "age": "yes",
    }
    return given | values


def join(runtime: Runtime, signup: SignupPolicy, **values: str) -> Any:
    with browsing(replace(runtime, signup=signup)) as client:
        return client.post("/register", data=newcomer(**values))


def test_a_closed_server_says_so(client: Client, db: Database) -> None:
    page, sent = client.get("/register"), client.post("/register", data=newcomer())

    for answer in (page, sent):
        assert "Nobody can register on this server." in answer.text
        assert "<form" not in answer.text
    assert (page.status_code, sent.status_code) == (200, 403)
    assert "/register" not in client.get("/").text
    with db.read() as tx:
        assert count_users(tx) == 0


def test_a_full_server_says_so(db: Database, runtime: Runtime, ada: User) -> None:
    answer = join(runtime, replace(OPEN, most_users=1))

    assert (answer.status_code, "This server takes no more users." in answer.text) == (
        403,
        True,
    )


def test_somebody_registers_and_is_logged_in_at_once(db: Database, runtime: Runtime) -> None:
    names = {"username": " Grace ", "display_name": "Grace H.", "channel_name": "Compilers"}
    with browsing(replace(runtime, signup=OPEN)) as client:
        answer = client.post("/register", data=newcomer(**names))
        welcome = client.get(answer.headers["location"])

    assert answer.status_code == 303
    assert ("Welcome!" in welcome.text, "Menu of </span><bdi>Grace H." in welcome.text) == (
        True,
        True,
    )
    with db.read() as tx:
        user = find_user_by_login(tx, "grace")
    assert user is not None
    assert (user.email, user.email_verified) == ("grace@example.org", None)


def test_where_addresses_are_verified_nobody_is_logged_in_yet(
    db: Database, runtime: Runtime
) -> None:
    answer = join(runtime, replace(OPEN, verifies_email=True))

    assert (answer.status_code, "set-cookie" in answer.headers) == (200, False)
    assert "A mail with a link is on its way to <bdi>grace@example.org</bdi>." in answer.text
    with db.read() as tx:
        user = find_user_by_login(tx, "grace")
    assert user is not None
    assert user.email_verified is False


def test_where_people_are_approved_a_request_is_left(db: Database, runtime: Runtime) -> None:
    answer = join(runtime, APPROVAL, reason="I film bridges.")

    assert (answer.status_code, "set-cookie" in answer.headers) == (200, False)
    assert "Your request is on its way" in answer.text
    assert "Try to log in later" in answer.text
    with db.read() as tx:
        asked = find_registration_by_login(tx, "grace")
        user = find_user_by_login(tx, "grace")
    assert (asked is not None and asked.reason, user) == ("I film bridges.", None)


def test_everything_wrong_is_told_at_once_and_what_was_typed_stays(runtime: Runtime) -> None:
    typed = {
        "username": "Grace Hopper",
        "email": "grace",
        "password": "12345",
        "password_again": "54321",
        "display_name": "G" * 121,
        "channel_name": "my channel",
        "reason": "",
        "age": "",
    }
    answer = join(runtime, APPROVAL, **typed)

    handle = (
        "A name has 1 to 50 lower-case letters, digits or underscores; dots and hyphens may "
        "stand inside it."
    )
    assert answer.status_code == 400
    assert alerts_of(answer.text) == [
        (
            f"{handle} This is not an e-mail address. A password has 6 to 255 characters. "
            "The two passwords differ: type the same one twice. "
            f"A display name has 1 to 120 characters. {handle} "
            "Say in a sentence why you would like to join. "
            "Only people who are at least 16 years old may join."
        )
    ]
    assert form_of(answer.text, "/register") == {
        "username": "Grace Hopper",
        "email": "grace",
        "password": "",
        "password_again": "",
        "display_name": "G" * 121,
        "channel_name": "my channel",
        "reason": "",
    }
    assert ("12345" in answer.text, "54321" in answer.text) == (False, False)


def test_every_problem_stands_beside_its_field_too(runtime: Runtime) -> None:
    answer = join(runtime, OPEN, email="grace")

    assert 'href="#register-email">This is not an e-mail address.</a>' in answer.text
    assert '<p class="wrong" id="register-email-wrong">' in answer.text
    assert (
        'aria-invalid="true" aria-describedby="register-email-hint register-email-wrong"'
        in answer.text
    )


@pytest.mark.parametrize("taken", [{"username": "ada"}, {"email": "ada@example.org"}])
def test_what_is_taken_is_told(runtime: Runtime, ada: User, taken: dict[str, str]) -> None:
    answer = join(runtime, OPEN, **taken)

    assert answer.status_code == 409
    assert alerts_of(answer.text) == ["This name or address is taken. Choose another one."]


def test_a_server_without_a_minimum_age_does_not_ask(db: Database, runtime: Runtime) -> None:
    signup = replace(OPEN, minimum_age=0)
    with browsing(replace(runtime, signup=signup)) as client:
        page = client.get("/register").text
        answer = client.post("/register", data=newcomer(age=""))

    assert ("years old" in page, answer.status_code) == (False, 303)


def test_who_is_logged_in_need_not_register(db: Database, runtime: Runtime, ada: User) -> None:
    with browsing(replace(runtime, signup=OPEN)) as client:
        log_in(client, db, ada)
        answer = client.get("/register")

    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_network_that_makes_many_users_has_to_wait(db: Database, runtime: Runtime) -> None:
    limited = replace(runtime, signup=OPEN, limiter=open_limiter("memory:", db))
    with browsing(limited) as client:
        statuses = [
            client.post(
                "/register", data=newcomer(username=f"grace{n}", email=f"{n}@example.org")
            ).status_code
            for n in range(6)
        ]

    assert statuses == [303] * 5 + [429]


def test_forms_show_what_was_typed_and_run_none_of_it(runtime: Runtime) -> None:
    script = '"><script>alert(1)</script>'
    answer = join(runtime, APPROVAL, username=script, reason=f"</textarea>{script}")

    assert "<script" not in answer.text
    assert form_of(answer.text, "/register")["username"] == script
