from dataclasses import replace

import pytest
from tests.dialects.runtimes import Client
from tests.factories import NOON, PASSWORD, make_user, make_video
from tests.web.people import alerts_of, browsing, form_of, log_in, send

from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user, get_user, update_user
from vitascope.core.registration.model import SignupPolicy
from vitascope.core.users.events import EmailVerificationAsked
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import NAME
from vitascope.jobs import pending

HERE = "/settings/profile"


def reread(db: Database, user: User) -> User:
    with db.read() as tx:
        return get_user(tx, user.id)


def test_settings_begin_with_the_profile(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    answer = client.get("/settings")

    assert (answer.status_code, answer.headers["location"]) == (303, HERE)


def test_no_page_of_settings_is_kept_anywhere(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    answer = client.get(HERE)

    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "script-src 'self'; style-src" in answer.headers["content-security-policy"]


def test_the_profile_is_saved(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)
    typed = {"display_name": " Ada L. ", "description": "I film\r\nbridges."}

    answer = send(client, HERE, HERE, **typed)
    page = client.get(answer.headers["location"])

    account = reread(db, ada).account
    assert (account.display_name, account.description) == ("Ada L.", "I film\nbridges.")
    assert (
        "Your profile is saved." in page.text,
        "Menu of </span><bdi>Ada L." in page.text,
    ) == (
        True,
        True,
    )
    assert form_of(page.text, HERE)["description"] == "I film\nbridges."


def test_an_empty_description_is_none(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)
    send(client, HERE, HERE, description="I film bridges.")

    send(client, HERE, HERE, description="")

    assert reread(db, ada).account.description is None


def test_a_profile_that_breaks_a_rule_is_shown_again(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)

    answer = send(client, HERE, HERE, display_name="", description="I")

    assert answer.status_code == 400
    assert alerts_of(answer.text) == ["A display name has 1 to 120 characters."]
    assert form_of(answer.text, HERE)["description"] == "I"
    assert reread(db, ada).account.display_name == "ada"


def test_the_address_changes_with_the_password(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)
    typed = {"email": "ada@example.net", "current_password": PASSWORD}

    answer = send(client, HERE, "/settings/email", **typed)

    assert answer.headers["location"] == f"{HERE}?done=email"
    assert reread(db, ada).email == "ada@example.net"


def test_where_addresses_are_verified_the_new_one_waits(
    db: Database, runtime: Runtime, ada: User
) -> None:
    with browsing(replace(runtime, signup=SignupPolicy(verifies_email=True))) as client:
        log_in(client, db, ada)
        typed = {"email": "ada@example.net", "current_password": PASSWORD}
        answer = send(client, HERE, "/settings/email", **typed)
        page = client.get(answer.headers["location"]).text

    user = reread(db, ada)
    assert (user.email, user.pending_email) == ("ada@example.org", "ada@example.net")
    assert "Open the link in the mail that is on its way to the new address." in page
    assert "The address <bdi>ada@example.net</bdi> waits" in page
    with db.read() as tx:
        assert pending(tx)[-1] == (
            EmailVerificationAsked.__name__,
            {"user_id": ada.id, "is_pending": True},
        )


@pytest.mark.parametrize(
    ("typed", "status", "told"),
    [
        (
            {"email": "new@example.org", "current_password": "a guess"},
            403,
            "This is not the current password. Type the password that you log in with.",
        ),
        (
            {"email": "new", "current_password": PASSWORD},
            400,
            "This is not an e-mail address.",
        ),
        (
            {"email": "", "current_password": ""},
            400,
            "Type the new e-mail address. Type your password, so that nobody else can do this.",
        ),
    ],
)
def test_an_address_that_cannot_be_is_told_beside_its_form(
    client: Client, db: Database, ada: User, typed: dict[str, str], status: int, told: str
) -> None:
    log_in(client, db, ada)

    answer = send(client, HERE, "/settings/email", **typed)

    form = form_of(answer.text, "/settings/email")
    assert (answer.status_code, alerts_of(answer.text)) == (status, [told])
    assert (form["email"], form["current_password"]) == (typed["email"], "")
    assert reread(db, ada).email == "ada@example.org"


def test_the_address_of_another_user_is_refused(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        make_user(tx, "grace")
    log_in(client, db, ada)
    typed = {"email": "grace@example.org", "current_password": PASSWORD}

    answer = send(client, HERE, "/settings/email", **typed)

    assert answer.status_code == 409
    assert len(alerts_of(answer.text)) == 1


def test_guessing_the_current_password_is_slowed(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)
    guess = {"email": "eve@example.org", "current_password": "a guess"}

    answers = [send(client, HERE, "/settings/email", **guess) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [403] * 5 + [429]
    assert answers[5].headers["retry-after"] == "1"


def test_an_account_is_deleted_with_name_and_password(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        make_video(tx, ada)
    log_in(client, db, ada)

    answer = send(client, HERE, "/settings/delete", username="ada", current_password=PASSWORD)

    assert (answer.status_code, "Your account is deleted" in answer.text) == (200, True)
    assert "Menu of </span><bdi>ada" not in answer.text
    assert answer.headers["set-cookie"].startswith(f"{NAME}=; Path=/; Max-Age=0;")
    with db.read() as tx:
        assert find_user(tx, ada.id) is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            {"username": "Ada?", "current_password": PASSWORD},
            "Type ada to delete this account.",
        ),
        (
            {"username": "ada", "current_password": "a guess"},
            "This is not the current password. Type the password that you log in with.",
        ),
    ],
)
def test_no_account_is_deleted_by_accident(
    client: Client, db: Database, ada: User, typed: dict[str, str], told: str
) -> None:
    log_in(client, db, ada)

    answer = send(client, HERE, "/settings/delete", **typed)

    assert alerts_of(answer.text) == [told]
    assert reread(db, ada) is not None


def test_whoever_has_no_password_leaves_with_the_name_alone(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, password_hash=None)
    log_in(client, db, ada)

    answer = send(client, HERE, "/settings/delete", username="ada")

    assert "Your account is deleted" in answer.text


def test_root_stays(client: Client, db: Database) -> None:
    with db.begin() as tx:
        root = make_user(tx, "root")
    log_in(client, db, root)

    answer = send(client, HERE, "/settings/delete", username="root", current_password=PASSWORD)

    assert alerts_of(answer.text) == ["The user root cannot be blocked, deleted or degraded."]
