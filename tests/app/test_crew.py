import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.core.webhooks.making import make_delivery
from tests.factories import actor_of, make_user
from tests.notify.webhooks.receiver import Receiver, receiving, wait_until

from vitascope.app import crew, media_origin, runtime
from vitascope.app.parts import Parts, open_parts
from vitascope.config import Config
from vitascope.core.webhooks.keep import NewEndpoint, add_endpoint
from vitascope.core.webhooks.log import own_delivery
from vitascope.core.webhooks.model import Api, Delivery, DeliveryState
from vitascope.http.runtime import utc_now
from vitascope.jobs import AlreadyServing


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def parts(template: Path, tmp_path: Path) -> Iterator[Parts]:
    shutil.copy(template, tmp_path / "vitascope.db")
    parts = open_parts(
        Config(
            data=tmp_path,
            fetch_networks=("127.0.0.0/8",),
            webhook_allows_http=True,
            webhook_header_prefix="X-Ours",
        )
    )
    yield parts
    parts.db.close()


@pytest.mark.process
def test_the_crew_sends_webhooks_as_the_operator_has_set_and_stops(
    parts: Parts, receiver: Receiver
) -> None:
    policy = runtime(parts, media_origin(parts)).webhook_addresses
    new = NewEndpoint(api=Api.VSRC, url=receiver.url, happenings=["video.uploaded"])
    with parts.db.begin() as tx:
        ada = make_user(tx)
        endpoint, _ = add_endpoint(tx, actor_of(ada), new, policy=policy, now=utc_now())
        waiting = make_delivery(tx, endpoint, now=utc_now())
    workers = crew(parts)

    def delivery() -> Delivery:
        with parts.db.read() as tx:
            return own_delivery(tx, actor_of(ada), waiting.uuid)

    workers.start()
    wait_until(lambda: delivery().state is not DeliveryState.WAITING, "the delivery")
    workers.stop()
    workers.stop()

    (told,) = receiver.told
    assert told.headers["x-ours-delivery"] == str(waiting.uuid)
    assert delivery().state is DeliveryState.DELIVERED


@pytest.mark.process
def test_where_another_program_works_nothing_is_sent(parts: Parts, receiver: Receiver) -> None:
    working, second = crew(parts), crew(parts)
    working.start()

    with pytest.raises(AlreadyServing):
        second.start()

    second.stop()
    working.stop()
    assert receiver.told == []
