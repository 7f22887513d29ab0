import pytest
from tests.dialects.runtimes import VAULT, Client
from tests.factories import NOON, make_user
from tests.web.administrators import make_root
from tests.web.people import log_in
from tests.web.test_forms import POSTS

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.accounts.model import Role
from vitascope.db import Database
from vitascope.web.forms import form_token

PAGES = [
    "/admin",
    "/admin/settings",
    "/admin/settings/general",
    "/admin/settings/captcha",
    "/admin/pages",
    "/admin/pages/new",
    "/admin/pages/1",
    "/admin/encodings",
    "/admin/statistics",
]
FORMS = [path for path in POSTS if path.startswith("/admin")]


@pytest.mark.parametrize("role", [Role.USER, Role.MODERATOR])
def test_for_others_there_is_no_administration(
    client: Client, db: Database, role: Role
) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve", role)
    token = log_in(client, db, eve)
    data = {"form_token": form_token(VAULT.form_key, token)}

    answers = [client.get(path) for path in PAGES]
    answers += [client.post(path, data=data) for path in FORMS]
    unknown = client.get("/no/such/page")

    assert {answer.status_code for answer in answers} == {404}
    assert {answer.text for answer in answers} == {unknown.text}
    assert len(FORMS) == 7
    assert "/admin" not in client.get("/").text


def test_strangers_log_in_first(client: Client) -> None:
    pages = [client.get(path) for path in PAGES]
    forms = [client.post(path, data={"form_token": "any"}) for path in FORMS]

    assert [(answer.status_code, answer.headers["location"]) for answer in pages] == [
        (303, f"/login?next={path}") for path in PAGES
    ]
    assert {answer.headers["location"] for answer in forms} == {"/login"}


def test_a_key_of_an_administrator_opens_nothing(client: Client, db: Database) -> None:
    root = make_root(db)
    with db.begin() as tx:
        made = create_key(
            tx, root.id, kind=KeyKind.VSRC, name="x", permission=Permission.WRITE, now=NOON
        )
    headers = {"Authorization": f"Bearer {made.secret}"}

    answers = [client.get(path, headers=headers) for path in PAGES]

    assert {answer.status_code for answer in answers} == {303}


@pytest.mark.parametrize("token", ["", "made up", form_token(VAULT.form_key, "another")])
def test_no_form_is_taken_without_the_sessions_token(
    client: Client, db: Database, token: str
) -> None:
    log_in(client, db, make_root(db))

    answers = [client.post(path, data={"form_token": token}) for path in FORMS]

    said = "This form belongs to a login that has ended."
    assert {(answer.status_code, said in answer.text) for answer in answers} == {(403, True)}


def test_administrators_find_it_in_their_menu(client: Client, db: Database) -> None:
    log_in(client, db, make_root(db))

    assert '<a href="/admin/settings">Administration</a>' in client.get("/").text
