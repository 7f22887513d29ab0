import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyotp
import pytest
from tests.dialects.runtimes import VAULT, Client, make_runtime
from tests.factories import NOON, PASSWORD
from tests.web.people import alerts_of, browsing, form_of, log_in, send

from vitascope.core.access.two_factor import (
    confirm_two_factor,
    recovery_codes_left,
    request_two_factor,
    use_code,
)
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user
from vitascope.db import Database

HERE = "/settings/security/two-factor"
CONFIRM = f"{HERE}/confirm"
LATER = NOON + timedelta(seconds=30)


def begin(client: Client) -> Any:
    return send(client, HERE, HERE, current_password=PASSWORD)


def turn_on(db: Database, user: User) -> tuple[str, ...]:
    asked = request_two_factor(VAULT, user, issuer="Vitascope", now=NOON)
    with db.begin() as tx:
        code = pyotp.TOTP(asked.secret).at(NOON)
        return confirm_two_factor(tx, VAULT, user, asked.token, code, now=NOON)


def is_on(db: Database, user: User) -> bool:
    with db.read() as tx:
        return get_user(tx, user.id).has_two_factor


def codes_of(html: str) -> list[str]:
    return re.findall(r"<li><code>([a-z0-9-]+)</code></li>", html)


def test_it_is_turned_on_with_the_apps_first_code(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)

    scan = begin(client)
    form = form_of(scan.text, CONFIRM)
    before = is_on(db, ada)
    code = pyotp.TOTP(form["secret"]).at(NOON)
    done = client.post(CONFIRM, data={**form, "code": code})

    codes = codes_of(done.text)
    assert (scan.status_code, before, is_on(db, ada)) == (200, False, True)
    assert (done.status_code, len(set(codes))) == (200, 10)
    assert done.headers["cache-control"] == "private, no-store"
    with db.begin() as tx:
        assert use_code(tx, VAULT, ada.id, codes[0], now=NOON)
    assert codes[0] not in client.get("/settings/security").text


def test_the_secret_is_shown_as_picture_as_link_and_as_text(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)

    page = begin(client).text

    secret = form_of(page, CONFIRM)["secret"]
    uri = f"otpauth://totp/Vitascope:ada%40example.org?secret={secret}&amp;issuer=Vitascope"
    spaced = " ".join(secret[at : at + 4] for at in range(0, 32, 4))
    assert (f'href="{uri}"' in page, f"<code>{spaced}</code>" in page) == (True, True)
    assert '<svg viewBox="0 0 ' in page
    assert 'role="img" aria-label="QR code for your authenticator app"' in page


def test_a_mistyped_code_keeps_the_secret(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)
    form = form_of(begin(client).text, CONFIRM)

    wrong = client.post(CONFIRM, data={**form, "code": "000000"})
    empty = client.post(CONFIRM, data=form_of(wrong.text, CONFIRM))

    assert [answer.status_code for answer in (wrong, empty)] == [403, 400]
    assert alerts_of(wrong.text) == [
        "This is not the code that the app shows. Type the code that your app shows now."
    ]
    assert alerts_of(empty.text) == ["Type the code that the app shows."]
    assert form_of(empty.text, CONFIRM) == form
    assert not is_on(db, ada)


def test_a_request_is_good_for_ten_minutes(
    client: Client, db: Database, tmp_path: Path, ada: User
) -> None:
    cookie = log_in(client, db, ada)
    form = form_of(begin(client).text, CONFIRM)
    late = NOON + timedelta(minutes=11)

    with browsing(make_runtime(db, tmp_path, now=lambda: late)) as other:
        other.cookies.set("vitascope_session", cookie)
        answer = other.post(CONFIRM, data={**form, "code": pyotp.TOTP(form["secret"]).at(late)})

    assert (answer.status_code, is_on(db, ada)) == (403, False)


@pytest.mark.parametrize("uri", ["", "javascript:alert(1)", "https://evil.example/"])
def test_only_addresses_of_apps_become_links(
    client: Client, db: Database, ada: User, uri: str
) -> None:
    log_in(client, db, ada)
    form = form_of(begin(client).text, CONFIRM)

    answer = client.post(CONFIRM, data={**form, "uri": uri, "code": "000000"})

    assert (answer.status_code, answer.headers["location"]) == (303, HERE)


@pytest.mark.parametrize("action", [HERE, f"{HERE}/codes", f"{HERE}/disable"])
@pytest.mark.parametrize(
    ("password", "status", "told"),
    [
        ("", 400, "Type your password, so that nobody else can do this."),
        (
            "a guess",
            403,
            "This is not the current password. Type the password that you log in with.",
        ),
    ],
)
def test_everything_about_it_needs_the_password(
    client: Client, db: Database, ada: User, action: str, password: str, status: int, told: str
) -> None:
    if action != HERE:
        turn_on(db, ada)
    was_on = is_on(db, ada)
    log_in(client, db, ada)

    answer = send(client, HERE, action, current_password=password)

    assert (answer.status_code, alerts_of(answer.text)) == (status, [told])
    assert is_on(db, ada) == was_on


def test_new_recovery_codes_void_the_old_ones(client: Client, db: Database, ada: User) -> None:
    old = turn_on(db, ada)
    log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/codes", current_password=PASSWORD)

    new = codes_of(answer.text)
    assert "These codes replace all that you had." in answer.text
    with db.begin() as tx:
        used = [use_code(tx, VAULT, ada.id, code, now=NOON) for code in (old[0], new[0])]
        left = recovery_codes_left(tx, ada.id)
    assert (used, left) == ([False, True], 9)


def test_the_security_page_says_how_many_codes_are_left(
    client: Client, db: Database, ada: User
) -> None:
    codes = turn_on(db, ada)
    with db.begin() as tx:
        for code in codes[:9]:
            use_code(tx, VAULT, ada.id, code, now=LATER)
    log_in(client, db, ada)

    assert "1 of your recovery codes is left." in client.get("/settings/security").text


def test_it_is_turned_off(client: Client, db: Database, ada: User) -> None:
    turn_on(db, ada)
    log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/disable", current_password=PASSWORD)

    assert "Two-factor login is off." in client.get(answer.headers["location"]).text
    assert not is_on(db, ada)


def test_it_is_turned_on_once(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)
    fields = form_of(client.get(HERE).text, HERE)
    turn_on(db, ada)

    answer = client.post(HERE, data={**fields, "current_password": PASSWORD})

    assert answer.status_code == 409
    assert alerts_of(answer.text)[0].startswith("Two-factor login is on already.")
