from pathlib import Path
from typing import Any

import pytest
from tests.dialects.runtimes import make_runtime
from tests.factories import actor_of, make_user

from vitascope.base.errors import Invalid
from vitascope.core.accounts.model import User
from vitascope.core.imports.ask import ImportPolicy
from vitascope.core.imports.model import ImportKind
from vitascope.db import Database
from vitascope.http.multipart import Form, ReceivedFile
from vitascope.http.runtime import Runtime
from vitascope.web.sessions import Visit
from vitascope.web.studio_asking import Asked, Refused, ask_for_all, typed

EVERYTHING = ImportPolicy(urls=True, sites=True, torrents=True)


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path, imports=EVERYTHING)


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


def ask(runtime: Runtime, user: User, addresses: str, **files: ReceivedFile) -> Asked:
    form = Form({"addresses": [addresses], "privacy": ["private"]}, files)
    request: Any = None
    visit = Visit(request=request, actor=actor_of(user), user=user)
    return ask_for_all(runtime, visit, user, form)


def test_every_line_is_asked_for_once(runtime: Runtime, ada: User) -> None:
    asked = ask(
        runtime,
        ada,
        " https://a.example/1.mp4 \r\n\nmagnet:?xt=urn:btih:1\nhttps://a.example/1.mp4",
    )

    assert [(one.kind, one.url or one.magnet) for one in asked.accepted] == [
        (ImportKind.URL, "https://a.example/1.mp4"),
        (ImportKind.MAGNET, "magnet:?xt=urn:btih:1"),
    ]
    assert asked.accepted[0].fields == {"privacy": "private"}
    assert asked.refused == []


def test_a_torrent_file_is_one_more(runtime: Runtime, ada: User, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"d4:infoe")
    file = ReceivedFile(
        filename="film.torrent", content_type="", path=path, size_bytes=8, sha256=""
    )

    asked = ask(runtime, ada, "", torrent=file)

    (one,) = asked.accepted
    assert (one.kind, one.torrent, one.torrent_name) == (
        ImportKind.TORRENT,
        b"d4:infoe",
        "film.torrent",
    )


def test_a_bad_line_does_not_hold_up_the_others(runtime: Runtime, ada: User) -> None:
    asked = ask(runtime, ada, "ftp://a.example/1\nhttps://a.example/2")

    assert [one.url for one in asked.accepted] == ["https://a.example/2"]
    assert asked.refused == [
        Refused("ftp://a.example/1", "Only http and https addresses can be imported.")
    ]


def test_more_than_are_allowed_at_once_are_refused(runtime: Runtime, ada: User) -> None:
    asked = ask(runtime, ada, "\n".join(f"https://a.example/{n}" for n in range(6)))

    assert len(asked.accepted) == 5
    assert asked.refused == [
        Refused(
            "https://a.example/5",
            "5 of your imports are under way. Wait until one of them has ended.",
        )
    ]


@pytest.mark.parametrize("addresses", ["", " \n ", "\n".join(map(str, range(51)))])
def test_nothing_and_too_much_are_refused_at_once(
    runtime: Runtime, ada: User, addresses: str
) -> None:
    with pytest.raises(Invalid) as caught:
        ask(runtime, ada, addresses)

    assert caught.value.field == "addresses"


def test_the_first_value_of_a_field_counts() -> None:
    assert typed(Form({"a": ["1", "2"]})).text("a") == "1"
