"""Webhooks of this API: list, make, get, change, delete, try; and what was sent to them."""

from litestar import Response
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
from vitascope.core.webhooks.model import Api, Delivery, Endpoint
from vitascope.core.webhooks.queries.attempts import list_attempts_of
from vitascope.db import Tx
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.auth import AnyRequest, KeyGate
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.documents import Document, read_document
from vitascope.dialects.vsrc.query import delivery_query
from vitascope.dialects.vsrc.wire import Envelope
from vitascope.dialects.vsrc.wire_webhooks import (
    DeliveriesOut,
    DeliveryOut,
    RemovedOut,
    WebhookOut,
    is_secret_drawn,
    read_changes,
    read_new,
)
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

# For answers with a secret in them.
_UNCACHED = {"Cache-Control": "no-store"}


def routes(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    return [*_endpoints(runtime, gate), *_deliveries(runtime, gate)]


def _endpoints(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    def list_webhooks(request: AnyRequest) -> Envelope[list[WebhookOut]]:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            found = list_own_endpoints(tx, actor, Api.VSRC)
        return Envelope(data=[WebhookOut.of(endpoint) for endpoint in found])

    async def create_webhook(request: AnyRequest) -> Response[Envelope[WebhookOut]]:
        actor = await on_thread(gate.writer, request)
        made = await on_thread(_create, runtime, actor, await read_document(request))
        created = Envelope(message="Webhook created successfully", data=made)
        return Response(created, status_code=201, headers=_UNCACHED)

    def show_webhook(webhook_id: FromPath[str], request: AnyRequest) -> Envelope[WebhookOut]:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            return Envelope(data=WebhookOut.of(_own(tx, actor, webhook_id)))

    async def change_webhook(
        webhook_id: FromPath[str], request: AnyRequest
    ) -> Response[Envelope[WebhookOut]]:
        actor = await on_thread(gate.writer, request)
        given = await read_document(request)
        changed = await on_thread(_change, runtime, actor, webhook_id, given)
        updated = Envelope(message="Webhook updated successfully", data=changed)
        return Response(updated, status_code=200, headers=_UNCACHED)

    def delete_webhook(webhook_id: FromPath[str], request: AnyRequest) -> Envelope[RemovedOut]:
        actor = gate.writer(request)
        with runtime.db.begin() as tx:
            remove_endpoint(tx, actor, _own(tx, actor, webhook_id).uuid)
        return Envelope(message="Webhook deleted successfully", data=RemovedOut(webhook_id))

    return [
        *bind(paths.LIST_WEBHOOKS, list_webhooks),
        *bind(paths.CREATE_WEBHOOK, create_webhook),
        *bind(paths.SHOW_WEBHOOK, show_webhook),
        *bind(paths.CHANGE_WEBHOOK, change_webhook),
        *bind(paths.DELETE_WEBHOOK, delete_webhook),
    ]


def _deliveries(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    def try_webhook(webhook_id: FromPath[str], request: AnyRequest) -> Envelope[DeliveryOut]:
        actor = gate.writer(request)
        with runtime.db.begin() as tx:
            endpoint = _own(tx, actor, webhook_id)
            told = send_test(tx, actor, endpoint.uuid, now=runtime.now())
        return Envelope(message="Test is on its way", data=DeliveryOut.of(told))

    def list_deliveries(
        webhook_id: FromPath[str], request: AnyRequest
    ) -> Envelope[DeliveriesOut]:
        actor = gate.reader(request)
        state, paging = delivery_query(request.query_params)
        start, count = paging.start, paging.limit
        with runtime.db.read() as tx:
            own = _own(tx, actor, webhook_id).uuid
            found = list_own_deliveries(tx, actor, own, start=start, count=count, state=state)
            attempts = list_attempts_of(tx, [delivery.id for delivery in found.items])
        return Envelope(data=DeliveriesOut.of(found, attempts, paging))

    def send_again(
        webhook_id: FromPath[str], delivery_id: FromPath[str], request: AnyRequest
    ) -> Envelope[DeliveryOut]:
        actor = gate.writer(request)
        with runtime.db.begin() as tx:
            told = _own_delivery(tx, actor, _own(tx, actor, webhook_id), delivery_id)
            again = redeliver(tx, actor, told.uuid, now=runtime.now())
            attempts = list_attempts_of(tx, [again.id]).get(again.id, ())
        return Envelope(message="Delivery is repeated", data=DeliveryOut.of(again, attempts))

    return [
        *bind(paths.TRY_WEBHOOK, try_webhook),
        *bind(paths.LIST_DELIVERIES, list_deliveries),
        *bind(paths.REDELIVER, send_again),
    ]


def _create(runtime: Runtime, actor: Actor, given: Document) -> WebhookOut:
    new, policy = read_new(given), runtime.webhook_addresses
    with runtime.db.begin() as tx:
        made, secret = add_endpoint(tx, actor, new, policy=policy, now=runtime.now())
    return WebhookOut.of(made, secret=secret)


def _change(runtime: Runtime, actor: Actor, webhook_id: str, given: Document) -> WebhookOut:
    changes, policy = read_changes(given), runtime.webhook_addresses
    with runtime.db.begin() as tx:
        own = _own(tx, actor, webhook_id).uuid
        changed = change_endpoint(tx, actor, own, changes, policy=policy, now=runtime.now())
    return WebhookOut.of(changed, secret=changes.secret if is_secret_drawn(given) else UNSET)


def _own(tx: Tx, actor: Actor, text: str) -> Endpoint:
    """Raises NotFound also for webhooks of other APIs: each manages its own."""
    endpoint = own_endpoint(tx, actor, parse_uuid("webhook", text))
    if endpoint.api is not Api.VSRC:
        raise NotFound("webhook", endpoint.uuid)
    return endpoint


def _own_delivery(tx: Tx, actor: Actor, endpoint: Endpoint, text: str) -> Delivery:
    delivery = own_delivery(tx, actor, parse_uuid("delivery", text))
    if delivery.endpoint_id != endpoint.id:
        raise NotFound("delivery", delivery.uuid)
    return delivery
