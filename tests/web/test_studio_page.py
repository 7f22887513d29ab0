import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.dialects.runtimes import VAULT, Client, make_runtime
from tests.factories import NOON, make_user
from tests.web.libraries import make_folders
from tests.web.people import browsing, form_of, log_in

from vitascope.core.accounts.model import Allowances, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.imports.ask import ImportPolicy
from vitascope.db import Database
from vitascope.web.forms import form_token

_CONFIG = re.compile(r'<script type="application/json" data-studio>(.*?)</script>', re.DOTALL)


def config_of(html: str) -> dict[str, Any]:
    found = _CONFIG.search(html)
    assert found is not None
    config: dict[str, Any] = json.loads(found[1])
    return config


def test_the_script_finds_its_choices_and_its_token_in_the_page(
    client: Client, db: Database, ada: User
) -> None:
    token = log_in(client, db, ada)

    config = config_of(client.get("/studio/upload").text)

    assert config.pop("languages")[0] == {"value": "sq", "label": "Albanian"}
    assert config.pop("privacies")[0] == {
        "value": "public",
        "label": "Public: everybody can find it",
    }
    assert config == {
        "channels": [{"value": "1", "label": "Main ada channel"}],
        "usual_privacy": "unlisted",
        "folder_id": None,
        "presets": [],
        "form_token": form_token(VAULT.form_key, token),
    }


def test_the_folder_of_the_address_is_where_videos_go(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)
    with db.begin() as tx:
        _archive, year = make_folders(tx, ada)
        hers = make_folders(tx, make_user(tx, "eve"))[0]

    page = client.get(f"/studio/upload?folder={year}").text
    others = [client.get(f"/studio/upload?folder={text}") for text in (str(hers), "x")]

    assert "Archive / 2026" in page
    assert config_of(page)["folder_id"] == year
    assert form_of(page, "/studio/upload")["folder"] == str(year)
    assert [answer.status_code for answer in others] == [404, 404]


def test_the_plain_form_offers_the_same(client: Client, db: Database, ada: User) -> None:
    token = log_in(client, db, ada)

    page = client.get("/studio/upload").text

    assert form_of(page, "/studio/upload") == {
        "form_token": form_token(VAULT.form_key, token),
        "file": "",
        "title": "",
        "description": "",
        "selected": "unlisted",
    }
    assert "At most 10 MB." in page


def test_a_quota_is_told_before_it_is_passed(db: Database, client: Client) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve", quota_bytes=5_000_000)
    log_in(client, db, eve)

    page = client.get("/studio/upload").text

    assert "Your videos take 0 bytes of your 5.0 MB." in page


@pytest.mark.parametrize(
    ("policy", "imports_enabled", "is_offered"),
    [
        (ImportPolicy(), True, True),
        (ImportPolicy(urls=False, torrents=True), True, True),
        (ImportPolicy(urls=False), True, False),
        (ImportPolicy(), False, False),
    ],
)
def test_imports_are_offered_to_those_who_may(
    db: Database,
    tmp_path: Path,
    ada: User,
    policy: ImportPolicy,
    imports_enabled: bool,
    is_offered: bool,
) -> None:
    with db.begin() as tx:
        allowances = Allowances(imports_enabled=imports_enabled)
        update_user(tx, ada.id, NOON, allowances=allowances)

    with browsing(make_runtime(db, tmp_path, imports=policy)) as client:
        log_in(client, db, ada)
        page = client.get("/studio/imports").text

    config = config_of(page)
    assert config["is_offered"] is is_offered
    assert config["offered"] == {
        "urls": policy.urls,
        "sites": policy.sites,
        "torrents": policy.torrents,
    }
    assert ('name="addresses"' in page) is is_offered
    assert ('name="torrent"' in page) is policy.torrents


@pytest.mark.parametrize("path", ["/studio/upload", "/studio/imports", "/studio"])
def test_strangers_are_sent_to_the_login(client: Client, path: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["location"]) == (303, f"/login?next={path}")


def test_every_page_leads_members_to_the_upload(
    client: Client, db: Database, ada: User
) -> None:
    link = '<a class="btn" href="/studio/upload">Upload</a>'

    before = client.get("/").text
    log_in(client, db, ada)
    after = client.get("/").text

    assert (link in before, link in after) == (False, True)
    assert client.get("/studio").headers["location"] == "/studio/upload"
