"""What is another's stays as it is and unseen, whichever route and form it is asked by."""

import io
from typing import Any, TypeAlias

import httpx
import pytest
from PIL import Image
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import Whole, whole, words
from tests.dialects.videocms.conftest import HeadersOf
from tests.dialects.videocms.libraries import SECRET_WORD, Library, state
from tests.factories import make_source, make_user

from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.http.runtime import Runtime

Row: TypeAlias = tuple[str, str, dict[str, Any], Whole, int]

NO_FOLDER = words(400, "Parent folder doesn't exist")
NO_PARENT = words(400, "parent folder doesn't exist")
NO_LINK = words(400, "link doesn't exist")
NOTHING = (200, "application/json", "[]\n")
NAME, CLIP = "film.mp4", make_source(SECRET_WORD).sha256


def foreign(what: str) -> Whole:
    return words(403, f"unauthorized access to {what}")


# Method, path, what is sent (``{x}`` is the victim's and ``{my_x}`` the caller's own), what
# others are told, and the status for an administrator who has logged in.
ROWS: list[Row] = [
    ("GET", "/api/folders", {"ParentFolderID": "{folder}"}, NO_FOLDER, 400),
    (
        "GET",
        "/api/folders",
        {"ParentFolderID": "{folder}", "UserID": "{user}"},
        NO_FOLDER,
        200,
    ),
    ("GET", "/api/files", {"ParentFolderID": "{inner}"}, NO_FOLDER, 400),
    ("GET", "/api/files", {"ParentFolderID": "{inner}", "UserID": "{user}"}, NO_FOLDER, 200),
    ("GET", "/api/files/search", {"Query": SECRET_WORD}, NOTHING, 200),
    ("GET", "/api/files/search", {"Query": SECRET_WORD, "UserID": "{user}"}, NOTHING, 200),
    (
        "GET",
        "/api/file",
        {"LinkID": "{link}"},
        words(404, "code=404, message=Not Found"),
        200,
    ),
    ("POST", "/api/folder", {"Name": "a", "ParentFolderID": "{folder}"}, NO_PARENT, 400),
    (
        "PUT",
        "/api/folder",
        {"FolderID": "{folder}", "Name": "a"},
        words(403, "Unauthorized access to folder"),
        200,
    ),
    (
        "DELETE",
        "/api/folder",
        {"FolderID": "{folder}"},
        words(400, "FolderID ({folder}) doesn't exist"),
        200,
    ),
    (
        "DELETE",
        "/api/folders",
        {"FolderIDs": [{"FolderID": "{my_folder}"}, {"FolderID": "{folder}"}]},
        words(400, "FolderID ({folder}) doesn't exist"),
        200,
    ),
    (
        "DELETE",
        "/api/folders",
        {"FolderIDs": ["{inner}"]},
        words(400, "FolderID ({inner}) doesn't exist"),
        200,
    ),
    *(
        row
        for method in ("GET", "PUT")
        for row in (
            (
                method,
                "/api/move",
                {"ParentFolderID": "{folder}", "LinkIDs": ["{my_link}"]},
                foreign("target folder"),
                400,
            ),
            (
                method,
                "/api/move",
                {"ParentFolderID": "{folder}", "FolderIDs": ["{my_folder}"]},
                foreign("target folder"),
                400,
            ),
            (
                method,
                "/api/move",
                {"ParentFolderID": "{my_folder}", "LinkIDs": ["{my_link}", "{link}"]},
                foreign("file"),
                400,
            ),
            (
                method,
                "/api/move",
                {"ParentFolderID": "{my_folder}", "FolderIDs": ["{my_empty}", "{folder}"]},
                foreign("folder"),
                400,
            ),
            (method, "/api/move", {"FolderIDs": ["{inner}"]}, foreign("folder"), 200),
            (method, "/api/move", {"LinkIDs": ["{link}"]}, foreign("file"), 200),
            (
                method,
                "/api/move",
                {"ParentFolderID": "{folder}", "LinkIDs": ["{link}"]},
                foreign("target folder"),
                200,
            ),
        )
    ),
    (
        "PUT",
        "/api/file",
        {"LinkID": "{link}", "Name": "a"},
        words(403, "Unauthorized access to file"),
        200,
    ),
    (
        "DELETE",
        "/api/file",
        {"LinkID": "{link}"},
        words(400, "linkID ({link}) doesn't exist"),
        200,
    ),
    (
        "DELETE",
        "/api/files",
        {"LinkIDs": [{"LinkID": "{my_link}"}, {"LinkID": "{link}"}]},
        words(400, "linkID ({link}) doesn't exist"),
        200,
    ),
    (
        "POST",
        "/api/file/clone",
        {"Name": NAME, "Sha256": CLIP, "ParentFolderID": "{folder}"},
        NO_PARENT,
        400,
    ),
    (
        "POST",
        "/api/file/clone",
        {"Name": NAME, "Sha256": CLIP},
        words(404, "requested hash doesnt match any file"),
        404,
    ),
    (
        "POST",
        "/api/remote/download",
        {"Urls": ["https://films.example/a.mp4"], "ParentFolderID": "{folder}"},
        words(400, "Parent folder not found"),
        400,
    ),
    ("POST", "/api/file/tag", {"Name": "a", "LinkId": "{link}"}, NO_LINK, 200),
    ("DELETE", "/api/file/tag", {"TagId": "{tag}", "LinkId": "{link}"}, NO_LINK, 200),
    ("DELETE", "/api/file/tag", {"TagId": "{my_tag}", "LinkId": "{link}"}, NO_LINK, 400),
    (
        "DELETE",
        "/api/file/tag",
        {"TagId": "{tag}", "LinkId": "{my_link}"},
        words(400, "tag doesn't exist"),
        400,
    ),
    ("DELETE", "/api/file/thumbnail", {"LinkID": "{link}"}, foreign("file"), 200),
]
UPLOADS: list[Row] = [
    ("PUT", "/api/file/thumbnail", {"LinkID": "{link}"}, foreign("file"), 200),
    ("POST", "/api/file", {"Name": NAME, "ParentFolderID": "{inner}"}, NO_PARENT, 400),
    ("POST", "/api/file/upload", {"Name": NAME, "ParentFolderID": "{inner}"}, NO_PARENT, 400),
]
EVERY = [*ROWS, *UPLOADS]


@pytest.fixture
def victim(db: Database, bob: User, runtime: Runtime) -> Library:
    library = Library(db, bob, SECRET_WORD)
    runtime.store.put(library.poster_key, io.BytesIO(b"a picture"))
    return library


def caller(db: Database, user: User, victim: Library) -> dict[str, Any]:
    """Names for the victim's ids, and for those of a library of the user's own."""
    own = Library(db, user, "mine").names()
    return {**victim.names(), **{f"my_{name}": number for name, number in own.items()}}


def filled(value: Any, ids: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        return {name: filled(each, ids) for name, each in value.items()}
    if isinstance(value, list):
        return [filled(each, ids) for each in value]
    if isinstance(value, str) and value.startswith("{"):
        return ids[value.strip("{}")]
    return value


def forms(sent: dict[str, Any]) -> list[dict[str, Any]]:
    """What is sent, in every form that can hold it."""
    is_flat = not any(isinstance(each, dict) for v in sent.values() for each in as_list(v))
    return [{"json": sent}, *([{"params": sent}, {"data": sent}] if is_flat else [])]


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def calls(client: Client, row: Row, ids: dict[str, Any], his: Headers) -> list[httpx.Response]:
    """The answers in every form."""
    method, path, sent, _, _ = row
    given = filled(sent, ids)
    if row in UPLOADS:
        written = io.BytesIO()
        Image.new("RGB", (8, 8)).save(written, "PNG")
        files = {name: ("a.png", written.getvalue()) for name in ("thumbnail", "file")}
        return [client.request(method, path, data=given, files=files, headers=his)]
    return [client.request(method, path, headers=his, **form) for form in forms(given)]


@pytest.mark.parametrize("kind", ["session", "key", "administrator's key"])
def test_what_is_anothers_is_neither_changed_nor_shown(
    client: Client,
    db: Database,
    ada: User,
    victim: Library,
    runtime: Runtime,
    session_of: HeadersOf,
    key_of: HeadersOf,
    kind: str,
) -> None:
    with db.begin() as tx:
        user = ada if kind == "administrator's key" else make_user(tx, "eve")
    ids = caller(db, user, victim)
    his = session_of(user) if kind == "session" else key_of(user)
    before = (state(db), list(runtime.store.list("")))

    told = [(row, calls(client, row, ids, his)) for row in EVERY]

    for row, answers in told:
        assert {whole(answer) for answer in answers} == {expected(row, ids)}, row
        assert not any(SECRET_WORD in answer.text for answer in answers), row
    assert (state(db), list(runtime.store.list(""))) == before


def expected(row: Row, ids: dict[str, Any]) -> Whole:
    status, content_type, text = row[3]
    return status, content_type, text.format(**ids) if "{" in text else text


@pytest.mark.parametrize("row", EVERY, ids=lambda row: f"{row[:3]}")
def test_administrators_who_log_in_reach_it(
    client: Client, db: Database, ada: User, admin: Headers, victim: Library, row: Row
) -> None:
    ids = caller(db, ada, victim)
    before = state(db)

    answer = calls(client, row, ids, admin)[0]

    method, path, _, _, status = row
    assert answer.status_code == status, answer.text
    is_changed = state(db) != before
    is_read = method == "GET" and path != "/api/move"
    assert is_changed is (status == 200 and not is_read)
    if is_read and status == 200:
        assert (SECRET_WORD in answer.text) is ("UserID" in row[2] or path == "/api/file")
