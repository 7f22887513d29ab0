"""What the owner of a webhook that fails is told."""

from tests.core.webhooks.making import make_endpoint
from tests.factories import NOON, make_user
from tests.notify.mailserver import Mailbox

from vitascope.core.accounts.model import User
from vitascope.core.webhooks.events import WebhookPaused
from vitascope.core.webhooks.model import Endpoint
from vitascope.core.webhooks.queries.endpoints import delete_endpoint, save_health
from vitascope.db import Database
from vitascope.notify import Mailroom
from vitascope.notify.steps import send_mail

REST = (
    "so Our videos sends nothing there for now. What happens meanwhile is kept for 30 days.\n\n"
    "The webhook's page shows what was sent and what was answered. Switch the webhook on again "
    "when all is well, and what waits is sent; or remove it.\n\n"
    "Our videos\nhttps://video.example\n"
)


def paused(db: Database) -> tuple[User, Endpoint]:
    with db.begin() as tx:
        ada = make_user(tx)
        endpoint = make_endpoint(tx, ada, url="https://hooks.example:8443/take?key=secret")
        save_health(tx, endpoint.id, failures=50, paused_at=NOON)
    return ada, endpoint


async def test_who_has_a_webhook_that_was_paused_is_told_where_and_why(
    room: Mailroom, mailbox: Mailbox
) -> None:
    ada, endpoint = paused(room.db)

    await send_mail(room, WebhookPaused(endpoint.id, ada.id))

    (received,) = mailbox.received
    assert received.recipients == ["ada@example.org"]
    assert received.message["Subject"] == (
        "Our videos: your webhook at hooks.example is paused"
    )
    assert received.text == (
        "Hello ada,\n\n50 attempts in a row to send something to hooks.example have failed, "
        + REST
    )


async def test_who_has_a_webhook_that_is_gone_is_told_so(
    room: Mailroom, mailbox: Mailbox
) -> None:
    ada, endpoint = paused(room.db)

    await send_mail(room, WebhookPaused(endpoint.id, ada.id, is_gone=True))

    (received,) = mailbox.received
    assert received.text == (
        "Hello ada,\n\nhooks.example has answered that it has no such webhook any more, " + REST
    )


async def test_who_has_switched_it_on_or_removed_it_meanwhile_is_told_nothing(
    room: Mailroom, mailbox: Mailbox
) -> None:
    ada, endpoint = paused(room.db)

    with room.db.begin() as tx:
        save_health(tx, endpoint.id, failures=0, paused_at=None)
    await send_mail(room, WebhookPaused(endpoint.id, ada.id))
    with room.db.begin() as tx:
        delete_endpoint(tx, endpoint.id)
    await send_mail(room, WebhookPaused(endpoint.id, ada.id))

    assert mailbox.asked == []
