import re

import pytest
from tests.dialects.runtimes import PUBLIC_URL, VAULT, Client
from tests.factories import PASSWORD
from tests.web.people import log_in

from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.web.account_views import FormView, Problem
from vitascope.web.forms import (
    Fields,
    form_token,
    form_token_holds,
    is_sent_from_here,
    local_path,
)

HERE = "https://video.example"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "cross-site", "origin": HERE}, False),
        ({"origin": HERE}, True),
        ({"origin": "HTTPS://Video.Example"}, True),
        ({"origin": "http://192.168.1.9:8080", "host": "192.168.1.9:8080"}, True),
        ({"origin": "https://evil.example", "host": "video.example"}, False),
        ({"origin": "https://video.example.evil.example", "host": "video.example"}, False),
        ({"origin": "null", "host": "video.example"}, False),
        ({"origin": "", "host": "video.example"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"host": "video.example"}, True),
    ],
)
def test_a_form_comes_from_our_pages_or_from_no_browser(
    headers: dict[str, str], expected: bool
) -> None:
    assert is_sent_from_here(headers, HERE) is expected


@pytest.mark.parametrize(
    "path", ["/", "/w/abc", "/w/abc?t=5", "/settings/keys/3", "/w/a%20b#here", "/?a=//b"]
)
def test_a_path_of_ours_may_come_next(path: str) -> None:
    assert local_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "w/abc",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/w\\..\\x",
        "https://evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "\n//evil.example",
        "/\r\nset-cookie: a=b",
        "/wörld",
        "/" + "a" * 2000,
    ],
)
def test_nothing_else_may_come_next(path: str) -> None:
    assert local_path(path) == "/"


def test_a_token_is_good_for_its_own_session_only() -> None:
    key = VAULT.form_key

    token = form_token(key, "a session")

    assert form_token_holds(key, "a session", token)
    assert not form_token_holds(key, "another session", token)
    assert not form_token_holds(b"another key", "a session", token)
    assert not form_token_holds(key, "a session", "")
    assert not form_token_holds(key, "a session", "ü" * 64)


def test_fields_are_trimmed_but_for_passwords() -> None:
    fields = Fields({"name": " a\0da ", "password": " sesame ", "id": " 12 ", "bad": "-1"})

    assert (fields.text("name"), fields.secret("password")) == ("ada", " sesame ")
    assert (fields.number("id"), fields.number("bad"), fields.number("none")) == (
        12,
        None,
        None,
    )
    assert fields.number("long") is None
    assert fields.view("login", "name", "none") == FormView(
        "login", {"name": "ada", "none": ""}
    )
    assert fields.empty({"name": "Type it.", "none": "Type this."}) == (
        Problem("Type this.", "none"),
    )


NOBODYS = "00000000-0000-4000-8000-000000000000"
POSTS = [
    "/login",
    "/login/code",
    "/logout",
    "/register",
    "/reset-password",
    "/reset-password/new",
    "/verify-account/email",
    "/verify-account/ask-send-email",
    "/settings/profile",
    "/settings/avatar",
    "/settings/avatar/remove",
    "/settings/email",
    "/settings/delete",
    "/settings/password",
    "/settings/security/end",
    "/settings/security/end-others",
    "/settings/security/two-factor",
    "/settings/security/two-factor/confirm",
    "/settings/security/two-factor/codes",
    "/settings/security/two-factor/disable",
    "/settings/keys",
    "/settings/keys/revoke",
    "/settings/webhooks",
    "/settings/webhooks/switch",
    "/settings/webhooks/remove",
    f"/settings/webhooks/{NOBODYS}",
    f"/settings/webhooks/{NOBODYS}/test",
    f"/settings/webhooks/{NOBODYS}/again",
    f"/settings/webhooks/{NOBODYS}/secret",
    "/settings/presets",
    "/settings/presets/default",
    "/settings/presets/remove",
    f"/settings/presets/{NOBODYS}",
    "/studio/upload",
    "/studio/imports",
    "/studio/imports/cancel",
    "/studio/imports/retry",
    "/studio/imports/delete",
    "/studio/library/new-folder",
    "/studio/library/rename",
    "/studio/library/move",
    "/studio/library/delete",
    "/studio/library/retry",
    "/admin/settings",
    "/admin/settings/reset",
    "/admin/pages/new",
    "/admin/pages/1",
    "/admin/pages/1/publish",
    "/admin/pages/1/delete",
    "/admin/encodings/retry",
    "/w/abc/unlock",
    "/videos/embed/abc/unlock",
]

_PARAMETER = re.compile(r"\{(\w+)\}")
IDS = {"ref": "abc", "page_id": "1", "webhook_id": NOBODYS, "preset_id": NOBODYS}

MEMBERS = [path for path in POSTS if path.startswith(("/settings", "/studio"))]
# A form with files is written in another way.
FILES = {
    "/settings/avatar": {"picture": b""},
    "/studio/upload": {"file": b""},
    "/studio/imports": {"torrent": b""},
}
# What scripts send shows its token in a header; see test_api.
SCRIPTS = "/studio/api/"


def test_every_form_of_the_pages_stands_in_this_list(client: Client) -> None:
    found = {
        path.replace("{ref:str}", "abc")
        for path, methods in (
            (route.path_format, getattr(route, "methods", ())) for route in client.app.routes
        )
        if "POST" in methods and not path.startswith(SCRIPTS)
    }

    filled = {_PARAMETER.sub(lambda found: IDS[found[1]], path) for path in found}
    assert filled == set(POSTS)


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}]
)
def test_no_form_is_taken_from_another_sites_page(
    client: Client, db: Database, ada: User, headers: dict[str, str]
) -> None:
    token = log_in(client, db, ada)
    data = {"form_token": form_token(VAULT.form_key, token), "current_password": PASSWORD}

    answers = [client.post(path, data=data, headers=headers) for path in POSTS]

    said = "This form was sent from a page of another site."
    assert [(answer.status_code, said in answer.text) for answer in answers] == [
        (403, True)
    ] * len(POSTS)


@pytest.mark.parametrize(
    "token", ["", "made up", form_token(VAULT.form_key, "another session")]
)
def test_no_form_of_a_member_is_taken_without_the_sessions_token(
    client: Client, db: Database, ada: User, token: str
) -> None:
    log_in(client, db, ada)
    data = {"form_token": token, "current_password": PASSWORD}
    paths = ["/logout", *MEMBERS]

    answers = [
        client.post(path, data=data, files=FILES.get(path), headers={"origin": PUBLIC_URL})
        for path in paths
    ]

    said = "This form belongs to a login that has ended."
    assert [(answer.status_code, said in answer.text) for answer in answers] == [
        (403, True)
    ] * len(paths)


def test_members_forms_send_strangers_to_the_login(client: Client) -> None:
    answers = [client.post(path, data={"form_token": "any"}) for path in MEMBERS]

    assert {(answer.status_code, answer.headers["location"]) for answer in answers} == {
        (303, "/login")
    }


def test_members_pages_send_strangers_to_the_login_and_back(client: Client) -> None:
    paths = ["/settings", "/settings/profile", "/settings/security", "/settings/keys/1"]

    answers = [client.get(path) for path in paths]

    assert [(answer.status_code, answer.headers["location"]) for answer in answers] == [
        (303, f"/login?next={path}") for path in paths
    ]
