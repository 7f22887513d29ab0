import pytest
from tests.dialects.runtimes import Client
from tests.factories import make_user
from tests.web.libraries import (
    REASON,
    folder_names,
    make_folders,
    make_ready,
    make_stages,
    titles_in,
)
from tests.web.people import alerts_of, form_of, log_in, send

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import State
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database

PAGE = "/studio/library"
ITEM = f"{PAGE}/item"


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}?folder=3", f"{ITEM}?video=1"])
def test_strangers_are_sent_to_the_login(client: Client, path: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["location"][:12]) == (303, "/login?next=")


def test_a_folder_is_made_where_one_stands(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    first = send(client, PAGE, f"{PAGE}/new-folder", name=" Archive ")
    second = send(client, f"{PAGE}?folder=1", f"{PAGE}/new-folder", name="2026")
    page = client.get(second.headers["location"]).text

    assert first.headers["location"] == f"{PAGE}?done=made"
    assert second.headers["location"] == f"{PAGE}?folder=1&done=made"
    assert "The folder is made." in page
    assert folder_names(db, ada) == ["2026", "Archive"]


def test_a_name_that_is_none_is_refused_in_words(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)

    answer = send(client, PAGE, f"{PAGE}/new-folder", name="a" * 121)

    assert answer.status_code == 400
    assert alerts_of(answer.text) == ["A folder's name has 1 to 120 characters."]
    assert form_of(answer.text, f"{PAGE}/new-folder")["name"] == "a" * 121


def test_a_video_is_renamed_moved_and_deleted(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)
    with db.begin() as tx:
        archive, _year = make_folders(tx, ada)
        film = make_ready(tx, ada, "film")
    page = f"{ITEM}?video={film}"

    seen = []
    for deed, typed in (
        ("rename", {"name": "Film"}),
        ("move", {"target": str(archive)}),
        ("delete", {}),
    ):
        answer = send(client, page, f"{PAGE}/{deed}", **typed)
        where = answer.headers["location"]
        seen.append((where, titles_in(db, ada), titles_in(db, ada, archive)))

    assert seen == [
        (f"{PAGE}?done=renamed", ["Film"], []),
        (f"{PAGE}?done=moved", [], ["Film"]),
        (f"{PAGE}?folder={archive}&done=deleted", [], []),
    ]


def test_a_folder_is_renamed_moved_and_deleted_with_what_it_holds(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)
    with db.begin() as tx:
        archive, year = make_folders(tx, ada)
        make_ready(tx, ada, "film", year)
    page = f"{ITEM}?folder={archive}"

    send(client, page, f"{PAGE}/rename", name="Shelf")
    told = client.get(page).text
    within = send(client, page, f"{PAGE}/move", target=str(year))
    send(client, page, f"{PAGE}/delete")

    assert "Deleting this folder deletes 1 video in it and in the 1 folder within it." in told
    assert within.status_code == 400
    assert alerts_of(within.text) == ["A folder cannot be moved into one that lies within it."]
    assert folder_names(db, ada) == []


def test_what_failed_is_tried_again(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)
    with db.begin() as tx:
        failed = make_stages(tx, ada).failed
    page = f"{ITEM}?video={failed.video.id}"
    fields = form_of(client.get(page).text, f"{PAGE}/retry")

    told = client.get(page).text
    answer = client.post(f"{PAGE}/retry", data=fields)
    again = client.post(f"{PAGE}/retry", data=fields)

    assert REASON in told
    assert answer.headers["location"] == f"{PAGE}?done=again"
    assert (again.status_code, alerts_of(again.text)) == (
        409,
        ["This video is being worked on."],
    )
    with db.read() as tx:
        assert get_entry(tx, failed.video.id).video.state is State.PROCESSING


def test_what_is_anothers_is_not_there(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve")
        hers, _year = make_folders(tx, eve)
        film = make_ready(tx, eve, "hers", hers)
        mine = make_ready(tx, ada, "mine")
    log_in(client, db, ada)
    token = form_of(client.get(f"{ITEM}?video={mine}").text, f"{PAGE}/delete")["form_token"]

    looked = [
        client.get(f"{PAGE}?folder={hers}"),
        client.get(f"{ITEM}?folder={hers}"),
        client.get(f"{ITEM}?video={film}"),
        client.get(f"{ITEM}?video=x"),
    ]
    done = [
        client.post(f"{PAGE}/{deed}", data={"form_token": token, "name": "x", **named})
        for deed in ("rename", "move", "delete", "retry")
        for named in ({"folder": str(hers)}, {"video": str(film)})
    ]
    into = client.post(
        f"{PAGE}/move", data={"form_token": token, "video": str(mine), "target": str(hers)}
    )

    assert [answer.status_code for answer in looked] == [404] * 4
    assert [answer.status_code for answer in done] == [404] * 8
    assert into.status_code == 403
    assert (titles_in(db, eve, hers), titles_in(db, ada)) == (["hers"], ["mine"])
    assert folder_names(db, eve) == ["2026", "Archive"]
