from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import bcrypt
import pyotp
import pytest
from tests.dialects.runtimes import VAULT, Client, make_runtime
from tests.factories import NOON, PASSWORD, make_user
from tests.web.people import alerts_of, browsing, form_of, log_in, open_session_of, send

from vitascope.core.access.two_factor import confirm_two_factor, request_two_factor
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import NAME


def set_up_two_factor(db: Database, user: User) -> tuple[pyotp.TOTP, tuple[str, ...]]:
    """The app, and the recovery codes. The code of noon is used up by this."""
    asked = request_two_factor(VAULT, user, issuer="Vitascope", now=NOON)
    app = pyotp.TOTP(asked.secret)
    with db.begin() as tx:
        codes = confirm_two_factor(tx, VAULT, user, asked.token, app.at(NOON), now=NOON)
    return app, codes


def is_logged_in(client: Client) -> bool:
    return "Menu of </span><bdi>ada" in client.get("/").text


@pytest.mark.parametrize("name", ["ada", "Ada", " ada ", "ada@example.org"])
def test_the_right_password_logs_in_with_a_cookie(client: Client, ada: User, name: str) -> None:
    answer = send(client, "/login", "/login", username=name, password=PASSWORD)

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    token = cookie.removeprefix(f"{NAME}=").partition(";")[0]
    assert (len(token), is_logged_in(client)) == (40, True)
    assert cookie == (
        f"{NAME}={token}; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax; Secure"
    )


def test_without_tls_the_cookie_is_sent_without_it(
    db: Database, tmp_path: Path, ada: User
) -> None:
    with browsing(make_runtime(db, tmp_path, public_url="http://localhost:8080")) as client:
        answer = client.post("/login", data={"username": "ada", "password": PASSWORD})

    assert answer.headers["set-cookie"].endswith("; HttpOnly; SameSite=Lax")


def test_after_the_login_people_are_where_they_wanted_to_be(client: Client, ada: User) -> None:
    page = "/login?next=/w/abc%3Ft%3D5"

    answer = send(client, page, "/login", username="ada", password=PASSWORD)

    assert answer.headers["location"] == "/w/abc?t=5"


def test_nobody_is_sent_to_another_site(client: Client, db: Database, ada: User) -> None:
    evil = "//evil.example/"

    sent = client.post("/login", data={"username": "ada", "password": PASSWORD, "next": evil})
    already = client.get("/login", params={"next": evil})

    assert [answer.headers["location"] for answer in (sent, already)] == ["/", "/"]


@pytest.mark.parametrize(("name", "password"), [("ada", "a guess"), ("nobody", PASSWORD)])
def test_a_wrong_password_and_an_unknown_user_look_the_same(
    client: Client, ada: User, name: str, password: str
) -> None:
    answer = send(client, "/login?next=/w/x", "/login", username=name, password=password)

    assert answer.status_code == 403
    assert alerts_of(answer.text) == [
        "The username or the password is wrong. Check both and try again."
    ]
    assert form_of(answer.text, "/login") == {"username": name, "next": "/w/x", "password": ""}
    assert password not in answer.text
    assert "set-cookie" not in answer.headers


def test_empty_fields_are_asked_for_together(client: Client) -> None:
    answer = client.post("/login", data={"username": " ", "password": ""})

    assert answer.status_code == 400
    assert alerts_of(answer.text) == [
        "Type your username or your e-mail address. Type your password."
    ]
    assert "<title>Problem: Log in | Vitascope</title>" in answer.text


def test_guessing_is_slowed(client: Client, ada: User) -> None:
    guess = {"username": "ada", "password": "wrong"}

    statuses = [client.post("/login", data=guess).status_code for _ in range(6)]
    answer = client.post("/login", data={"username": "ada", "password": PASSWORD})

    assert statuses == [403] * 5 + [429]
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    assert alerts_of(answer.text) == ["Too many wrong attempts: try again in 1 s."]


def test_a_blocked_user_is_told_so(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, is_blocked=True)

    answer = client.post("/login", data={"username": "ada", "password": PASSWORD})

    assert answer.status_code == 403
    assert alerts_of(answer.text) == [
        "This user is blocked. Only the people who run this server can change that."
    ]


def test_an_address_that_waits_for_its_proof_gets_a_way_to_another_mail(
    db: Database, runtime: Runtime
) -> None:
    with db.begin() as tx:
        make_user(tx, "grace", email_verified=False)
    signup = SignupPolicy(mode=SignupMode.OPEN, verifies_email=True)

    with browsing(replace(runtime, signup=signup)) as client:
        answer = client.post("/login", data={"username": "grace", "password": PASSWORD})

    assert answer.status_code == 403
    assert 'href="/verify-account/ask-send-email"' in answer.text


def test_two_factor_login_asks_for_the_code_on_a_second_page(
    client: Client, db: Database, ada: User
) -> None:
    app, _ = set_up_two_factor(db, ada)

    asked = send(client, "/login?next=/w/x", "/login", username="ada", password=PASSWORD)
    between = is_logged_in(client)
    fields = form_of(asked.text, "/login/code")
    code = app.at(NOON + timedelta(seconds=30))
    answer = client.post("/login/code", data={**fields, "code": f" {code[:3]} {code[3:]} "})

    assert (asked.status_code, "set-cookie" in asked.headers, between) == (200, False, False)
    assert asked.headers["cache-control"] == "private, no-store"
    assert (PASSWORD in asked.text, 'autocomplete="one-time-code"' in asked.text) == (
        False,
        True,
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/w/x")
    assert is_logged_in(client)


def test_a_recovery_code_opens_once(client: Client, db: Database, ada: User) -> None:
    _, codes = set_up_two_factor(db, ada)
    asked = client.post("/login", data={"username": "ada", "password": PASSWORD})
    fields = {**form_of(asked.text, "/login/code"), "recovery": codes[0]}

    first, second = (client.post("/login/code", data=fields) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 403)


def test_a_wrong_code_can_be_mended_without_the_password(
    client: Client, db: Database, ada: User
) -> None:
    app, _ = set_up_two_factor(db, ada)
    asked = client.post("/login", data={"username": "ada", "password": PASSWORD})

    used = client.post(
        "/login/code", data={**form_of(asked.text, "/login/code"), "code": app.at(NOON)}
    )
    empty = client.post("/login/code", data=form_of(used.text, "/login/code"))
    code = app.at(NOON + timedelta(seconds=30))
    right = client.post(
        "/login/code", data={**form_of(empty.text, "/login/code"), "code": code}
    )

    assert alerts_of(used.text) == [
        "The code is wrong or was used already. Type the code that your app shows now."
    ]
    assert alerts_of(empty.text) == ["Type the code that your app shows."]
    assert [answer.status_code for answer in (used, empty, right)] == [403, 400, 303]


def test_after_five_minutes_the_password_is_asked_for_again(
    client: Client, db: Database, tmp_path: Path, ada: User
) -> None:
    app, _ = set_up_two_factor(db, ada)
    asked = client.post("/login", data={"username": "ada", "password": PASSWORD})
    late = NOON + timedelta(minutes=5, seconds=1)
    fields = {**form_of(asked.text, "/login/code"), "code": app.at(late)}

    with browsing(make_runtime(db, tmp_path, now=lambda: late)) as other:
        answer = other.post("/login/code", data=fields)

    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert alerts_of(answer.text) == ["That took too long: log in again."]
    assert form_of(answer.text, "/login")["next"] == "/"


def test_a_hash_of_another_program_is_replaced_although_a_code_is_asked_for(
    client: Client, db: Database, ada: User
) -> None:
    set_up_two_factor(db, ada)
    foreign = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, password_hash=foreign)

    answer = client.post("/login", data={"username": "ada", "password": PASSWORD})

    with db.read() as tx:
        kept = get_user(tx, ada.id).password_hash
    assert (answer.status_code, str(kept).startswith("$argon2id$")) == (200, True)


def test_logging_out_ends_the_session_and_no_other(
    client: Client, db: Database, ada: User
) -> None:
    elsewhere = open_session_of(db, ada)
    token = log_in(client, db, ada)

    answer = send(client, "/", "/logout")

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.headers["set-cookie"].startswith(f"{NAME}=; Path=/; Max-Age=0;")
    client.cookies.set(NAME, token)
    ended = is_logged_in(client)
    client.cookies.set(NAME, elsewhere)
    assert (ended, is_logged_in(client)) == (False, True)


def test_a_stranger_who_logs_out_is_back_home(client: Client) -> None:
    answer = client.post("/logout")

    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_either_code_is_enough_so_neither_is_called_optional(
    client: Client, db: Database, ada: User
) -> None:
    set_up_two_factor(db, ada)

    asked = client.post("/login", data={"username": "ada", "password": PASSWORD})

    assert ("(optional)" in asked.text, " required" in asked.text) == (False, False)
