"""Logging in by way of another service, from the login page back to it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from litestar.testing import TestClient
from tests.dialects.runtimes import PUBLIC_URL, VAULT, Client, make_runtime
from tests.factories import make_user
from tests.web.identity_provider import CLIENT_ID, CLIENT_SECRET, IdentityProvider
from tests.web.people import log_in

from vitascope.core.accounts.queries import (
    find_external_user,
    find_user,
    find_user_by_login,
    has_external_login,
)
from vitascope.db import Database
from vitascope.http.runtime import utc_now
from vitascope.http.session_cookie import NAME
from vitascope.web import build
from vitascope.web.forms import form_token
from vitascope.web.oidc import Service, SingleSignOn


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    with IdentityProvider() as provider:
        yield provider


@pytest.fixture
def client(db: Database, tmp_path: Path, provider: IdentityProvider) -> Iterator[Client]:
    service = Service(
        issuer=provider.issuer,
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        name="The Company",
        redirect_uri=lambda: f"{PUBLIC_URL}/login/sso/return",
        creates_users=True,
    )
    runtime = make_runtime(db, tmp_path, now=utc_now)
    pages = build(runtime, sign_on=SingleSignOn(service, VAULT))
    with TestClient(pages, base_url=PUBLIC_URL) as client:
        client.follow_redirects = False
        yield client


def log_in_there(address: str) -> str:
    """Follow the browser to the service and back; the path and query it comes back with."""
    back = urlsplit(httpx2.get(address, trust_env=False).headers["location"])
    assert f"{back.scheme}://{back.netloc}" == PUBLIC_URL
    return f"{back.path}?{back.query}"


def test_the_login_page_leads_to_the_service_and_back_to_where_one_was(
    client: Client, db: Database, provider: IdentityProvider
) -> None:
    page = client.get("/login?next=/settings/keys")
    begun = client.get("/login/sso?next=/settings/keys")

    done = client.get(log_in_there(begun.headers["location"]))

    assert 'href="/login/sso?next=/settings/keys">Log in with The Company</a>' in page.text
    assert (begun.status_code, done.status_code) == (303, 303)
    assert done.headers["location"] == "/settings/keys"
    assert "Ada Lovelace" in client.get("/settings/profile").text
    with db.read() as tx:
        user_id = find_external_user(tx, provider.issuer, "0815")
        assert user_id is not None
        user = find_user(tx, user_id)
        assert user is not None
        assert (user.username, user.email) == ("ada_lovelace", "ada@example.org")


def test_the_service_gets_a_challenge_and_no_secret(client: Client) -> None:
    address = urlsplit(client.get("/login/sso").headers["location"])

    query = parse_qs(address.query)

    assert set(query) == {
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
    }
    assert query["code_challenge_method"] == ["S256"]


def test_nobody_is_taken_over_by_an_address(client: Client, db: Database) -> None:
    with db.begin() as tx:
        ada = make_user(tx, "ada")
    begun = client.get("/login/sso")

    done = client.get(log_in_there(begun.headers["location"]))

    assert (done.status_code, NAME in done.cookies) == (409, False)
    assert "log in with the password, then connect" in done.text
    with db.read() as tx:
        assert has_external_login(tx, ada.id) is False


def test_a_member_connects_the_two_and_logs_in_either_way(client: Client, db: Database) -> None:
    with db.begin() as tx:
        ada = make_user(tx, "ada")
    session = log_in(client, db, ada, now=utc_now())
    token = form_token(VAULT.form_key, session)

    leaving = client.post("/settings/security/connect", data={"form_token": token})
    address = leaving.text.partition('wide" href="')[2].partition('"')[0].replace("&amp;", "&")
    connected = client.get(log_in_there(address))
    page = client.get("/settings/security?done=connected")
    client.cookies.delete(NAME)
    done = client.get(log_in_there(client.get("/login/sso").headers["location"]))

    assert connected.headers["location"] == "/settings/security?done=connected"
    assert "Connected</span> You can log in by way of The Company." in page.text
    assert (done.status_code, done.headers["location"]) == (303, "/")
    with db.read() as tx:
        assert has_external_login(tx, ada.id) is True
        assert find_user_by_login(tx, "ada_lovelace") is None


def test_connecting_takes_a_form_of_this_login(client: Client, db: Database) -> None:
    stranger = client.post("/settings/security/connect", data={})
    with db.begin() as tx:
        ada = make_user(tx, "ada")
    log_in(client, db, ada, now=utc_now())

    forged = client.post("/settings/security/connect", data={"form_token": "made up"})

    assert (stranger.status_code, forged.status_code) == (303, 403)


def test_a_cancelled_login_says_so_and_lets_one_try_again(client: Client) -> None:
    begun = client.get("/login/sso?next=/w/x")
    state = parse_qs(urlsplit(begun.headers["location"]).query)["state"][0]

    back = client.get(f"/login/sso/return?error=access_denied&state={state}")

    assert back.status_code == 403
    assert "The login was cancelled there" in back.text
    assert "Log in with The Company" in back.text


def test_a_service_that_is_away_keeps_nobody_from_the_password(
    client: Client, provider: IdentityProvider
) -> None:
    provider.__exit__()

    answer = client.get("/login/sso")

    assert answer.status_code == 503
    assert "The Company does not answer: try again later" in answer.text
    assert 'name="password"' in answer.text
