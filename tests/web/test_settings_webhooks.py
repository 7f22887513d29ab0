import re
import uuid
from typing import Any

import pytest
from tests.dialects.runtimes import Client
from tests.factories import NOON, actor_of, make_user
from tests.web.people import alerts_of, form_of, log_in, send
from tests.webhooks import make_endpoint, pause

from vitascope.core.accounts.model import Allowances, Feature, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.webhooks.keep import MOST_ENDPOINTS, list_own_endpoints
from vitascope.core.webhooks.model import Api, Endpoint
from vitascope.db import Database

HERE = "/settings/webhooks"


def add(client: Client, **typed: str) -> Any:
    given = {"url": "https://hooks.example/take", "api": "avcaption"}
    return send(client, HERE, HERE, **{**given, **typed})


def webhooks_of(db: Database, user: User) -> list[Endpoint]:
    with db.read() as tx:
        return list_own_endpoints(tx, actor_of(user))


def secrets_in(html: str) -> list[str]:
    return re.findall(r"whsec_[0-9a-f]{48}", html)


def test_a_webhook_is_added_and_its_secret_shown_once(
    client: Client, db: Database, ada: User
) -> None:
    log_in(client, db, ada)

    answer = add(client, video_failed="on", view_threshold="on", view_thresholds="1000, 100")

    (kept,) = webhooks_of(db, ada)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    assert len(secrets_in(answer.text)) == 1
    assert secrets_in(client.get(HERE).text) == []
    assert (kept.url, kept.api, kept.is_active) == (
        "https://hooks.example/take",
        Api.AVCAPTION,
        True,
    )
    assert kept.happenings == ("video.encoded", "video.failed", "view.threshold")
    assert kept.view_thresholds == (100, 1000)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"url": ""}, "The address begins with https://."),
        ({"url": "http://hooks.example/"}, "The address begins with https://."),
        ({"api": "other"}, "Choose the API in whose words it is told."),
        ({"video_encoded": ""}, "Choose at least one event."),
        ({"view_threshold": "on"}, "Say after how many views."),
        (
            {"view_thresholds": "many"},
            "Write numbers with commas between them, such as 100, 1000.",
        ),
        ({"view_thresholds": "0"}, "Numbers of views from 1 to 2147483648."),
        (
            {"api": "vsrc", "subtitle_translated": "on"},
            "VSRC has no words for this: Subtitles were translated.",
        ),
    ],
)
def test_a_webhook_that_cannot_be_is_told_why(
    client: Client, db: Database, ada: User, typed: dict[str, str], told: str
) -> None:
    log_in(client, db, ada)

    answer = add(client, **typed)

    assert (answer.status_code, alerts_of(answer.text)) == (400, [told])
    assert webhooks_of(db, ada) == []


def test_what_was_typed_stays_after_a_mistake(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    page = add(client, url="ftp://a", video_encoded="", video_failed="on", api="vsrc").text

    typed = form_of(page, HERE)
    assert (typed["url"], typed["video_failed"], typed["selected"]) == ("ftp://a", "on", "vsrc")
    assert "video_encoded" not in typed
    assert 'aria-describedby="webhook-url-hint webhook-url-wrong"' in page


def test_webhooks_are_listed_with_how_they_are(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        make_endpoint(tx, ada, url="https://one.example/?<b>")
        make_endpoint(tx, ada, Api.VSRC, is_active=False)
        pause(tx, make_endpoint(tx, ada))
        pause(tx, make_endpoint(tx, ada), failures=1)
    log_in(client, db, ada)

    page = client.get(HERE).text

    assert ("https://one.example/?&lt;b&gt;" in page, "<b>" in page) == (True, False)
    assert re.findall(r"badge[^>]*>(\w+)<", page) == ["Paused", "Paused", "Off", "On"]
    when = "Paused since 1 March 2026, 12:00 UTC: "
    assert re.findall(rf"{when}(.+?)\.", page) == [
        "the address says that it is gone for good",
        "50 attempts in a row failed",
    ]


def test_a_webhook_is_switched_off_and_on_again(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        webhook = str(make_endpoint(tx, ada).uuid)
    log_in(client, db, ada)

    off = send(client, HERE, f"{HERE}/switch", webhook=webhook)
    is_off = [each.is_active for each in webhooks_of(db, ada)]
    told = client.get(off.headers["location"]).text
    on = send(client, HERE, f"{HERE}/switch", webhook=webhook)

    assert (off.status_code, is_off) == (303, [False])
    assert "The webhook is off." in told
    assert on.headers["location"] == f"{HERE}?done=on"
    assert [each.is_active for each in webhooks_of(db, ada)] == [True]


def test_going_on_ends_a_pause(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        pause(tx, make_endpoint(tx, ada))
    log_in(client, db, ada)

    send(client, HERE, f"{HERE}/switch")

    (kept,) = webhooks_of(db, ada)
    assert (kept.is_active, kept.paused_at, kept.failures) == (True, None, 0)


def test_a_deleted_webhook_is_gone(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        make_endpoint(tx, ada)
    log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/remove")

    assert answer.headers["location"] == f"{HERE}?done=removed"
    assert webhooks_of(db, ada) == []


@pytest.mark.parametrize("deed", ["switch", "remove"])
def test_nobody_reaches_another_s_webhook(
    client: Client, db: Database, ada: User, deed: str
) -> None:
    with db.begin() as tx:
        bob = make_user(tx, "bob")
        his = make_endpoint(tx, bob)
        make_endpoint(tx, ada)
    log_in(client, db, ada)

    answers = [
        send(client, HERE, f"{HERE}/{deed}", webhook=ref)
        for ref in (str(his.uuid), str(uuid.uuid4()), "nonsense", "")
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert webhooks_of(db, bob) == [his]
    assert len(webhooks_of(db, ada)) == 1


def test_a_user_without_webhooks_is_told_whom_to_ask(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, allowances=Allowances(withheld=(Feature.WEBHOOKS,)))
    log_in(client, db, ada)

    answer = add(client)

    told = "Your account does not include webhooks. Ask whoever runs this server."
    assert (answer.status_code, alerts_of(answer.text)) == (403, [told])


def test_too_many_webhooks_are_told_with_what_to_do(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        for _ in range(MOST_ENDPOINTS):
            make_endpoint(tx, ada)
    log_in(client, db, ada)

    answer = add(client)

    told = "Limit reached: 20 of 20 webhooks. Delete one that you need no more."
    assert (answer.status_code, alerts_of(answer.text)) == (413, [told])


def test_strangers_are_asked_to_log_in(client: Client) -> None:
    answer = client.get(HERE)

    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/login?next=/settings/webhooks",
    )
