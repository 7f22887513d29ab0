import json
import re
import uuid
from typing import Any

import pytest
from tests.dialects.runtimes import Client
from tests.factories import NOON, actor_of, make_user
from tests.web.people import FormReader, alerts_of, form_of, log_in, send

from vitascope.core.accounts.model import Allowances, Feature, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.presets.keep import add_preset, list_own_presets
from vitascope.core.presets.model import Look, NewPreset, Preset
from vitascope.db import Database
from vitascope.web.player_look import logo_path

HERE = "/settings/presets"


def made(db: Database, user: User, name: str = "House", **values: Any) -> Preset:
    given = {"is_default": False, "look": Look(), **values}
    with db.begin() as tx:
        return add_preset(tx, actor_of(user), NewPreset(name=name, **given), now=NOON)


def presets_of(db: Database, user: User) -> list[Preset]:
    with db.read() as tx:
        return list_own_presets(tx, actor_of(user))


def test_a_preset_is_made_and_its_page_opened(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    answer = send(client, HERE, HERE, name="House")

    (kept,) = presets_of(db, ada)
    assert (kept.name, kept.is_default, kept.look) == ("House", False, Look())
    assert answer.headers["location"] == f"{HERE}/{kept.uuid}?done=added"
    assert "The preset is made." in client.get(answer.headers["location"]).text


def test_a_preset_without_a_name_is_not_made(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    answer = send(client, HERE, HERE, name=" ")

    told = "A preset's name has 1 to 100 characters."
    assert (answer.status_code, alerts_of(answer.text)) == (400, [told])
    assert presets_of(db, ada) == []


def test_the_form_as_it_stands_changes_nothing(client: Client, db: Database, ada: User) -> None:
    look = Look(playback_rates=(0.25, 1.0, 3.0), default_quality="540p", loop=True)
    preset = made(db, ada, look=look, is_default=True)
    here = f"{HERE}/{preset.uuid}"
    log_in(client, db, ada)
    fields = form_of(client.get(here).text, here)
    quality = {"default_quality": "540p", "logo_position": "top-right"}

    answer = client.post(here, data={**fields, **quality})

    assert answer.headers["location"] == f"{here}?done=saved"
    assert presets_of(db, ada) == [preset]


def test_what_is_typed_is_kept(client: Client, db: Database, ada: User) -> None:
    preset = made(db, ada)
    here = f"{HERE}/{preset.uuid}"
    log_in(client, db, ada)
    fields = form_of(client.get(here).text, here)
    del fields["controls_speed"]
    typed = {
        "name": "Cinema",
        "primary_color": "#ff8800",
        "logo_url": "https://cdn.example/logo.svg",
        "logo_position": "bottom-left",
        "default_quality": "720p",
        "autoplay": "on",
        "watermark_enabled": "on",
        "watermark_text": "{ip}",
        "watermark_opacity": "0.25",
    }

    client.post(here, data={**fields, **typed})

    (kept,) = presets_of(db, ada)
    usual = Look()
    assert (kept.name, kept.is_default) == ("Cinema", False)
    assert kept.look == Look(
        primary_color="#ff8800",
        logo_url="https://cdn.example/logo.svg",
        logo_position=kept.look.logo_position,
        autoplay=True,
        controls=kept.look.controls,
        default_quality="720p",
        watermark=kept.look.watermark,
    )
    assert kept.look.logo_position == "bottom-left"
    assert (kept.look.controls.speed, kept.look.controls.play) == (False, True)
    assert (kept.look.watermark.opacity, kept.look.watermark.text) == (0.25, "{ip}")
    assert kept.look.playback_rates == usual.playback_rates


def test_every_mistake_is_told_at_its_field(client: Client, db: Database, ada: User) -> None:
    preset = made(db, ada)
    here = f"{HERE}/{preset.uuid}"
    log_in(client, db, ada)
    typed = {
        "name": "",
        "primary_color": "#101010",
        "logo_url": "http://cdn.example/a.png",
        "logo_position": "middle",
        "default_quality": "auto",
        "playback_rates": "slow, 1",
        "watermark_opacity": "half",
        "watermark_move_interval": "10",
    }

    answer = send(client, here, here, **typed)

    page = answer.text
    assert answer.status_code == 400
    assert re.findall(r'<li><a href="#preset-(\w+)">', page) == [
        "name",
        "primary_color",
        "logo_url",
        "playback_rates",
        "watermark_opacity",
        "watermark_move_interval",
        "logo_position",
    ]
    assert form_of(page, here)["playback_rates"] == "slow, 1"
    assert presets_of(db, ada) == [preset]


def test_one_preset_is_the_default(client: Client, db: Database, ada: User) -> None:
    first = made(db, ada, is_default=True)
    second = made(db, ada, "Other")
    log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/default", preset=str(second.uuid))

    page = client.get(answer.headers["location"]).text
    assert [(each.uuid, each.is_default) for each in presets_of(db, ada)] == [
        (first.uuid, False),
        (second.uuid, True),
    ]
    assert page.count('badge ok">Default') == 1


def test_a_deleted_preset_is_gone(client: Client, db: Database, ada: User) -> None:
    made(db, ada)
    log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/remove")

    assert answer.headers["location"] == f"{HERE}?done=removed"
    assert presets_of(db, ada) == []


def test_nobody_reaches_another_s_preset(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        bob = make_user(tx, "bob")
    his, hers = made(db, bob), made(db, ada)
    log_in(client, db, ada)
    fields = form_of(client.get(f"{HERE}/{hers.uuid}").text, f"{HERE}/{hers.uuid}")
    wrong = {**fields, "name": ""}
    refs = [str(his.uuid), str(uuid.uuid4()), "nonsense"]

    answers = [
        answer
        for ref in refs
        for answer in (
            client.get(f"{HERE}/{ref}"),
            client.post(f"{HERE}/{ref}", data=fields),
            client.post(f"{HERE}/{ref}", data=wrong),
            client.post(f"{HERE}/default", data={**fields, "preset": ref}),
            client.post(f"{HERE}/remove", data={**fields, "preset": ref}),
        )
    ]

    assert [answer.status_code for answer in answers] == [404] * 15
    assert presets_of(db, bob) == [his]
    assert presets_of(db, ada) == [hers]


def test_a_user_without_presets_is_told_whom_to_ask(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, allowances=Allowances(withheld=(Feature.PRESETS,)))
    log_in(client, db, ada)

    answer = send(client, HERE, HERE, name="House")

    told = "Your account does not include player presets. Ask whoever runs this server."
    assert (answer.status_code, alerts_of(answer.text)) == (403, [told])


@pytest.mark.parametrize("path", ["", "/default", "/remove"])
def test_pages_and_forms_are_for_members_only(client: Client, path: str) -> None:
    answers = [client.get(HERE), client.post(f"{HERE}{path}", data={"name": "House"})]

    assert [(a.status_code, "/login" in a.headers["location"]) for a in answers] == [
        (303, True)
    ] * 2


def test_a_preview_has_the_saved_logo_from_this_server(
    client: Client, db: Database, ada: User
) -> None:
    address = "https://logos.example/a.png"
    preset = made(db, ada, look=Look(logo_url=address))
    log_in(client, db, ada)

    answer = client.get(f"{HERE}/{preset.uuid}")

    policy = answer.headers["content-security-policy"].split("; ")
    assert "img-src 'self' data: blob:" in policy
    saved = {"address": address, "src": logo_path(preset)}
    assert f'"logo": {json.dumps(saved)}' in answer.text
    assert len(FormReader(answer.text).forms) == 2
