import logging
from datetime import timedelta

import pytest
from tests.core.webhooks.making import end, make_delivery, make_endpoint, take
from tests.factories import NOON, actor_of, make_user

from vitascope.core.webhooks import sweep
from vitascope.core.webhooks.log import list_own_deliveries
from vitascope.core.webhooks.model import DeliveryState
from vitascope.core.webhooks.queries.endpoints import save_health
from vitascope.db import Database
from vitascope.notify.webhooks import forget_webhooks, retention


def test_everything_whose_time_is_over_goes_however_much_it_is(
    db: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "vitascope.notify")
    for module in (sweep, retention):
        monkeypatch.setattr(module, "AT_ONCE", 2)
    with db.begin() as tx:
        ada = make_user(tx)
        endpoint = make_endpoint(tx, ada)
        for _ in range(4):
            make_delivery(tx, endpoint)
        for delivery in take(tx):
            end(tx, delivery, 200)
        waiting = make_delivery(tx, endpoint)
        save_health(tx, endpoint.id, failures=50, paused_at=NOON)

    forget_webhooks(db, lambda: NOON + timedelta(days=31))
    forget_webhooks(db, lambda: NOON + timedelta(days=31))

    with db.read() as tx:
        left = list_own_deliveries(tx, actor_of(ada), endpoint.uuid, start=0, count=10)
    assert [(each.id, each.state) for each in left.items] == [
        (waiting.id, DeliveryState.FAILED)
    ]
    assert [record.msg for record in caplog.records] == ["webhooks swept"]
    assert {name: vars(caplog.records[0])[name] for name in ("given_up", "removed")} == {
        "given_up": 1,
        "removed": 4,
    }
