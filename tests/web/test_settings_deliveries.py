import re
import uuid

import pytest
from tests.dialects.runtimes import Client
from tests.factories import actor_of, make_user
from tests.web.people import alerts_of, form_of, log_in, send
from tests.webhooks import FAILED, TAKEN, UNANSWERED, make_delivery, make_endpoint

from vitascope.core.accounts.model import User
from vitascope.core.webhooks.keep import own_endpoint
from vitascope.core.webhooks.log import list_own_deliveries
from vitascope.core.webhooks.model import Api, Delivery, DeliveryState, Endpoint, Happening
from vitascope.db import Database

HERE = "/settings/webhooks"


@pytest.fixture
def hers(db: Database, ada: User) -> Endpoint:
    with db.begin() as tx:
        return make_endpoint(tx, ada, view_thresholds=[5])


@pytest.fixture
def here(hers: Endpoint) -> str:
    return f"{HERE}/{hers.uuid}"


def deliveries_of(db: Database, user: User, endpoint: Endpoint) -> list[Delivery]:
    with db.read() as tx:
        found = list_own_deliveries(tx, actor_of(user), endpoint.uuid, start=0, count=100)
        return list(found.items)


def test_a_test_is_sent_and_stands_among_the_deliveries(
    client: Client, db: Database, ada: User, hers: Endpoint, here: str
) -> None:
    log_in(client, db, ada)

    answer = send(client, here, f"{here}/test")

    (told,) = deliveries_of(db, ada, hers)
    page = client.get(answer.headers["location"]).text
    assert (answer.status_code, told.happening) == (303, Happening.TEST)
    assert "A test is on its way." in page
    assert f'<li id="delivery-{told.uuid}" data-version="waiting-0" data-waiting>' in page
    assert "Send now" in page


def test_a_delivery_shows_what_was_sent_and_answered(
    client: Client, db: Database, ada: User, hers: Endpoint, here: str
) -> None:
    with db.begin() as tx:
        make_delivery(tx, ada, hers, FAILED, UNANSWERED, state=DeliveryState.FAILED)
    log_in(client, db, ada)

    page = client.get(here).text

    assert re.findall(r'badge danger">(.+?)<', page) == ["Given up", "500", "No answer"]
    assert "X-AVCaption-Event: webhook.test" in page
    assert "&lt;b&gt;broken&lt;/b&gt;" in page
    assert "{&#34;event&#34;:&#34;webhook.test&#34;}" in page
    assert page.count("The server answered 500") == 1
    # Once beside the delivery, once at its attempt.
    assert page.count("No answer within 10 seconds") == 2


def test_deliveries_are_looked_at_by_state_and_in_pages(
    client: Client, db: Database, ada: User, hers: Endpoint, here: str
) -> None:
    with db.begin() as tx:
        for _ in range(21):
            make_delivery(tx, ada, hers, TAKEN, state=DeliveryState.DELIVERED)
        waiting = make_delivery(tx, ada, hers)
    log_in(client, db, ada)

    def shown(query: str) -> tuple[int, list[str]]:
        page = client.get(f"{here}{query}").text
        return page.count('<li id="delivery-'), re.findall(">(Newer|Older)</a>", page)

    assert shown("") == (20, ["Older"])
    assert shown("?state=&page=2") == (2, ["Newer"])
    assert shown("?state=delivered") == (20, ["Older"])
    assert shown("?state=failed") == (0, [])
    assert shown("?state=lost&page=nonsense") == (20, ["Older"])
    assert str(waiting.uuid) in client.get(f"{here}?state=waiting").text


def test_a_delivery_is_sent_again(
    client: Client, db: Database, ada: User, hers: Endpoint, here: str
) -> None:
    with db.begin() as tx:
        old = make_delivery(tx, ada, hers, TAKEN, state=DeliveryState.DELIVERED)
    log_in(client, db, ada)

    answer = send(client, here, f"{here}/again")

    new, kept = deliveries_of(db, ada, hers)
    assert answer.headers["location"] == f"{here}?done=again"
    assert (new.repeats, kept) == (old.uuid, old)
    assert "Sent again" in client.get(here).text


def test_a_webhook_is_changed(
    client: Client, db: Database, ada: User, hers: Endpoint, here: str
) -> None:
    log_in(client, db, ada)

    answer = send(client, here, here, url="https://new.example/", video_failed="on")

    with db.read() as tx:
        kept = own_endpoint(tx, actor_of(ada), hers.uuid)
    assert answer.headers["location"] == f"{here}?done=saved"
    assert (kept.url, kept.happenings, kept.view_thresholds) == (
        "https://new.example/",
        ("video.encoded", "video.failed"),
        (5,),
    )


def test_a_change_that_cannot_be_is_told_and_kept_in_the_form(
    client: Client, db: Database, ada: User, here: str
) -> None:
    log_in(client, db, ada)

    answer = send(client, here, here, url="http://new.example/")

    assert (answer.status_code, alerts_of(answer.text)) == (
        400,
        ["The address begins with https://."],
    )
    assert form_of(answer.text, here)["url"] == "http://new.example/"


def test_another_secret_is_drawn_and_shown_once(
    client: Client, db: Database, ada: User, here: str
) -> None:
    log_in(client, db, ada)

    answer = send(client, here, f"{here}/secret")

    assert answer.status_code == 200
    assert len(re.findall(r"whsec_[0-9a-f]{48}", answer.text)) == 1
    assert "whsec_" not in client.get(here).text


def test_nobody_reaches_another_s_webhook_or_deliveries(
    client: Client, db: Database, ada: User, hers: Endpoint, here: str
) -> None:
    with db.begin() as tx:
        bob = make_user(tx, "bob")
        his = make_endpoint(tx, bob, Api.VSRC)
        told = make_delivery(tx, bob, his, TAKEN, state=DeliveryState.DELIVERED)
    log_in(client, db, ada)
    token = form_of(client.get(here).text, here)["form_token"]
    refs = [str(his.uuid), str(uuid.uuid4()), "nonsense"]

    answers = [
        client.request(method, f"{HERE}/{ref}{path}", data={"form_token": token})
        for ref in refs
        for method, path in [
            ("GET", ""),
            ("POST", ""),
            ("POST", "/test"),
            ("POST", "/secret"),
        ]
    ]
    again = {"form_token": token, "delivery": str(told.uuid)}
    answers.append(client.post(f"{here}/again", data=again))

    assert [answer.status_code for answer in answers] == [404] * 13
    assert deliveries_of(db, bob, his) == [told]
