from pathlib import Path
from typing import Any

import pytest
from tests.dialects.runtimes import Client, make_runtime
from tests.factories import actor_of, make_user
from tests.web.people import alerts_of, form_of, log_in, send
from tests.web.studio import page_headers

from vitascope.core.accounts.model import User
from vitascope.core.imports.advance import begin_import, fail_import
from vitascope.core.imports.ask import ImportPolicy, NewImport, ask_import
from vitascope.core.imports.model import Import
from vitascope.core.imports.queries import ImportSelection, list_imports, note_progress
from vitascope.db import Database
from vitascope.http.runtime import Runtime

PAGE = "/studio/imports"
API = "/studio/api/imports"
URL = "https://a.example/film.mp4"


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path, imports=ImportPolicy(torrents=True))


def asked_for(db: Database, runtime: Runtime, user: User, url: str = URL) -> Import:
    with db.begin() as tx:
        return ask_import(
            tx, actor_of(user), NewImport(url=url), policy=runtime.imports, now=runtime.now()
        )


def states_of(db: Database, user: User) -> list[str]:
    with db.read() as tx:
        found = list_imports(tx, ImportSelection(user_id=user.id))
    return [one.state.value for one in found.items]


def form(client: Client, action: str = PAGE) -> dict[str, Any]:
    """What a form of the page would send, with a file's part so that it is one with files."""
    fields = form_of(client.get(PAGE).text, action)
    return {name: (None, value) for name, value in fields.items() if name != "torrent"}


def test_the_plain_form_asks_for_imports(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    answer = client.post(PAGE, files={**form(client), "addresses": (None, URL)})
    page = client.get(answer.headers["location"]).text

    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?done=asked")
    assert "The imports are on their way." in page
    assert "Waiting for its turn" in page
    assert states_of(db, ada) == ["pending"]


def test_the_plain_form_keeps_what_was_not_taken(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)

    answer = client.post(
        PAGE, files={**form(client), "addresses": (None, f"{URL}\nftp://b.example/x")}
    )

    assert answer.status_code == 400
    assert alerts_of(answer.text) == [
        "ftp://b.example/x: Only http and https addresses can be imported."
    ]
    assert form_of(answer.text, PAGE)["addresses"] == "ftp://b.example/x"
    assert states_of(db, ada) == ["pending"]


@pytest.mark.parametrize(
    ("files", "status", "sentence"),
    [
        ({}, 400, "Type the address of a video, one on each line."),
        ({"privacy": (None, "password")}, 400, "Choose who may watch it."),
        ({"torrent": ("a.torrent", b"x" * 5_000_000)}, 413, "Limit reached"),
    ],
)
def test_the_plain_form_says_what_is_wrong(
    client: Client,
    db: Database,
    ada: User,
    files: dict[str, Any],
    status: int,
    sentence: str,
) -> None:
    log_in(client, db, ada)

    answer = client.post(PAGE, files={**form(client), **files})

    assert answer.status_code == status
    assert [alert[: len(sentence)] for alert in alerts_of(answer.text)] == [sentence]
    assert states_of(db, ada) == []


def test_plain_buttons_cancel_retry_and_delete(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    log_in(client, db, ada)
    asked_for(db, runtime, ada)

    seen = []
    for deed in ("cancel", "retry", "cancel", "delete"):
        answer = send(client, PAGE, f"{PAGE}/{deed}")
        seen.append((answer.headers["location"], states_of(db, ada)))

    assert seen == [
        (f"{PAGE}?done=canceled", ["canceled"]),
        (f"{PAGE}?done=again", ["pending"]),
        (f"{PAGE}?done=canceled", ["canceled"]),
        (f"{PAGE}?done=deleted", []),
    ]


def test_a_plain_button_that_comes_too_late_says_so(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    log_in(client, db, ada)
    asked_for(db, runtime, ada)
    fields = form_of(client.get(PAGE).text, f"{PAGE}/cancel")
    client.post(f"{PAGE}/cancel", data=fields)

    answer = client.post(f"{PAGE}/cancel", data=fields)

    assert answer.status_code == 409
    assert alerts_of(answer.text) == [
        "This import has ended already. Load the page again to see how it is."
    ]


def test_the_script_asks_and_hears_of_each_address(
    client: Client, db: Database, ada: User
) -> None:
    headers = page_headers(client, db, ada)

    answer = client.post(
        API, headers=headers, files={"addresses": (None, f"{URL}\nftp://b.example/x")}
    )

    assert answer.json() == {
        "accepted": [
            {
                "id": 1,
                "name": URL,
                "source": URL,
                "state": "pending",
                "percent": None,
                "received_bytes": 0,
                "total_bytes": None,
                "failure": None,
                "created_at": "2026-03-01T12:00:00Z",
                "is_active": True,
                "can_cancel": True,
                "can_retry": False,
                "video": None,
            }
        ],
        "refused": [
            {
                "address": "ftp://b.example/x",
                "sentence": "Only http and https addresses can be imported.",
            }
        ],
    }


def test_the_script_sees_progress_and_failures(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    first, second = (asked_for(db, runtime, ada, f"{URL}?{n}") for n in range(2))
    with db.begin() as tx:
        begin_import(tx, first.id, now=runtime.now())
        note_progress(tx, first.id, 31, 62, now=runtime.now())
        fail_import(tx, second.id, "Nobody answered there", now=runtime.now())
    log_in(client, db, ada)

    listed = client.get(API).json()

    assert [(one["state"], one["percent"], one["failure"]) for one in listed] == [
        ("failed", 0, "Nobody answered there"),
        ("downloading", 47, None),
    ]
    assert [(one["is_active"], one["can_cancel"], one["can_retry"]) for one in listed] == [
        (False, False, True),
        (True, True, False),
    ]


def test_the_script_cancels_retries_and_deletes(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    headers = page_headers(client, db, ada)
    one = asked_for(db, runtime, ada)

    answers = [
        client.post(f"{API}/{one.id}/cancel", headers=headers),
        client.post(f"{API}/{one.id}/retry", headers=headers),
        client.delete(f"{API}/{one.id}", headers=headers),
        client.post(f"{API}/{one.id}/cancel", headers=headers),
        client.delete(f"{API}/{one.id}", headers=headers),
        client.delete(f"{API}/{one.id}", headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 409, 200, 200, 404]
    assert [one["state"] for one in answers[0].json()] == ["canceled"]
    assert answers[2].json()["sentence"] == (
        "Cancel this import before you delete it. Load the page again to see how it is."
    )
    assert answers[4].json() == []


def test_somebody_elses_import_does_not_exist(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve")
    hers = asked_for(db, runtime, eve)
    headers = page_headers(client, db, ada)

    answers = [
        client.post(f"{API}/{hers.id}/cancel", headers=headers),
        client.delete(f"{API}/{hers.id}", headers=headers),
        client.post(f"{API}/none/cancel", headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert client.get(API).json() == []
    assert states_of(db, eve) == ["pending"]
