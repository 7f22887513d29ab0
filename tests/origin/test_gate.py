from typing import Any

import pytest
from tests.conftest import SECRET
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.access.playback import mint_playback_token
from vitascope.core.accounts.model import Role
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.read import FilesRestricted, PasswordRequired
from vitascope.db import Database
from vitascope.http.delivery import Viewer
from vitascope.origin.gate import Gate


@pytest.fixture
def gate(db: Database) -> Gate:
    return Gate(db, SECRET, lambda: NOON)


def put(db: Database, **fields: Any) -> VideoEntry:
    with db.begin() as tx:
        return make_video(tx, make_user(tx), **fields)


def viewers(db: Database, entry: VideoEntry) -> dict[str, Viewer]:
    """Everybody who may come for a video of Ada's with the password `sesame`."""
    with db.begin() as tx:
        people = {
            "eve": make_user(tx, "eve"),
            "moderator": make_user(tx, "moderator", Role.MODERATOR),
        }
    token = mint_playback_token(SECRET, entry.video.uuid, now=NOON)
    return {
        "nobody": Viewer(actor=ANONYMOUS),
        **{name: Viewer(actor=actor_of(user)) for name, user in people.items()},
        "who knows": Viewer(password="sesame"),
        "who knew": Viewer(knows_password=True),
        "cookie": Viewer(playback_token=token),
    }


def let_in(gate: Gate, db: Database, entry: VideoEntry) -> tuple[set[str], set[str]]:
    """Who gets files, and who sees the page."""
    found: tuple[set[str], set[str]] = (set(), set())
    for name, viewer in viewers(db, entry).items():
        for admit, names in zip((gate.admit, gate.admit_to_page), found, strict=True):
            try:
                admit(entry.video.uuid, viewer)
            except Forbidden:
                continue
            names.add(name)
    return found


EVERYBODY = {"nobody", "eve", "moderator", "who knows", "who knew", "cookie"}


def test_who_sees_the_page_has_the_files(gate: Gate, db: Database) -> None:
    entry = put(db, privacy=Privacy.PASSWORD, passwords=["sesame"])

    files, page = let_in(gate, db, entry)

    assert files == page == {"moderator", "who knows", "who knew", "cookie"}


def test_of_what_only_some_sites_show_nobody_else_has_the_files(
    gate: Gate, db: Database
) -> None:
    entry = put(db, privacy=Privacy.UNLISTED, allowed_domains=["school.example"])

    files, page = let_in(gate, db, entry)

    assert (files, page) == ({"moderator"}, EVERYBODY)


def test_a_password_does_not_open_the_files_of_such_a_video(gate: Gate, db: Database) -> None:
    entry = put(
        db,
        privacy=Privacy.PASSWORD,
        passwords=["sesame"],
        allowed_domains=["school.example"],
    )

    files, page = let_in(gate, db, entry)

    assert files == {"moderator"}
    assert page == {"moderator", "who knows", "who knew", "cookie"}


def test_its_owner_has_the_files(gate: Gate, db: Database) -> None:
    with db.begin() as tx:
        ada = make_user(tx)
        entry = make_video(tx, ada, allowed_domains=["school.example"])

    admitted = gate.admit(entry.video.id, Viewer(actor=actor_of(ada)))

    assert admitted == entry


def test_each_refusal_says_what_would_help(gate: Gate, db: Database) -> None:
    private = put(db, privacy=Privacy.PRIVATE, allowed_domains=["school.example"])
    with db.begin() as tx:
        eve = make_user(tx, "eve")
        locked = make_video(tx, eve, privacy=Privacy.PASSWORD, passwords=["sesame"])
        limited = make_video(tx, eve, allowed_domains=["school.example"])

    for entry, kind in (
        (private, LoginRequired),
        (locked, PasswordRequired),
        (limited, FilesRestricted),
    ):
        with pytest.raises(kind):
            gate.admit(entry.video.uuid, Viewer())


def test_whoever_is_remembered_for_the_page_still_gets_no_file(
    gate: Gate, db: Database
) -> None:
    entry = put(db, allowed_domains=["school.example"])
    gate.admit_to_page(entry.video.uuid, Viewer())

    assert gate.remembered(entry.video.uuid, Viewer()) == entry
    with pytest.raises(FilesRestricted):
        gate.admit(entry.video.uuid, Viewer())
