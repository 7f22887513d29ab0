"""Webhooks of this API: list, make, get, change, delete, try; and what was sent to them."""

from litestar import delete, get, post, put
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from msgspec import UNSET

from vitascope.base.errors import NotFound
from vitascope.base.ids import parse_uuid
from vitascope.core.access.model import Actor
from vitascope.core.webhooks.keep import (
    add_endpoint,
    change_endpoint,
    list_own_endpoints,
    own_endpoint,
    remove_endpoint,
)
from vitascope.core.webhooks.log import (
    list_own_deliveries,
    own_delivery,
    redeliver,
    send_test,
)
from vitascope.core.webhooks.model import Api, Delivery, DeliveryState, Endpoint
from vitascope.core.webhooks.queries.attempts import list_attempts_of
from vitascope.db import Tx
from vitascope.dialects.avcaption.auth import AnyRequest, Gate
from vitascope.dialects.avcaption.headers import UNCACHED
from vitascope.dialects.avcaption.input import Input, read_json
from vitascope.dialects.avcaption.wire_webhooks import (
    DeliveriesOut,
    DeliveryOut,
    WebhookOut,
    WebhooksOut,
    read_changes,
    read_new,
)
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_DEFAULT_PER_PAGE, _MOST_PER_PAGE = 20, 100
# Far beyond every list, and far below what a database takes for an offset.
_MOST_PAGE = 1_000_000_000


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    return [*_endpoints(runtime, gate), *_deliveries(runtime, gate)]


def _endpoints(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @get("/webhooks", sync_to_thread=True)
    def list_webhooks(request: AnyRequest) -> WebhooksOut:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            return WebhooksOut.of(list_own_endpoints(tx, actor, Api.AVCAPTION))

    @post("/webhooks", response_headers=UNCACHED)
    async def create_webhook(request: AnyRequest) -> WebhookOut:
        actor = await on_thread(gate.writer, request)
        return await on_thread(_create, runtime, actor, await read_json(request))

    @get("/webhooks/{webhook_id:str}", sync_to_thread=True)
    def show_webhook(webhook_id: FromPath[str], request: AnyRequest) -> WebhookOut:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            return WebhookOut.of(_own(tx, actor, webhook_id))

    @put("/webhooks/{webhook_id:str}", response_headers=UNCACHED)
    async def change_webhook(webhook_id: FromPath[str], request: AnyRequest) -> WebhookOut:
        actor = await on_thread(gate.writer, request)
        given = await read_json(request)
        return await on_thread(_change, runtime, actor, webhook_id, given)

    @delete("/webhooks/{webhook_id:str}", sync_to_thread=True)
    def delete_webhook(webhook_id: FromPath[str], request: AnyRequest) -> None:
        actor = gate.writer(request)
        with runtime.db.begin() as tx:
            remove_endpoint(tx, actor, _own(tx, actor, webhook_id).uuid)

    return [list_webhooks, create_webhook, show_webhook, change_webhook, delete_webhook]


def _deliveries(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @post("/webhooks/{webhook_id:str}/test", status_code=202, sync_to_thread=True)
    def try_webhook(webhook_id: FromPath[str], request: AnyRequest) -> DeliveryOut:
        actor = gate.writer(request)
        with runtime.db.begin() as tx:
            endpoint = _own(tx, actor, webhook_id)
            return DeliveryOut.of(send_test(tx, actor, endpoint.uuid, now=runtime.now()))

    @get("/webhooks/{webhook_id:str}/deliveries", sync_to_thread=True)
    def list_deliveries(webhook_id: FromPath[str], request: AnyRequest) -> DeliveriesOut:
        actor = gate.reader(request)
        query = Input(request.query_params)
        page = query.number("page", default=1, most=_MOST_PAGE)
        per_page = query.number("per_page", default=_DEFAULT_PER_PAGE, most=_MOST_PER_PAGE)
        state = query.choice("status", DeliveryState)
        query.check()
        start = (page - 1) * per_page
        with runtime.db.read() as tx:
            own = _own(tx, actor, webhook_id).uuid
            found = list_own_deliveries(
                tx, actor, own, start=start, count=per_page, state=state
            )
            attempts = list_attempts_of(tx, [delivery.id for delivery in found.items])
        return DeliveriesOut.of(found, attempts, page=page, per_page=per_page)

    @post(
        "/webhooks/{webhook_id:str}/deliveries/{delivery_id:str}/redeliver",
        status_code=202,
        sync_to_thread=True,
    )
    def send_again(
        webhook_id: FromPath[str], delivery_id: FromPath[str], request: AnyRequest
    ) -> DeliveryOut:
        actor = gate.writer(request)
        with runtime.db.begin() as tx:
            told = _own_delivery(tx, actor, _own(tx, actor, webhook_id), delivery_id)
            again = redeliver(tx, actor, told.uuid, now=runtime.now())
            return DeliveryOut.of(again, list_attempts_of(tx, [again.id]).get(again.id, ()))

    return [try_webhook, list_deliveries, send_again]


def _create(runtime: Runtime, actor: Actor, given: Input) -> WebhookOut:
    new, policy = read_new(given), runtime.webhook_addresses
    with runtime.db.begin() as tx:
        made, secret = add_endpoint(tx, actor, new, policy=policy, now=runtime.now())
    return WebhookOut.of(made, secret=secret)


def _change(runtime: Runtime, actor: Actor, webhook_id: str, given: Input) -> WebhookOut:
    changes, policy = read_changes(given), runtime.webhook_addresses
    with runtime.db.begin() as tx:
        own = _own(tx, actor, webhook_id).uuid
        changed = change_endpoint(tx, actor, own, changes, policy=policy, now=runtime.now())
    is_drawn = given.value("rotate_secret", bool, "", default=False)
    return WebhookOut.of(changed, secret=changes.secret if is_drawn else UNSET)


def _own(tx: Tx, actor: Actor, text: str) -> Endpoint:
    """Raises NotFound also for webhooks of other APIs: each manages its own."""
    endpoint = own_endpoint(tx, actor, parse_uuid("webhook", text))
    if endpoint.api is not Api.AVCAPTION:
        raise NotFound("webhook", endpoint.uuid)
    return endpoint


def _own_delivery(tx: Tx, actor: Actor, endpoint: Endpoint, text: str) -> Delivery:
    delivery = own_delivery(tx, actor, parse_uuid("delivery", text))
    if delivery.endpoint_id != endpoint.id:
        raise NotFound("delivery", delivery.uuid)
    return delivery
