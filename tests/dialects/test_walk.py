"""Every route of the server: refused to strangers unless it is public, and closed to others.

A new route fails here until somebody has said which of the two it is.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs
from tests.dialects.whole import NOW, SECRET_WORD, Whole, whole_server
from tests.factories import PASSWORD

from vitascope.core.access.model import (
    ClientInfo,
    CredentialKind,
    Permission,
    SessionKind,
)
from vitascope.core.access.queries.keys import list_keys
from vitascope.core.access.queries.sessions import list_sessions
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.queries import get_user
from vitascope.core.videos.queries.entries import get_entry
from vitascope.http.session_cookie import NAME
from vitascope.web.forms import form_token

pytestmark = pytest.mark.journey

# What a stranger is let into, all of it: public by a document, or a page for everybody. The
# first line is PeerTube's public list, which its own line names again; a watch address only
# leads to the page that asks; to tell of a view, a video has to exist and no more.
PUBLIC = """
avcaption GET /api/v1/videos
peertube DELETE /api/v1/videos/{video_id}/views
peertube DELETE /api/v1/videos/{video_id}/watching
peertube GET /api/v1/accounts
peertube GET /api/v1/accounts/{name}
peertube GET /api/v1/accounts/{name}/video-channels
peertube GET /api/v1/accounts/{name}/videos
peertube GET /api/v1/config
peertube GET /api/v1/config/about
peertube GET /api/v1/oauth-clients/local
peertube GET /api/v1/ping
peertube GET /api/v1/users/autocomplete
peertube GET /api/v1/video-channels/{handle}
peertube GET /api/v1/video-channels/{handle}/videos
peertube GET /api/v1/videos
peertube GET /api/v1/videos/categories
peertube GET /api/v1/videos/languages
peertube GET /api/v1/videos/licences
peertube GET /api/v1/videos/privacies
peertube GET /api/v1/videos/{video_id}/views
peertube GET /api/v1/videos/{video_id}/watching
peertube GET /services/oembed
peertube PATCH /api/v1/videos/{video_id}/views
peertube PATCH /api/v1/videos/{video_id}/watching
peertube POST /api/v1/users/ask-reset-password
peertube POST /api/v1/users/ask-send-verify-email
peertube POST /api/v1/users/registrations/ask-send-verify-email
peertube POST /api/v1/users/token
videocms GET /api/config
videocms GET /api/file/example
videocms GET /api/p/page
videocms GET /api/p/pages
videocms GET /captcha/challenge
videocms GET /v/{link_uuid}
videocms GET /v/{link_uuid}/status
videocms POST /api/auth/login
videocms POST /captcha/verify
vsrc GET /api/public/v1/openapi.json
vsrc GET /health
vsrc POST /api/analytics/batch
vsrc POST /api/analytics/event
web GET /
web GET /apple-touch-icon.png
web GET /dist/vsrc-player.js
web GET /favicon.ico
web GET /favicon.svg
web GET /login
web GET /register
web GET /reset-password
web GET /robots.txt
web GET /verify-account/ask-send-email
web GET /verify-account/email
web GET /videos/watch/{ref}
web POST /login
web POST /login/code
web POST /logout
web POST /reset-password
web POST /reset-password/new
web POST /verify-account/ask-send-email
"""

REFUSED = {401, 403, 404}
_PARAMETER = re.compile(r"\{(\w+)\}")
# Which of Ada's ids stand for a parameter.
PARAMETERS = {
    "video_id": "video",
    "ref": "video",
    "link_uuid": "video",
    "media_id": "media",
    "user_id": "user",
    "key_id": "key",
    "session_id": "session",
    "registration_id": "registration",
    "handle": "handle",
    "import_id": "import",
    "download_id": "import",
    "upload_id": "upload",
    "sync_id": "sync",
    "folder_id": "folder",
    "preset_id": "preset",
    "webhook_id": "webhook",
    "delivery_id": "delivery",
    "embed_token": "embed",
    "profile_id": "profile",
    "subtitle_id": "caption",
    "caption_id": "caption",
    "job_id": "translation",
}
_NAMES = {"/api/v1/accounts": "handle", "/static": "file", "/download": "file"}
ANY_BODY: dict[str, Any] = {
    "name": "taken over",
    "title": "taken over",
    "username": "taken_over",
    "password": "a new password",
    "new_password": "a new password",
    "NewPassword": "a new password",
    "currentPassword": PASSWORD,
    "email": "other@example.org",
    "role": 0,
    "reason": "no reason",
    "moderationResponse": "welcome",
    "verificationString": "0" * 40,
    "otpToken": "123456",
    "requestToken": "0" * 40,
    "admin": True,
    "storage": 1,
    "externalChannelUrl": "https://films.example/others",
}


@pytest.fixture(scope="module")
def whole(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    with whole_server(template, tmp_path_factory.mktemp("whole")) as whole:
        yield whole


def filled(whole: Whole, path: str) -> list[str]:
    """The path with every form of Ada's ids."""
    paths = [path]
    for parameter in _PARAMETER.findall(path):
        values = whole.ids[_kind_of(path, parameter)]
        paths = [found.replace(f"{{{parameter}}}", v) for found in paths for v in values]
    return paths


def _kind_of(path: str, parameter: str) -> str:
    if parameter == "name":
        return next((kind for prefix, kind in _NAMES.items() if path.startswith(prefix)), "any")
    return PARAMETERS.get(parameter, "any")


def call(whole: Whole, method: str, path: str, credential: str | None) -> httpx.Response:
    headers = {} if credential is None else {"Authorization": f"Bearer {credential}"}
    values = {"json": ANY_BODY} if method in {"POST", "PUT", "PATCH"} else {}
    return whole.request(method, path, headers=headers, **values)


def is_refused(answer: httpx.Response) -> bool:
    """Pages send strangers to the login instead."""
    is_sent_away = answer.status_code == 303 and "/login" in answer.headers["location"]
    return answer.status_code in REFUSED or is_sent_away


def test_strangers_are_let_into_what_is_public_and_nothing_else(whole: Whole) -> None:
    let_in = {
        f"{app} {method} {path}"
        for app, method, path in whole.routes()
        for address in filled(whole, path)
        if not is_refused(call(whole, method, address, None))
    }

    assert sorted(let_in) == PUBLIC.split("\n")[1:-1]


@pytest.mark.parametrize("kind", CredentialKind)
def test_nobody_reaches_what_is_another_s(whole: Whole, kind: CredentialKind) -> None:
    eve = whole.credential(whole.eve, kind)
    before = whole.state()

    answers = calls(whole, eve, [r for r in whole.routes() if "{" in r[2]])

    told = [path for path, answer in answers if SECRET_WORD in answer.text]
    assert (told, changes(before, whole)) == ([], {})


def test_no_form_of_the_pages_reaches_what_is_another_s(whole: Whole) -> None:
    with whole.parts.db.begin() as tx:
        vault = whole.parts.vault
        opened = open_session(tx, vault, whole.eve, SessionKind.WEB, ClientInfo(), now=NOW)
    ids = {"session": whole.ids["session"][0], "key": whole.ids["key"][0]}
    fields = {**ids, "form_token": form_token(vault.form_key, opened.access_token)}
    forms = [path for app, method, path in whole.routes() if (app, method) == ("web", "POST")]
    before = belongings(whole)

    answers = [
        whole.request(
            "POST", path, data=fields, headers={"Cookie": f"{NAME}={opened.access_token}"}
        )
        # The last of them would end the session.
        for path in sorted(forms, key="/logout".__eq__)
    ]

    assert (len(answers) > 20, belongings(whole)) == (True, before)


def belongings(whole: Whole) -> tuple[object, ...]:
    """What Ada has."""
    with whole.parts.db.read() as tx:
        return (
            get_user(tx, whole.ada.id),
            list_keys(tx, whole.ada.id),
            list_sessions(tx, whole.ada.id, NOW, count=1000),
            get_entry(tx, whole.film.video.id),
        )


def test_what_the_walk_looks_for_is_there_to_be_found(whole: Whole) -> None:
    readable = [r for r in whole.routes() if r[1] == "GET" and "{" in r[2]]
    credentials = [whole.credential(whole.ada, kind) for kind in CredentialKind]
    credentials.append(whole.credential(whole.root, CredentialKind.TOKEN))

    # The film has no bytes to send; drawing each of those traces would take a while.
    with capture_logs():
        found = {
            path
            for credential in credentials
            for path, answer in calls(whole, credential, readable)
            if SECRET_WORD in answer.text
        }

    assert len(found) > 10


@pytest.mark.parametrize("kind", [k for k in CredentialKind if k not in {"token", "jwt"}])
def test_a_key_for_reading_changes_nothing(whole: Whole, kind: CredentialKind) -> None:
    key = whole.credential(whole.ada, kind, permission=Permission.READ)
    writing = [r for r in whole.routes() if r[1] != "GET"]
    before = whole.state()

    answers = calls(whole, key, writing)

    assert (len(answers) > 30, changes(before, whole)) == (True, {})


@pytest.mark.parametrize("kind", [k for k in CredentialKind if k not in {"token", "jwt"}])
def test_a_key_never_administrates(whole: Whole, kind: CredentialKind) -> None:
    key = whole.credential(whole.root, kind)
    about_people = [
        route
        for route in whole.routes()
        if {"user_id", "registration_id"} & set(_PARAMETER.findall(route[2]))
        or route[2] in {"/api/users", "/api/v1/users", "/api/v1/users/registrations"}
    ]
    before = whole.state()

    answers = calls(whole, key, about_people)

    let_in = [path for path, answer in answers if not is_refused(answer)]
    assert (let_in, changes(before, whole)) == ([], {})


MALFORMED = ["0", "-1", "2147483648", "9" * 30, "x" * 300, "..", "%00", "%F0%9F%90%A6", "a@b@c"]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def any_engine(
    request: pytest.FixtureRequest, template: Path, tmp_path: Path
) -> Iterator[Whole]:
    settings = {}
    if request.param == "postgres":
        db = request.getfixturevalue("postgres_db")
        settings["database_url"] = db.url.render_as_string(hide_password=False)
    with whole_server(template, tmp_path, **settings) as whole:
        yield whole


def test_no_id_however_malformed_breaks_a_route(any_engine: Whole) -> None:
    whole = any_engine
    root = whole.credential(whole.root, CredentialKind.TOKEN)
    jwt = whole.credential(whole.root, CredentialKind.JWT)
    key = whole.credential(whole.root, CredentialKind.VSRC_KEY)
    shown = {"videocms": jwt, "avcaption": jwt, "vsrc": key}

    # Whatever is found broken is told by its address; its trace is of no use here.
    with capture_logs():
        broken = [
            (method, path, malformed)
            for app, method, path in whole.routes()
            for malformed in MALFORMED
            if "{" in path
            and call(
                whole, method, _PARAMETER.sub(malformed, path), shown.get(app, root)
            ).status_code
            >= 500
        ]

    assert broken == []


def calls(
    whole: Whole, credential: str, routes: list[tuple[str, str, str]]
) -> list[tuple[str, httpx.Response]]:
    """What each route answers, by method and address."""
    return [
        (f"{method} {address}", call(whole, method, address, credential))
        for _, method, path in routes
        for address in filled(whole, path)
    ]


def changes(before: dict[str, Any], whole: Whole) -> dict[str, Any]:
    """Tables whose rows are no longer the same, with the rows that are new."""
    after = whole.state()
    return {
        name: [row for row in after[name] if row not in rows]
        for name, rows in before.items()
        if after[name] != rows
    }
