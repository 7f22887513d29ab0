from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.dialects.runtimes import Client, make_runtime
from tests.factories import NOON, make_user
from tests.web.people import alerts_of, browsing, form_of

from vitascope.core.access.passwords import hash_password, verify_password
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.core.registration.answer import draw_registration_code
from vitascope.core.registration.model import Registration, SignupMode, SignupPolicy
from vitascope.core.registration.queries import get_registration
from vitascope.core.registration.sign_up import ask_to_join
from vitascope.core.users.add import Newcomer
from vitascope.core.users.events import EmailVerificationAsked, PasswordResetAsked
from vitascope.core.users.mailboxes import draw_reset_code, draw_verification_code
from vitascope.db import Database
from vitascope.http.limits import open_limiter
from vitascope.http.runtime import Runtime
from vitascope.jobs import pending

NEW = {"password": "a brand new one", "password_again": "a brand new one"}


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path, sends_mail=True)


@pytest.fixture
def client(runtime: Runtime) -> Iterator[Client]:
    with browsing(runtime) as client:
        yield client


@pytest.fixture
def grace(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "grace", email_verified=False)


@pytest.fixture
def request_to_join(db: Database) -> Registration:
    policy = SignupPolicy(mode=SignupMode.APPROVAL, verifies_email=True)
    newcomer = Newcomer(
        username="eve", email="eve@example.org", password_hash=hash_password("sesame")
    )
    with db.begin() as tx:
        return ask_to_join(tx, policy, newcomer, reason="Why not?", address="", now=NOON)


def events_of(db: Database) -> list[str]:
    """Names of the events that wait for being handled."""
    with db.read() as tx:
        return [name for name, _ in pending(tx)]


def test_opening_the_link_of_a_mail_alone_verifies_nothing(
    client: Client, db: Database, grace: User
) -> None:
    with db.begin() as tx:
        code = draw_verification_code(tx, grace, is_pending=False, now=NOON)
    path = f"/verify-account/email?userId={grace.id}&verificationString={code}"

    pages = [client.get(path) for _ in range(2)]
    with db.read() as tx:
        before = get_user(tx, grace.id).email_verified
    form = form_of(pages[1].text, "/verify-account/email")
    answer = client.post("/verify-account/email", data=form)

    with db.read() as tx:
        after = get_user(tx, grace.id).email_verified
    assert (before, after, answer.status_code) == (False, True, 200)
    assert "Your e-mail address is verified" in answer.text


def test_a_new_address_takes_the_place_of_the_old_one(
    client: Client, db: Database, grace: User
) -> None:
    with db.begin() as tx:
        waiting = update_user(tx, grace.id, NOON, pending_email="new@example.org")
        code = draw_verification_code(tx, waiting, is_pending=True, now=NOON)
    path = f"/verify-account/email?userId={grace.id}&verificationString={code}"

    form = form_of(client.get(f"{path}&isPendingEmail=true").text, "/verify-account/email")
    client.post("/verify-account/email", data=form)

    with db.read() as tx:
        user = get_user(tx, grace.id)
    assert (user.email, user.pending_email) == ("new@example.org", None)


def test_a_new_address_that_somebody_else_took_is_refused(
    client: Client, db: Database, grace: User, ada: User
) -> None:
    with db.begin() as tx:
        waiting = update_user(tx, grace.id, NOON, pending_email=ada.email)
        code = draw_verification_code(tx, waiting, is_pending=True, now=NOON)
    form = {"user_id": str(grace.id), "code": code, "pending": "true"}

    answer = client.post("/verify-account/email", data=form)

    assert (answer.status_code, "This address cannot be used" in answer.text) == (409, True)


def test_the_address_of_a_request_to_join_is_verified(
    client: Client, db: Database, request_to_join: Registration
) -> None:
    with db.begin() as tx:
        code = draw_registration_code(tx, request_to_join, now=NOON)
    path = f"?registrationId={request_to_join.id}&verificationString={code}"

    form = form_of(client.get(f"/verify-account/email{path}").text, "/verify-account/email")
    answer = client.post("/verify-account/email", data=form)

    with db.read() as tx:
        verified = get_registration(tx, request_to_join.id).email_verified
    assert (answer.status_code, verified) == (200, True)
    assert "The people who run this server will look at your request." in answer.text


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"user_id": "1", "code": "made up"},
        {"user_id": "999", "code": "made up"},
        {"user_id": "x", "code": "made up"},
        {"registration_id": "1", "code": "made up"},
        {"user_id": "1", "code": "made up", "pending": "true"},
    ],
)
@pytest.mark.parametrize("path", ["/verify-account/email", "/reset-password/new"])
def test_links_that_do_not_work_look_the_same_whoever_they_name(
    client: Client, grace: User, path: str, form: dict[str, str]
) -> None:
    answer = client.post(path, data={**form, **NEW})

    assert answer.status_code == 403
    assert "This link does not work" in answer.text
    assert "Ask for another link" in answer.text


def test_a_link_is_good_for_an_hour_and_once(
    client: Client, db: Database, tmp_path: Path, grace: User
) -> None:
    with db.begin() as tx:
        codes = [draw_reset_code(tx, grace, is_first=False, now=NOON) for _ in range(2)]
    forms = [{"user_id": str(grace.id), "code": code, **NEW} for code in codes]
    late = make_runtime(db, tmp_path, now=lambda: NOON + timedelta(minutes=61))

    with browsing(late) as other:
        too_late = other.post("/reset-password/new", data=forms[0])
    first, again = (client.post("/reset-password/new", data=forms[1]) for _ in range(2))

    statuses = [answer.status_code for answer in (too_late, first, again)]
    assert statuses == [403, 200, 403]


def test_a_mail_is_asked_for_and_nobody_learns_whether_it_is_sent(
    client: Client, db: Database, grace: User, request_to_join: Registration
) -> None:
    path = "/verify-account/ask-send-email"
    emails = ["grace@example.org", "nobody@example.org"]

    answers = [client.post(path, data={"email": email}) for email in emails]
    resets = [client.post("/reset-password", data={"email": email}) for email in emails]

    for first, second in (answers, resets):
        assert (first.status_code, second.status_code) == (200, 200)
        assert first.text.replace(emails[0], emails[1]) == second.text
    assert events_of(db)[-2:] == [EmailVerificationAsked.__name__, PasswordResetAsked.__name__]


@pytest.mark.parametrize("path", ["/verify-account/ask-send-email", "/reset-password"])
def test_what_is_no_address_is_told_and_stays(client: Client, path: str) -> None:
    answer = client.post(path, data={"email": "grace"})

    assert answer.status_code == 400
    assert alerts_of(answer.text) == ["This is not an e-mail address."]
    assert form_of(answer.text, path) == {"email": "grace"}


@pytest.mark.parametrize("path", ["/verify-account/ask-send-email", "/reset-password"])
def test_a_server_without_mail_says_who_can_help(
    db: Database, tmp_path: Path, grace: User, path: str
) -> None:
    before = events_of(db)
    with browsing(make_runtime(db, tmp_path)) as client:
        page = client.get(path).text
        sent = client.post(path, data={"email": "grace@example.org"}).text

    for text in (page, sent):
        assert "This server sends no mail" in text
        assert "The people who run Vitascope can" in text
        assert "<form" not in text
    assert events_of(db) == before


def test_mails_are_not_sent_as_fast_as_somebody_can_click(
    db: Database, runtime: Runtime
) -> None:
    limited = replace(runtime, limiter=open_limiter("memory:", db))
    with browsing(limited) as client:
        answers = [
            client.post("/reset-password", data={"email": "grace@example.org"})
            for _ in range(4)
        ]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 0 < int(answers[3].headers["retry-after"]) <= 300


def test_a_new_password_is_set_by_the_link(client: Client, db: Database, grace: User) -> None:
    with db.begin() as tx:
        code = draw_reset_code(tx, grace, is_first=False, now=NOON)
    page = client.get(f"/reset-password?userId={grace.id}&verificationString={code}")
    form = form_of(page.text, "/reset-password/new")

    answer = client.post("/reset-password/new", data={**form, **NEW})

    with db.read() as tx:
        kept = get_user(tx, grace.id)
    assert (answer.status_code, "Your password is changed" in answer.text) == (200, True)
    assert verify_password(kept.password_hash, "a brand new one")
    assert kept.email_verified is True


def test_a_bad_new_password_does_not_use_the_link_up(
    client: Client, db: Database, grace: User
) -> None:
    with db.begin() as tx:
        code = draw_reset_code(tx, grace, is_first=False, now=NOON)
    link = {"user_id": str(grace.id), "code": code}

    bad = client.post(
        "/reset-password/new", data={**link, "password": "short", "password_again": "longer"}
    )
    good = client.post(
        "/reset-password/new", data={**form_of(bad.text, "/reset-password/new"), **NEW}
    )

    assert (bad.status_code, good.status_code) == (400, 200)
    assert alerts_of(bad.text) == [
        "A password has 6 to 255 characters. The two passwords differ: type the same one twice."
    ]
    assert form_of(bad.text, "/reset-password/new") == {
        **link,
        "password": "",
        "password_again": "",
    }
