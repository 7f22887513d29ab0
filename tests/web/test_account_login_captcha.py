"""Logging in where a captcha is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.core.captcha.solving import solve
from tests.dialects.runtimes import VAULT, Client, make_runtime
from tests.factories import NOON, PASSWORD
from tests.web.people import alerts_of, browsing, form_of

from vitascope.core.accounts.model import User
from vitascope.core.captcha.challenge import new_challenge
from vitascope.core.settings.model import CaptchaProvider
from vitascope.db import Database

FIELD = "captcha-response"
PERSON = {"username": "ada", "password": PASSWORD}
AT_LOGIN = {"captcha_enabled": True, "captcha_at_login": True}
pytestmark = pytest.mark.usefixtures("ada")


@pytest.fixture
def client(db: Database, tmp_path: Path) -> Iterator[Client]:
    with browsing(make_runtime(db, tmp_path, **AT_LOGIN)) as client:
        yield client


def answered() -> dict[str, str]:
    asked = new_challenge(VAULT, now=NOON, bits=4)
    return {FIELD: f"{asked.text}.{solve(asked.salt, asked.bits)}"}


def test_the_form_asks_and_takes_the_answer(client: Client) -> None:
    page = client.get("/login")

    answer = client.post("/login", data=PERSON | answered())

    assert form_of(page.text, "/login")[FIELD] == ""
    assert "captcha.js" in page.text
    assert "://" not in page.headers["content-security-policy"]
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_without_the_right_answer_the_form_comes_back_with_another_challenge(
    client: Client,
) -> None:
    used = answered()
    client.post("/login", data=PERSON | used)

    answers = [client.post("/login", data=PERSON | given) for given in ({}, used)]

    assert [answer.status_code for answer in answers] == [400, 400]
    assert [alerts_of(answer.text) for answer in answers] == [
        ["The captcha was not answered."],
        ["The captcha was not solved. Please try again."],
    ]
    assert all("data-captcha=" in answer.text for answer in answers)
    assert all("set-cookie" not in answer.headers for answer in answers)


def test_after_a_wrong_password_a_new_answer_is_needed(client: Client) -> None:
    given = answered()

    wrong = client.post("/login", data=PERSON | given | {"password": "a guess"})
    again = client.post("/login", data=PERSON | given)

    assert (wrong.status_code, again.status_code) == (403, 400)
    assert form_of(wrong.text, "/login")[FIELD] == ""


def test_an_answer_is_not_used_up_by_a_form_that_lacks_something(client: Client) -> None:
    given = answered()

    empty = client.post("/login", data={"username": "ada", **given})
    whole = client.post("/login", data=PERSON | given)

    assert (empty.status_code, whole.status_code) == (400, 303)


def test_a_provider_is_let_into_the_login_page_only(
    db: Database, tmp_path: Path, ada: User
) -> None:
    chosen = {"captcha_provider": CaptchaProvider.HCAPTCHA, "hcaptcha_site_key": "our-site"}

    with browsing(make_runtime(db, tmp_path, **AT_LOGIN, **chosen)) as client:
        login, home = client.get("/login"), client.get("/")

    assert '<div class="h-captcha" id="login-captcha" data-sitekey="our-site">' in login.text
    assert "frame-src https://hcaptcha.com" in login.headers["content-security-policy"]
    assert "hcaptcha" not in home.headers["content-security-policy"]


def test_without_the_switch_nobody_is_asked(db: Database, tmp_path: Path) -> None:
    runtime = make_runtime(db, tmp_path, captcha_enabled=True, captcha_at_player=True)

    with browsing(runtime) as client:
        page = client.get("/login")
        answer = client.post("/login", data=PERSON)

    assert FIELD not in form_of(page.text, "/login")
    assert "captcha.js" not in page.text
    assert answer.status_code == 303
