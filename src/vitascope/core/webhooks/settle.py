"""What becomes of deliveries and endpoints after attempts."""

import logging
import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from vitascope.base.ids import DeliveryId, EndpointId
from vitascope.core.webhooks.events import WebhookPaused
from vitascope.core.webhooks.model import DeliveryState, Endpoint, Happening, Outcome
from vitascope.core.webhooks.queries.attempts import insert_attempts
from vitascope.core.webhooks.queries.endpoints import lock_endpoints, save_health
from vitascope.core.webhooks.queries.sending import Change, Held, list_held, save_changes
from vitascope.db import Tx
from vitascope.jobs import emit

log = logging.getLogger(__name__)

RETRY_AFTER_S: Sequence[float] = (60, 5 * 60, 30 * 60, 2 * 3600, 12 * 3600)
"""The pauses after failed attempts; after the last of them comes the last attempt."""
FAILURES_TO_PAUSE = 50
_JITTER = 0.1


def settle(
    tx: Tx,
    claimant: str,
    outcomes: Sequence[Outcome],
    *,
    retry_after_s: Sequence[float] = RETRY_AFTER_S,
    now: datetime,
) -> None:
    """Note how attempts went, in the order in which they ended.

    Outcomes of deliveries that ``claimant`` has no more are dropped: somebody else sends
    them, or they are gone.
    """
    # Endpoints first, as their owners' changes do: nobody waits for each other in a circle.
    endpoints = lock_endpoints(tx, {each.endpoint_id for each in outcomes})
    held = list_held(tx, claimant, {each.delivery_id for each in outcomes})
    mine = [each for each in outcomes if each.delivery_id in held]
    if len(mine) < len(outcomes):
        log.warning("webhooks sent too late", extra={"count": len(outcomes) - len(mine)})
    insert_attempts(tx, mine)
    save_changes(
        tx, [_after(held[each.delivery_id], each, retry_after_s, now) for each in mine]
    )
    _note_health(tx, endpoints, held, mine, now)


def end_unnoted(tx: Tx, claimant: str, outcome: Outcome, *, now: datetime) -> None:
    """End a delivery whose outcome cannot be settled: as it was answered, and with nothing
    noted of the attempt. It is not tried again.
    """
    taken = outcome.attempt.error is None
    state = DeliveryState.DELIVERED if taken else DeliveryState.FAILED
    found = list_held(tx, claimant, {outcome.delivery_id})
    save_changes(
        tx,
        [
            Change(delivery_id, state, held.attempts + 1, held.due_at, now)
            for delivery_id, held in found.items()
        ],
    )


def _after(
    held: Held, outcome: Outcome, retry_after_s: Sequence[float], now: datetime
) -> Change:
    attempts = held.attempts + 1
    if outcome.attempt.error is None:
        state = DeliveryState.DELIVERED
    elif outcome.is_gone or held.happening is Happening.TEST or attempts > len(retry_after_s):
        state = DeliveryState.FAILED
    else:
        # Not all at the same moment: what they failed of may have been too much at once.
        share = random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 -- no secret
        due_at = now + timedelta(seconds=retry_after_s[attempts - 1] * share)
        return Change(outcome.delivery_id, DeliveryState.WAITING, attempts, due_at, None)
    return Change(outcome.delivery_id, state, attempts, held.due_at, now)


def _note_health(
    tx: Tx,
    endpoints: Mapping[EndpointId, Endpoint],
    held: Mapping[DeliveryId, Held],
    outcomes: Sequence[Outcome],
    now: datetime,
) -> None:
    """Count failures in a row, and pause where there are too many."""
    for endpoint in endpoints.values():
        # Tests are sent where it is known that something is wrong.
        told = [
            each
            for each in outcomes
            if each.endpoint_id == endpoint.id
            and held[each.delivery_id].happening is not Happening.TEST
        ]
        failures, is_gone = endpoint.failures, any(each.is_gone for each in told)
        worst = failures
        for each in told:
            failures = failures + 1 if each.attempt.error is not None else 0
            worst = max(worst, failures)
        pauses = endpoint.paused_at is None and (is_gone or worst >= FAILURES_TO_PAUSE)
        if pauses:
            emit(tx, WebhookPaused(endpoint.id, endpoint.user_id, is_gone))
        if pauses or failures != endpoint.failures:
            paused_at = now if pauses else endpoint.paused_at
            save_health(tx, endpoint.id, failures=failures, paused_at=paused_at)
