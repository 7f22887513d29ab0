from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.core.captcha.solving import solve
from tests.dialects.built import built
from tests.dialects.runtimes import VAULT, make_runtime
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import calling
from tests.factories import NOON, PASSWORD, make_video
from tests.fetch.loopback import HERE
from tests.http.provider import provider_saying

from vitascope.core.accounts.model import Preferences, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.captcha.challenge import new_challenge
from vitascope.core.captcha.passes import LIFETIME, mint_pass
from vitascope.core.settings.model import CaptchaProvider
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.dialects.videocms.captcha_gate import captcha_asked, captcha_passed

LOGIN = "/api/auth/login"
HOME = "192.0.2.7"
AT_LOGIN = {"captcha_enabled": True, "captcha_at_login": True}


def scope(*cookies: str, address: str = HOME) -> dict[str, Any]:
    headers = [(b"cookie", cookie.encode()) for cookie in cookies]
    return {"type": "http", "headers": headers, "client": (address, 5000)}


def passing(**changes: Any) -> str:
    return f"captcha_bypass={mint_pass(VAULT, HOME, now=changes.get('now', NOON))}"


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Any:
    return make_runtime(db, tmp_path, captcha_enabled=True)


@pytest.mark.parametrize(
    ("cookies", "address", "passes"),
    [
        ([passing()], HOME, True),
        ([f"other=1; {passing()}; another=2"], HOME, True),
        (["captcha_bypass=of-another-frame", passing()], HOME, True),
        ([passing()], "192.0.2.8", False),
        ([passing(now=NOON - LIFETIME)], HOME, False),
        (["captcha_bypass=made.up.token"], HOME, False),
        (["captcha_bypass"], HOME, False),
        ([], HOME, False),
    ],
)
def test_who_has_a_pass_of_their_own_passes(
    runtime: Any, cookies: list[str], address: str, passes: bool
) -> None:
    assert captcha_passed(runtime, scope(*cookies, address=address)) is passes


def test_without_captchas_everybody_passes(db: Database, tmp_path: Path) -> None:
    assert captcha_passed(make_runtime(db, tmp_path), scope())


def test_owners_have_the_viewers_of_their_videos_asked(
    db: Database, runtime: Any, ada: User, bob: User
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, preferences=Preferences(player_captcha=True))
        hers, his = make_video(tx, ada), make_video(tx, bob)

        asked = [captcha_asked(runtime, tx, entry) for entry in (hers, his)]

    assert asked == [True, False]


@pytest.mark.usefixtures("bob")
def test_a_login_takes_the_answer_from_json_a_form_and_the_query(
    db: Database, tmp_path: Path
) -> None:
    person = {"username": "bob", "password": PASSWORD}

    def answered() -> dict[str, str]:
        asked = new_challenge(VAULT, now=NOON, bits=4)
        number = solve(asked.salt, asked.bits)
        return {"captcha-response": f"{asked.text}.{number}"}

    with TestClient(built(build, make_runtime(db, tmp_path, **AT_LOGIN))) as client:
        answers = [
            client.post(LOGIN, json=person | answered()),
            client.post(LOGIN, data=person | answered()),
            client.post(LOGIN, json=person, params=answered()),
        ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]


@pytest.mark.usefixtures("bob")
def test_a_login_without_the_right_answer_is_told_so_before_the_password_is_looked_at(
    db: Database, tmp_path: Path
) -> None:
    asked = new_challenge(VAULT, now=NOON - timedelta(hours=1), bits=0)
    person = {"username": "bob", "password": "wrong password"}

    with TestClient(built(build, make_runtime(db, tmp_path, **AT_LOGIN))) as client:
        missing = client.post(LOGIN, json=person)
        wrong = client.post(LOGIN, json=person | {"captcha-response": "made up"})
        late = client.post(LOGIN, json=person | {"captcha-response": f"{asked.text}.0"})
        invalid = client.post(LOGIN, json={"username": "bob"})

    assert whole(missing) == words(400, "Captcha error: The captcha was not answered")
    assert whole(wrong) == words(400, "Captcha incorrect")
    assert whole(late) == words(400, "Captcha incorrect")
    assert whole(invalid) == words(400, "Password [required] : ")


@pytest.mark.usefixtures("bob")
async def test_a_login_says_when_the_provider_cannot_be_asked(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = CaptchaProvider.RECAPTCHA
    given = {"username": "bob", "password": PASSWORD, "g-recaptcha-response": "a token"}
    runtime = make_runtime(db, tmp_path, captcha_provider=kind, guard=HERE, **AT_LOGIN)

    async with (
        provider_saying(monkeypatch, kind, {"success": True}, status=503),
        calling(built(build, runtime), HOME) as caller,
    ):
        answer = await caller.post(LOGIN, json=given)

    assert whole(answer) == words(400, "Captcha error: reCAPTCHA cannot be reached")


@pytest.mark.usefixtures("bob")
@pytest.mark.parametrize("setting", ["captcha_enabled", "captcha_at_login"])
def test_a_login_is_not_asked_where_one_of_the_switches_is_off(
    db: Database, tmp_path: Path, setting: str
) -> None:
    runtime = make_runtime(db, tmp_path, **{**AT_LOGIN, setting: False})

    with TestClient(built(build, runtime)) as client:
        answer = client.post(LOGIN, json={"username": "bob", "password": PASSWORD})

    assert answer.status_code == 200
