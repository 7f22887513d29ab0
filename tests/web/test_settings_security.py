import re
from datetime import timedelta
from pathlib import Path

import pytest
from litestar.testing import TestClient
from tests.dialects.runtimes import VAULT, Client, make_runtime
from tests.factories import NOON, PASSWORD, make_user
from tests.web.people import PHONE, alerts_of, log_in, open_session_of, send

from vitascope.core.access.credentials import CredentialRefused, authenticate
from vitascope.core.access.model import ClientInfo, SessionKind
from vitascope.core.access.passwords import verify_password
from vitascope.core.access.queries.sessions import list_sessions
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.db import Database
from vitascope.http.entrance import Entrance
from vitascope.http.proxies import TrustedProxies
from vitascope.http.session_cookie import NAME
from vitascope.http.uses import Uses
from vitascope.web import build

HERE = "/settings/security"
NEW = "a brand new one"


def is_open(db: Database, token: str) -> bool:
    try:
        with db.read() as tx:
            return authenticate(tx, VAULT, token, now=NOON).user_id is not None
    except CredentialRefused:
        return False


def number_of(db: Database, token: str) -> str:
    with db.read() as tx:
        return str(authenticate(tx, VAULT, token, now=NOON).credential_id)


def text_of(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def test_sessions_say_where_and_when(client: Client, db: Database, ada: User) -> None:
    earlier = NOON - timedelta(hours=3)
    app = ClientInfo(address="198.51.100.7", device="PeerTubeApp/2.1 (iOS)")
    open_session_of(db, ada, kind=SessionKind.TOKEN, client=app, now=earlier)
    open_session_of(db, ada, kind=SessionKind.JWT, client=ClientInfo(), now=earlier)
    log_in(client, db, ada)

    text = text_of(client.get(HERE).text).partition("Where you are logged in ")[2]

    since = "1 March 2026, 09:00 UTC"
    assert text == (
        "Firefox on Android This session This website 203.0.113.5 last active just now "
        "since 1 March 2026, 12:00 UTC "
        "Unknown program An app, by the VideoCMS API last active 3 hours ago "
        f"since {since} End "
        "PeerTubeApp/2.1 An app, by the PeerTube API 198.51.100.7 last active 3 hours ago "
        f"since {since} End End all other sessions"
    )


def test_one_session_is_ended(client: Client, db: Database, ada: User) -> None:
    phone, tablet = open_session_of(db, ada), open_session_of(db, ada)
    here = log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/end", session=number_of(db, phone))

    assert answer.headers["location"] == f"{HERE}?done=ended"
    assert [is_open(db, token) for token in (phone, tablet, here)] == [False, True, True]


def test_all_other_sessions_are_ended(client: Client, db: Database, ada: User) -> None:
    others = [open_session_of(db, ada, kind=kind) for kind in SessionKind]
    here = log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/end-others")

    assert "All your other sessions have ended." in client.get(answer.headers["location"]).text
    assert [is_open(db, token) for token in (*others, here)] == [False, False, False, True]


def test_ending_this_very_session_logs_out(client: Client, db: Database, ada: User) -> None:
    open_session_of(db, ada)
    here = log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/end", session=number_of(db, here))

    assert answer.headers["location"] == "/"
    assert answer.headers["set-cookie"].startswith(f"{NAME}=; ")


@pytest.mark.parametrize("session", ["", "x", "999", "-1"])
def test_a_session_that_is_gone_is_what_was_asked_for(
    client: Client, db: Database, ada: User, session: str
) -> None:
    open_session_of(db, ada)
    log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/end", session=session)

    assert (answer.status_code, answer.headers["location"]) == (303, HERE)


def test_nobody_ends_the_sessions_of_others(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve")
    of_ada = open_session_of(db, ada)
    open_session_of(db, eve)
    log_in(client, db, eve)

    send(client, HERE, f"{HERE}/end", session=number_of(db, of_ada))

    assert is_open(db, of_ada)


def test_a_new_password_ends_all_other_sessions(
    client: Client, db: Database, ada: User
) -> None:
    other, here = open_session_of(db, ada, client=PHONE), log_in(client, db, ada)
    typed = {"current_password": PASSWORD, "password": NEW, "password_again": NEW}

    answer = send(client, HERE, "/settings/password", **typed)

    with db.read() as tx:
        kept = get_user(tx, ada.id).password_hash
    assert answer.headers["location"] == f"{HERE}?done=password"
    assert verify_password(kept, NEW)
    assert [is_open(db, token) for token in (other, here)] == [False, True]


@pytest.mark.parametrize(
    ("typed", "status", "told"),
    [
        (
            {"current_password": "a guess", "password": NEW, "password_again": NEW},
            403,
            "This is not the current password. Type the password that you log in with.",
        ),
        (
            {"current_password": "", "password": "short", "password_again": "longer"},
            400,
            (
                "Type the password that you log in with now. A password has 6 to 255 "
                "characters. The two passwords differ: type the same one twice."
            ),
        ),
    ],
)
def test_a_bad_new_password_changes_nothing(
    client: Client, db: Database, ada: User, typed: dict[str, str], status: int, told: str
) -> None:
    log_in(client, db, ada)

    answer = send(client, HERE, "/settings/password", **typed)

    with db.read() as tx:
        kept = get_user(tx, ada.id).password_hash
    assert (answer.status_code, alerts_of(answer.text)) == (status, [told])
    assert verify_password(kept, PASSWORD)
    assert NEW not in answer.text


def test_whoever_has_no_password_is_told_how_to_get_one(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, password_hash=None)
    log_in(client, db, ada)

    page = client.get(HERE).text

    assert "You log in through another service and have no password here." in page
    assert 'action="/settings/password"' not in page


def test_looking_at_a_page_is_noted_as_activity(
    db: Database, tmp_path: Path, ada: User
) -> None:
    later = NOON + timedelta(hours=2)
    uses = Uses(db, lambda: later)
    app = build(make_runtime(db, tmp_path, now=lambda: later))
    with TestClient(Entrance(app, TrustedProxies(()), uses)) as client:
        client.cookies.set(NAME, open_session_of(db, ada))
        client.get("/", headers={"user-agent": "curl/8"})
    uses.write()

    with db.read() as tx:
        (session,) = list_sessions(tx, ada.id, later).items
    assert (session.last_active_at, session.last.device) == (later, "curl/8")
