import uuid
from typing import Any

import pytest
from tests.dialects.avcaption.conftest import Client, KeyOf
from tests.dialects.runtimes import Headers
from tests.factories import NOON, actor_of, make_video

from vitascope.core.accounts.model import Allowances, Feature, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.presets.keep import MOST_PRESETS, add_preset, list_own_presets
from vitascope.core.presets.model import Look, NewPreset, Preset
from vitascope.db import Database

PRESETS = "/api/v1/presets"
WHEN = "2026-03-01T12:00:00.000Z"
USUAL = {
    "is_default": False,
    "primary_color": "#3ea6ff",
    "logo_url": "",
    "logo_link": "",
    "logo_position": "top-right",
    "autoplay": False,
    "muted": False,
    "loop": False,
    "controls": {
        "play": True,
        "volume": True,
        "quality": True,
        "speed": True,
        "subtitles": True,
        "pip": True,
        "fullscreen": True,
    },
    "playback_rates": [0.5, 0.75, 1.0, 1.25, 1.5, 2.0],
    "default_quality": "auto",
    "default_subtitle_language": "",
    "watermark": {
        "enabled": False,
        "text": "{viewer_id} {ip} {time}",
        "opacity": 0.5,
        "move_interval": 45,
    },
    "created_at": WHEN,
    "updated_at": WHEN,
}
WHOLE = {
    "name": "House",
    "is_default": True,
    "primary_color": "#FF8800",
    "logo_url": "https://cdn.example/logo.svg",
    "logo_link": "https://example.org/",
    "logo_position": "bottom-left",
    "autoplay": True,
    "muted": True,
    "loop": True,
    "controls": {
        "play": True,
        "volume": False,
        "quality": False,
        "speed": False,
        "subtitles": False,
        "pip": False,
        "fullscreen": False,
    },
    "playback_rates": [2, 1],
    "default_quality": "720p",
    "default_subtitle_language": "pt-BR",
    "watermark": {"enabled": True, "text": "{ip}", "opacity": 0.2, "move_interval": 30},
}


def made(db: Database, user: User, name: str = "House") -> Preset:
    new = NewPreset(name=name, is_default=False, look=Look())
    with db.begin() as tx:
        return add_preset(tx, actor_of(user), new, now=NOON)


def test_a_preset_with_a_name_alone_has_what_is_usual(client: Client, keyed: Headers) -> None:
    answer = client.post(PRESETS, json={"name": "House"}, headers=keyed)

    preset = answer.json()
    assert (answer.status_code, preset) == (201, {"id": preset["id"], "name": "House", **USUAL})
    assert client.get(PRESETS, headers=keyed).json() == {"presets": [preset]}
    assert client.get(f"{PRESETS}/{preset['id']}", headers=keyed).json() == preset


def test_everything_about_a_preset_can_be_said(client: Client, keyed: Headers) -> None:
    answer = client.post(PRESETS, json=WHOLE, headers=keyed)

    preset = answer.json()
    assert (answer.status_code, preset) == (
        201,
        {
            **WHOLE,
            "id": preset["id"],
            "primary_color": "#ff8800",
            "playback_rates": [1.0, 2.0],
            "created_at": WHEN,
            "updated_at": WHEN,
        },
    )


def test_a_change_keeps_what_it_does_not_say(client: Client, keyed: Headers) -> None:
    preset = client.post(PRESETS, json=WHOLE, headers=keyed).json()
    given = {"logo_url": None, "controls": {"volume": True}, "watermark": {"opacity": 1}}

    answer = client.put(f"{PRESETS}/{preset['id']}", json=given, headers=keyed)

    assert (answer.status_code, answer.json()) == (
        200,
        {
            **preset,
            "logo_url": "",
            "controls": {**preset["controls"], "volume": True},
            "watermark": {**preset["watermark"], "opacity": 1.0},
        },
    )


def test_every_mistake_is_told_under_its_field(client: Client, keyed: Headers) -> None:
    given = {
        "name": 4,
        "is_default": "yes",
        "primary_color": "#000000",
        "logo_url": ["a"],
        "logo_link": "ftp://a.example/",
        "logo_position": "middle",
        "autoplay": 1,
        "controls": {"play": "no"},
        "playback_rates": ["1"],
        "default_quality": "best",
        "default_subtitle_language": "english",
        "watermark": {"opacity": -1, "move_interval": 30.5, "text": 1, "enabled": 0},
    }

    answer = client.post(PRESETS, json=given, headers=keyed)

    corners = "top-left, top-right, bottom-left, bottom-right"
    assert (answer.status_code, answer.json()["fields"]) == (
        400,
        {
            "name": "name must be a text",
            "is_default": "is_default must be true or false",
            "logo_url": "logo_url must be a text",
            "logo_position": f"logo_position must be one of {corners}",
            "autoplay": "autoplay must be true or false",
            "controls.play": "play must be true or false",
            "playback_rates": "playback_rates must be a list of numbers",
            "watermark.move_interval": "move_interval must be whole seconds",
            "watermark.enabled": "enabled must be true or false",
            "watermark.text": "text must be a text",
            "primary_color": (
                "#000000 is too dark for the player's controls: the contrast is 1.1:1, and "
                "3:1 is needed"
            ),
            "logo_link": "A logo leads to an http or https address of at most 500 characters",
            "default_quality": "auto, or a height from 144p to 4320p",
            "default_subtitle_language": "A language tag such as en or pt-BR, or nothing",
            "watermark.opacity": "An opacity is a number from 0 to 1",
        },
    )
    assert client.get(PRESETS, headers=keyed).json() == {"presets": []}


@pytest.mark.parametrize("given", [{}, {"name": ""}, {"name": "  "}])
def test_a_preset_needs_a_name(client: Client, keyed: Headers, given: dict[str, Any]) -> None:
    headers = {**keyed, "X-Request-ID": "request-0001"}

    answer = client.post(PRESETS, json=given, headers=headers)

    error = "A preset's name has 1 to 100 characters"
    assert (answer.status_code, answer.json()) == (
        400,
        {
            "error": error,
            "code": "validation_error",
            "request_id": "request-0001",
            "fields": {"name": error},
        },
    )


def test_what_is_inside_has_to_be_an_object(client: Client, keyed: Headers) -> None:
    given = {"name": "House", "controls": [], "watermark": "on"}

    answer = client.post(PRESETS, json=given, headers=keyed)

    assert answer.json()["fields"] == {
        "controls": "controls must be an object",
        "watermark": "watermark must be an object",
    }


def test_a_deleted_preset_is_gone_and_its_videos_stay(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    preset = made(db, ada)
    with db.begin() as tx:
        video = make_video(tx, ada, preset_id=preset.id).video
    before = client.get(f"/api/v1/videos/{video.uuid}", headers=keyed).json()

    answer = client.delete(f"{PRESETS}/{preset.uuid}", headers=keyed)

    after = client.get(f"/api/v1/videos/{video.uuid}", headers=keyed).json()
    assert (answer.status_code, answer.content) == (204, b"")
    assert client.get(PRESETS, headers=keyed).json() == {"presets": []}
    assert (before["preset_id"], after) == (str(preset.uuid), {**before, "preset_id": None})


def test_the_presets_of_others_look_as_if_there_were_none(
    client: Client, db: Database, ada: User, bob: User, keyed: Headers, key_of: KeyOf
) -> None:
    hers, eve = made(db, ada), {"X-API-Key": key_of(bob)}
    refs = [str(hers.uuid), str(uuid.uuid4()), hers.uuid.hex, "1", "nonsense"]

    answers = [
        client.request(method, f"{PRESETS}/{ref}", json={"name": "Mine"}, headers=eve)
        for ref in refs
        for method in ("GET", "PUT", "DELETE")
    ]

    found = [(a.status_code, a.json()["code"], a.json()["error"]) for a in answers]
    assert found == [(404, "not_found", f"No such preset: {r}") for r in refs for _ in "123"]
    assert client.get(PRESETS, headers=eve).json() == {"presets": []}
    with db.read() as tx:
        assert list_own_presets(tx, actor_of(ada)) == [hers]


def test_a_key_for_reading_reads_and_changes_nothing(
    client: Client, db: Database, ada: User, reading: Headers
) -> None:
    preset = made(db, ada)
    one = f"{PRESETS}/{preset.uuid}"

    answers = [
        client.post(PRESETS, json={"name": "Another"}, headers=reading),
        client.put(one, json={"name": "Another"}, headers=reading),
        client.delete(one, headers=reading),
    ]

    assert [(a.status_code, a.json()["code"]) for a in answers] == [(403, "forbidden")] * 3
    found = client.get(PRESETS, headers=reading).json()["presets"]
    assert [(each["id"], each["name"]) for each in found] == [(str(preset.uuid), "House")]


def test_a_plan_without_presets_makes_none(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, allowances=Allowances(withheld=(Feature.PRESETS,)))

    answer = client.post(PRESETS, json={"name": "House"}, headers=keyed)

    assert (answer.status_code, answer.json()["code"]) == (403, "plan_required")


def test_there_are_no_more_presets_than_the_limit(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    for _ in range(MOST_PRESETS):
        made(db, ada)

    answer = client.post(PRESETS, json={"name": "One more"}, headers=keyed)

    assert (answer.status_code, answer.json()["code"], answer.json()["error"]) == (
        403,
        "quota_exceeded",
        "Limit reached: 50 of 50 presets",
    )
