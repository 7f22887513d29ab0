"""The table of section 6.4 of the facts: who answers which credential, on which paths.

Every cell, with the credential good, expired, revoked and malformed.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.dialects.avcaption.streamed import put_stream
from tests.dialects.whole import NOW, Whole, whole_server
from tests.factories import make_video

from vitascope.core.access.keys import import_key, revoke_key
from vitascope.core.access.model import CredentialKind, KeyKind, Permission
from vitascope.core.access.queries.keys import list_keys
from vitascope.core.access.sessions import end_session

pytestmark = pytest.mark.journey

KIND = CredentialKind


class Voice(StrEnum):
    """Which dialect an answer is in, by its shape."""

    PEERTUBE = "peertube"
    VIDEOCMS = "videocms"
    AVCAPTION = "avcaption"
    VSRC = "vsrc"


class Case(StrEnum):
    GOOD = "good"
    EXPIRED = "expired"
    REVOKED = "revoked"
    MALFORMED = "malformed"


# A family's path stands for all of them: the walk over every route is another test.
FAMILIES = {
    "VideoCMS": ("GET", "/api/account"),
    "list": ("GET", "/api/v1/videos"),
    "show": ("GET", "/api/v1/videos/{video}"),
    "update": ("PUT", "/api/v1/videos/{video}"),
    "delete": ("DELETE", "/api/v1/videos/{video}"),
    "AVCaption": ("GET", "/api/v1/stats"),
    "PeerTube": ("GET", "/api/v1/users/me"),
    "VSRC": ("GET", "/api/public/v1/media"),
    "own events": ("GET", "/api/analytics/stats"),
    "events": ("GET", "/api/analytics/stats?mediaId=vod_{public}&sessionId=one"),
    "stream": ("GET", "/api/stream/{embed_token}/token"),
}
# Players' paths, where what opens nothing is ignored.
OPEN = {"events": Voice.VSRC, "stream": Voice.AVCAPTION}
_SHARED = {
    KIND.VIDEOCMS_KEY: (Voice.AVCAPTION, True),
    KIND.JWT: (Voice.AVCAPTION, True),
    KIND.AVCAPTION_KEY: (Voice.AVCAPTION, True),
    KIND.TOKEN: (Voice.PEERTUBE, True),
    KIND.VSRC_KEY: (Voice.AVCAPTION, False),
}
_VSRC = {
    KIND.VIDEOCMS_KEY: (Voice.VSRC, False),
    KIND.JWT: (Voice.VSRC, True),
    KIND.AVCAPTION_KEY: (Voice.VSRC, False),
    KIND.TOKEN: (Voice.VSRC, False),
    KIND.VSRC_KEY: (Voice.VSRC, True),
}
# Who answers, and whether a good credential opens anything.
TABLE: dict[str, dict[CredentialKind, tuple[Voice, bool]]] = {
    "VideoCMS": {
        KIND.VIDEOCMS_KEY: (Voice.VIDEOCMS, True),
        KIND.JWT: (Voice.VIDEOCMS, True),
        KIND.AVCAPTION_KEY: (Voice.VIDEOCMS, False),
        KIND.TOKEN: (Voice.VIDEOCMS, False),
        KIND.VSRC_KEY: (Voice.VIDEOCMS, False),
    },
    "list": _SHARED,
    "show": _SHARED,
    "update": _SHARED,
    "delete": _SHARED,
    "AVCaption": {
        KIND.VIDEOCMS_KEY: (Voice.AVCAPTION, True),
        KIND.JWT: (Voice.AVCAPTION, True),
        KIND.AVCAPTION_KEY: (Voice.AVCAPTION, True),
        KIND.TOKEN: (Voice.AVCAPTION, True),
        KIND.VSRC_KEY: (Voice.AVCAPTION, False),
    },
    "PeerTube": {
        KIND.VIDEOCMS_KEY: (Voice.PEERTUBE, True),
        KIND.JWT: (Voice.PEERTUBE, True),
        KIND.AVCAPTION_KEY: (Voice.PEERTUBE, True),
        KIND.TOKEN: (Voice.PEERTUBE, True),
        KIND.VSRC_KEY: (Voice.PEERTUBE, False),
    },
    "VSRC": _VSRC,
    "own events": _VSRC,
    **{family: dict.fromkeys(KIND, (voice, True)) for family, voice in OPEN.items()},
}
NOTHING_SHOWN = {
    "VideoCMS": (403, Voice.VIDEOCMS),
    "list": (200, Voice.PEERTUBE),
    "show": (401, Voice.PEERTUBE),
    "update": (401, Voice.PEERTUBE),
    "delete": (401, Voice.PEERTUBE),
    "AVCaption": (401, Voice.AVCAPTION),
    "PeerTube": (401, Voice.PEERTUBE),
    "VSRC": (401, Voice.VSRC),
    "own events": (401, Voice.VSRC),
    **{family: (200, voice) for family, voice in OPEN.items()},
}
REFUSED = {
    Voice.VIDEOCMS: 403,
    Voice.PEERTUBE: 401,
    Voice.AVCAPTION: 401,
    Voice.VSRC: 401,
}
# Who answers a bearer that looks like nothing of ours.
UNKNOWN = {
    **{family: voice for family, (_, voice) in NOTHING_SHOWN.items()},
    **dict.fromkeys(("list", "show", "update", "delete"), Voice.AVCAPTION),
}
MALFORMED = {
    KIND.VIDEOCMS_KEY: "ak_short",
    KIND.AVCAPTION_KEY: "avc_1234",
    KIND.VSRC_KEY: "vsrc_",
    KIND.JWT: "eyJhbGciOiJub25lIn0.e30.x",
    KIND.TOKEN: "f" * 40,
}


@pytest.fixture(scope="module")
def whole(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    folder = tmp_path_factory.mktemp("whole")
    with whole_server(template, folder) as whole:
        public = put_stream(whole.parts.db, folder, whole.eve).video
        whole.ids["public"] = [str(public.uuid), public.embed_token]
        yield whole


def voice_of(answer: httpx.Response) -> Voice:
    """Whose words an answer is in: errors tell at sight, and good answers by their members."""
    kind = answer.headers.get("content-type", "")
    if kind.startswith("application/problem+json"):
        return Voice.PEERTUBE
    if kind.startswith("text/plain"):
        return Voice.VIDEOCMS
    body = json.loads(answer.content)
    if "success" in body:
        return Voice.VSRC
    if "Username" in body or "Admin" in body:
        return Voice.VIDEOCMS
    avcaption = {"total_videos", "videos", "embed_token", "playlist_token", "request_id"}
    return Voice.AVCAPTION if avcaption & set(body) else Voice.PEERTUBE


def credential(whole: Whole, kind: CredentialKind, case: Case) -> str:
    if case is Case.MALFORMED:
        return MALFORMED[kind]
    if case is Case.EXPIRED:
        long_ago = NOW - timedelta(days=30)
        return whole.credential(
            whole.ada, kind, made_at=long_ago, expires_at=NOW - timedelta(days=1)
        )
    made = whole.credential(whole.ada, kind)
    if case is Case.REVOKED:
        with whole.parts.db.begin() as tx:
            if kind in {KIND.TOKEN, KIND.JWT}:
                assert end_session(tx, made)
            else:
                revoke_key(tx, list_keys(tx, whole.ada.id)[-1].id)
    return made


def ask(whole: Whole, family: str, headers: dict[str, str]) -> httpx.Response:
    method, path = FAMILIES[family]
    values: dict[str, Any] = {"headers": headers}
    if method == "PUT":
        values["json"] = {"name": whole.film.video.title, "title": whole.film.video.title}
    public, embed_token = whole.ids["public"]
    path = path.format(video=whole.film.video.uuid, public=public, embed_token=embed_token)
    return whole.request(method, path, **values)


@pytest.mark.parametrize("case", Case)
@pytest.mark.parametrize("kind", KIND)
@pytest.mark.parametrize("family", [name for name in FAMILIES if name != "delete"])
def test_a_cell_of_the_table(
    whole: Whole, family: str, kind: CredentialKind, case: Case
) -> None:
    voice, opens = TABLE[family][kind]
    shown = credential(whole, kind, case)

    answer = ask(whole, family, {"Authorization": f"Bearer {shown}"})

    is_let_in = opens and (case is Case.GOOD or family in OPEN)
    if family == "update" and is_let_in and voice is Voice.PEERTUBE:
        assert answer.status_code == 204
        return
    expected = 200 if is_let_in else REFUSED[voice]
    assert (answer.status_code, voice_of(answer)) == (expected, voice)


@pytest.mark.parametrize("kind", KIND)
def test_a_good_credential_deletes_where_it_opens(whole: Whole, kind: CredentialKind) -> None:
    voice, opens = TABLE["delete"][kind]
    with whole.parts.db.begin() as tx:
        video = make_video(tx, whole.ada, content=f"for {kind}", now=NOW).video
    headers = {"Authorization": f"Bearer {credential(whole, kind, Case.GOOD)}"}

    answer = whole.request("DELETE", f"/api/v1/videos/{video.uuid}", headers=headers)

    assert answer.status_code == (204 if opens else REFUSED[voice])
    left = [row for row in whole.state()["videos"] if video.uuid in row]
    assert len(left) == (0 if opens else 1)


@pytest.mark.parametrize("case", [Case.EXPIRED, Case.REVOKED, Case.MALFORMED])
@pytest.mark.parametrize("kind", KIND)
def test_nothing_is_deleted_by_a_credential_that_opens_nothing(
    whole: Whole, kind: CredentialKind, case: Case
) -> None:
    voice, _ = TABLE["delete"][kind]
    shown = credential(whole, kind, case)
    before = whole.state()["videos"]

    answer = ask(whole, "delete", {"Authorization": f"Bearer {shown}"})

    assert (answer.status_code, voice_of(answer)) == (REFUSED[voice], voice)
    assert whole.state()["videos"] == before


@pytest.mark.parametrize("family", [name for name in FAMILIES if name != "delete"])
def test_a_key_from_elsewhere_opens_vsrc_alone(whole: Whole, family: str) -> None:
    secret = f"brought-for-{family.replace(' ', '-')}"
    values: dict[str, Any] = {"kind": KeyKind.VSRC, "name": "theirs", "now": NOW}
    with whole.parts.db.begin() as tx:
        import_key(tx, whole.ada.id, secret, permission=Permission.WRITE, **values)

    answer = ask(whole, family, {"Authorization": f"Bearer {secret}"})

    voice = UNKNOWN[family]
    expected = 200 if family in {"VSRC", *OPEN} else REFUSED[voice]
    assert (answer.status_code, voice_of(answer)) == (expected, voice)


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_shown_is_answered_by_the_family(whole: Whole, family: str) -> None:
    answer = ask(whole, family, {})

    assert (answer.status_code, voice_of(answer)) == NOTHING_SHOWN[family]


@pytest.mark.parametrize("shown", ["nonsense", "avc_wrong"])
def test_an_api_key_of_any_shape_is_avcaption_s_business_on_shared_paths(
    whole: Whole, shown: str
) -> None:
    by_header = ask(whole, "list", {"X-API-Key": shown})
    by_query = whole.request("GET", f"/api/v1/videos?api_key={shown}")

    assert [(a.status_code, voice_of(a)) for a in (by_header, by_query)] == [
        (401, Voice.AVCAPTION),
        (401, Voice.AVCAPTION),
    ]


def test_the_key_wins_over_the_bearer(whole: Whole) -> None:
    key = whole.credential(whole.ada, KIND.AVCAPTION_KEY)
    token = whole.credential(whole.eve, KIND.TOKEN)

    answer = ask(whole, "list", {"X-API-Key": key, "Authorization": f"Bearer {token}"})

    assert answer.json()["videos"][-1]["id"] == str(whole.film.video.uuid)


@pytest.mark.parametrize("kind", [None, *KIND])
@pytest.mark.parametrize("family", ["list", "show"])
def test_no_cache_mixes_the_callers_of_a_shared_path(
    whole: Whole, family: str, kind: CredentialKind | None
) -> None:
    headers = {}
    if kind is not None:
        headers = {"Authorization": f"Bearer {whole.credential(whole.ada, kind)}"}

    answer = ask(whole, family, headers)

    varies = {name.strip().lower() for name in answer.headers["vary"].split(",")}
    assert {"authorization", "x-api-key"} <= varies
    assert ("private" in answer.headers.get("cache-control", "")) is (kind is not None)


@pytest.mark.parametrize("kind", KIND)
@pytest.mark.parametrize("case", Case)
def test_players_are_answered_whatever_they_show(
    whole: Whole, kind: CredentialKind, case: Case
) -> None:
    shown = credential(whole, kind, case)

    answer = whole.request(
        "GET",
        f"/hls/resolve/vod_{whole.film.video.uuid}",
        headers={"Authorization": f"Bearer {shown}"},
    )
    anonymous = whole.request("GET", f"/hls/resolve/vod_{whole.film.video.uuid}")

    assert (answer.status_code, answer.content) == (anonymous.status_code, anonymous.content)
