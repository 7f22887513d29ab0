"""The plug is pulled while webhooks are being sent: nobody misses anything, or hears it out of
order.
"""

from collections import defaultdict
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from tests.journeys.server import Server, wait_for
from tests.notify.webhooks.receiver import Told, receiving

from vitascope.core.access.model import Actor, Permission
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.webhooks.addresses import AddressPolicy
from vitascope.core.webhooks.keep import NewEndpoint, add_endpoint
from vitascope.core.webhooks.log import list_own_deliveries
from vitascope.core.webhooks.model import Api, Delivery, DeliveryState, Endpoint, Happening
from vitascope.core.webhooks.record import record
from vitascope.db import Database
from vitascope.fetch.guard import Guard
from vitascope.http.runtime import utc_now

pytestmark = pytest.mark.journey

LANES = [UUID(int=n) for n in range(20)]
EACH = 10
POLICY = AddressPolicy(guard=Guard(["127.0.0.0/8"]), allows_http=True)


def test_a_killed_server_has_told_everything_in_order_in_the_end(tmp_path: Path) -> None:
    server = Server(tmp_path / "data", {"VITASCOPE_FETCH_NETWORKS": "127.0.0.0/8"}).start()
    with receiving() as receiver:
        db = Database(f"sqlite:///{server.data / 'vitascope.db'}", secret=_secret(server))
        endpoint, actor = _listen(db, receiver.url)

        def answer(told: Told) -> int:
            # The server is gone before it can note that this was taken.
            if len(receiver.told) == len(LANES) * EACH // 2:
                server.kill()
            return 200

        receiver.answer = answer
        _tell(db, actor)
        wait_for(lambda: server.process and server.process.poll() is not None, "it is killed")
        server.start()
        wait_for(lambda: _has_ended(db, actor, endpoint), "everything was told")

        told = [each.headers["x-avcaption-delivery"] for each in receiver.told]
        kept = _kept(db, actor, endpoint)
        db.close()
        server.stop()
    assert {each.state for each in kept} == {DeliveryState.DELIVERED}
    assert {str(each.uuid) for each in kept} == set(told)
    assert len(kept) < len(told) <= len(kept) + 4
    assert _by_lane(kept, told) == _by_lane(kept, [str(each.uuid) for each in kept])


def _secret(server: Server) -> bytes:
    return (server.data / "secret").read_text().strip().encode()


def _listen(db: Database, url: str) -> tuple[Endpoint, Actor]:
    with db.begin() as tx:
        root = find_user_by_login(tx, "root")
        assert root is not None
        actor = Actor(
            user_id=root.id, account_id=root.account.id, permissions=frozenset(Permission)
        )
        new = NewEndpoint(api=Api.AVCAPTION, url=url, happenings=["video.failed"])
        return add_endpoint(tx, actor, new, policy=POLICY, now=utc_now())[0], actor


def _tell(db: Database, actor: Actor) -> None:
    """The server finds out by looking: this is another process."""
    assert actor.account_id is not None
    happening, details = Happening.VIDEO_FAILED, {"reason": "No"}
    with db.begin() as tx:
        for _ in range(EACH):
            for lane in LANES:
                record(tx, actor.account_id, happening, lane, details, now=utc_now())


def _kept(db: Database, actor: Actor, endpoint: Endpoint) -> list[Delivery]:
    with db.read() as tx:
        found = list_own_deliveries(tx, actor, endpoint.uuid, start=0, count=1000)
    return [*reversed(found.items)]


def _has_ended(db: Database, actor: Actor, endpoint: Endpoint) -> bool:
    try:
        kept = _kept(db, actor, endpoint)
    except sa.exc.OperationalError:
        return False
    return all(each.state is not DeliveryState.WAITING for each in kept)


def _by_lane(kept: list[Delivery], order: list[str]) -> dict[UUID, list[str]]:
    """What was told of each video, in the order of its first telling."""
    lanes = {str(each.uuid): each.lane for each in kept}
    found: dict[UUID, list[str]] = defaultdict(list)
    for uuid in dict.fromkeys(order):
        found[lanes[uuid]].append(uuid)
    return found
