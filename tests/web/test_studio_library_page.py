from tests.dialects.runtimes import VAULT, Client
from tests.factories import make_user
from tests.web.libraries import make_folders, make_ready
from tests.web.people import log_in
from tests.web.test_studio_page import config_of

from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.web.forms import form_token
from vitascope.web.studio_library_page import path_names
from vitascope.web.studio_library_wire import FolderOut

PAGE = "/studio/library"


def test_folders_are_named_with_those_they_lie_in() -> None:
    given = [(3, 2, "c"), (1, None, "a"), (2, 1, "b"), (4, None, "d"), (5, 99, "lost")]
    folders = [FolderOut(id=key, parent_id=above, name=name) for key, above, name in given]

    names = path_names(folders)

    assert names == {3: "a / b / c", 1: "a", 2: "a / b", 4: "d", 5: "lost"}


def test_the_script_finds_the_list_in_the_page(client: Client, db: Database, ada: User) -> None:
    token = log_in(client, db, ada)
    with db.begin() as tx:
        archive, year = make_folders(tx, ada)
        film = make_ready(tx, ada, "inside", archive)

    config = config_of(client.get(f"{PAGE}?folder={archive}").text)

    folders = [
        {"id": year, "parent_id": archive, "name": "2026"},
        {"id": archive, "parent_id": None, "name": "Archive"},
    ]
    listed = config["listed"]
    assert [row["id"] for row in listed.pop("videos")] == [film]
    assert listed == {"folders": folders[:1], "total": 1}
    assert config["overview"] == {
        "folders": folders,
        "tags": [],
        "used_bytes": 1000,
        "quota_bytes": None,
    }
    assert (config["form_token"], config["public_url"], config["rows_per_page"]) == (
        form_token(VAULT.form_key, token),
        "https://video.example",
        50,
    )


def test_a_page_shows_fifty_and_leads_to_the_next(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)
    with db.begin() as tx:
        for number in range(51):
            make_ready(tx, ada, f"Film {number}")

    first = client.get(f"{PAGE}?sort=title").text
    second = client.get(f"{PAGE}?sort=title&page=2").text

    assert (first.count("/item?video="), second.count("/item?video=")) == (50, 1)
    assert "1 to 50 of 51 videos" in first
    assert f'href="{PAGE}?sort=title&amp;page=2">Next page' in first
    assert "51 to 51 of 51 videos" in second
    assert f'href="{PAGE}?sort=title">Previous page' in second


def test_the_room_that_is_left_is_told(client: Client, db: Database) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve", quota_bytes=5_000_000)
    log_in(client, db, eve)

    page = client.get(PAGE).text

    assert "Your videos take 0 bytes of your 5.0 MB." in page
    assert '<meter min="0" max="5000000" value="0"' in page
