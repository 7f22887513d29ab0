from html import unescape
from typing import Any

import pytest
from msgspec import structs
from tests.dialects.runtimes import SETTINGS, Client
from tests.factories import NOON
from tests.web.administrators import make_root
from tests.web.people import alerts_of, form_of, log_in, send

from vitascope.core.accounts.model import User
from vitascope.core.settings.model import (
    SECRETS,
    CaptchaProvider,
    Cdn,
    Rate,
    RungSetting,
    Settings,
)
from vitascope.core.settings.queries import read_settings, write_settings
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.web.admin_settings_fields import SECTIONS

HERE = "/admin/settings"


@pytest.fixture
def root(client: Client, db: Database) -> User:
    """Who administrates, and has logged in here."""
    user = make_root(db)
    log_in(client, db, user)
    return user


def now_in(db: Database) -> Settings:
    with db.read() as tx:
        return read_settings(tx, SETTINGS)


def keep(db: Database, **changes: Any) -> None:
    """Settings that somebody has changed already."""
    with db.begin() as tx:
        write_settings(tx, changes, now=NOON)


def save(client: Client, section: str, **typed: str) -> Any:
    """Nothing typed is as the page has it; dots of names are written as two underscores."""
    named = {name.replace("__", "."): value for name, value in typed.items()}
    if section == "captcha":
        # Which option is chosen, the reader of forms does not tell by its name.
        named.setdefault("captcha_provider", CaptchaProvider.BUILT_IN)
    return send(client, f"{HERE}/{section}", HERE, **named)


@pytest.mark.parametrize("section", [section.name for section in SECTIONS])
def test_a_section_that_is_saved_as_it_stands_changes_nothing(
    client: Client, db: Database, root: User, section: str
) -> None:
    keep(db, captcha_provider=CaptchaProvider.BUILT_IN, trusted_cdns=(Cdn.FASTLY,))
    before = now_in(db)

    answer = save(client, section)

    assert answer.headers["location"] == f"{HERE}/{section}?done=saved"
    assert now_in(db) == before
    page = client.get(answer.headers["location"]).text
    assert "The settings are saved and count from now on." in page


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_every_setting_of_a_section_is_shown_with_its_meaning(
    client: Client, root: User, section: Any
) -> None:
    text = unescape(client.get(f"{HERE}/{section.name}").text)

    missing = [
        field.name
        for field in section.fields
        if field.sentence not in text or field.label not in text
    ]
    assert missing == []


def test_a_change_counts_at_once(
    client: Client, db: Database, runtime: Runtime, root: User
) -> None:
    answer = save(client, "general", instance_name="Quarry")

    assert answer.status_code == 303
    assert now_in(db) == structs.replace(SETTINGS, instance_name="Quarry")
    assert (runtime.instance.name, "<bdi>Quarry</bdi>" in client.get("/").text) == (
        "Quarry",
        True,
    )


def test_settings_of_every_kind_are_changed(client: Client, db: Database, root: User) -> None:
    save(client, "uploads", max_upload_bytes="2 GiB", uploads_enabled="", imports_at_once="7")
    save(
        client,
        "network",
        rate_auth__per_s="0.5",
        rate_auth__burst="4",
        trusted_proxies="10.0.0.0/8\r\nunix",
        trusted_cdns__fastly="on",
        videocms_rate_limits="on",
    )
    save(
        client,
        "encoding",
        ladder__720__on="",
        ladder__720__kbps="4000",
        ladder__720__crf="20",
    )
    save(client, "keys", extras="ReloadHtml = false", jwt_secret="s" * 20)

    assert now_in(db) == structs.replace(
        SETTINGS,
        max_upload_bytes=2 * 1024**3,
        uploads_enabled=False,
        imports_at_once=7,
        rate_auth=Rate(per_s=0.5, burst=4),
        trusted_proxies=("10.0.0.0/8", "unix"),
        trusted_cdns=(Cdn.FASTLY,),
        videocms_rate_limits=True,
        ladder=(
            RungSetting(height=720, is_on=False, max_bps=4_000_000, crf=20),
            RungSetting(height=360, max_bps=1_000_000),
        ),
        extras={"ReloadHtml": "false"},
        jwt_secret="s" * 20,
    )


def test_all_that_is_wrong_is_told_at_its_field_and_nothing_is_saved(
    client: Client, db: Database, root: User
) -> None:
    answer = save(
        client,
        "uploads",
        max_upload_bytes="much",
        max_items_at_once="-3",
        imports_at_once="5",
        imports_sites="on",
    )

    assert (answer.status_code, now_in(db)) == (400, SETTINGS)
    assert alerts_of(answer.text) == [
        "Write a size such as 20 MiB or 10 GB. Write a whole number."
    ]
    typed = form_of(answer.text, HERE)
    assert [typed[name] for name in ("max_upload_bytes", "imports_at_once")] == ["much", "5"]
    assert (typed["imports_sites"], "uploads_enabled" in typed) == ("on", True)
    assert 'id="settings-max_upload_bytes-wrong"' in answer.text


@pytest.mark.parametrize(
    ("section", "typed", "told"),
    [
        ("general", {"instance_name": " "}, "1 to 120 characters."),
        ("general", {"public_url": "video.example"}, "An origin is written as in"),
        ("uploads", {"imports_at_once": "0"}, "At least 1."),
        (
            "encoding",
            {"ladder__720__on": "", "ladder__360__on": ""},
            "At least one size has to",
        ),
        ("encoding", {"ladder__720__crf": "52"}, "A CRF is 0 to 51."),
        ("network", {"rate_api__per_s": "0"}, "More than 0 requests a second"),
        ("network", {"trusted_proxies": "everybody"}, "Addresses and networks"),
        ("keys", {"jwt_secret": "short"}, "8 to 512 characters."),
        ("captcha", {"captcha_enabled": "on", "captcha_provider": "hcaptcha"}, "Set both keys"),
    ],
)
def test_what_the_rules_refuse_is_told(
    client: Client, db: Database, root: User, section: str, typed: dict[str, str], told: str
) -> None:
    answer = save(client, section, **typed)

    assert (answer.status_code, now_in(db)) == (400, SETTINGS)
    (alert,) = alerts_of(answer.text)
    assert alert.startswith(told)


def test_one_setting_goes_back_to_its_default(
    client: Client, db: Database, runtime: Runtime, root: User
) -> None:
    keep(db, instance_name="Quarry", instance_description="Films")
    runtime.settings.forget()
    page = client.get(f"{HERE}/general").text

    answer = send(client, f"{HERE}/general", f"{HERE}/reset", name="instance_name")

    assert page.count('form="reset"') == 2
    assert "The default: <bdi>Vitascope</bdi>" in page
    assert answer.headers["location"] == f"{HERE}/general?done=reset"
    assert now_in(db) == structs.replace(SETTINGS, instance_description="Films")
    assert runtime.instance.name == "Vitascope"


def test_the_key_of_a_captcha_that_is_asked_for_stays(
    client: Client, db: Database, root: User
) -> None:
    keys = {"turnstile_site_key": "ours", "turnstile_secret": "hush"}
    keep(db, captcha_enabled=True, captcha_provider=CaptchaProvider.TURNSTILE, **keys)
    before = now_in(db)

    answer = send(client, f"{HERE}/captcha", f"{HERE}/reset", name="turnstile_secret")

    assert answer.status_code == 400
    assert "Set both keys of this provider" in unescape(answer.text)
    assert now_in(db) == before


@pytest.mark.parametrize("name", ["", "nothing", "heights"])
def test_what_is_no_setting_has_no_default(client: Client, root: User, name: str) -> None:
    answer = send(client, f"{HERE}/general", f"{HERE}/reset", name=name)

    assert answer.status_code == 404


def test_secrets_are_on_no_page(client: Client, db: Database, root: User) -> None:
    keep(db, **{name: f"hush-{name}" for name in SECRETS})

    pages = [client.get(f"{HERE}/{section.name}").text for section in SECTIONS]
    refused = save(client, "captcha", recaptcha_secret="hush-typed", captcha_provider="x")

    assert [text for text in [*pages, refused.text] if "hush-" in text] == []
    assert sum(text.count("Set; type another to replace it") for text in pages) == len(SECRETS)


def test_secrets_stay_unless_others_are_typed(client: Client, db: Database, root: User) -> None:
    keep(db, **{name: f"hush-{name}" for name in SECRETS})

    save(client, "captcha", hcaptcha_secret="another")
    save(client, "keys")

    found = now_in(db)
    assert {name: getattr(found, name) for name in SECRETS} == {
        **{name: f"hush-{name}" for name in SECRETS},
        "hcaptcha_secret": "another",
    }


@pytest.mark.parametrize("path", ["/admin", HERE])
def test_the_first_section_comes_first(client: Client, root: User, path: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["location"]) == (303, f"{HERE}/general")


def test_there_is_no_section_of_another_name(client: Client, root: User) -> None:
    sent = send(client, f"{HERE}/general", HERE, section="other")

    assert (client.get(f"{HERE}/other").status_code, sent.status_code) == (404, 404)
