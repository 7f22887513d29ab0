"""What a courier asks of the database. Every call blocks for a moment: not for a loop."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from vitascope.base.ids import EndpointId
from vitascope.core.webhooks.model import Errand, Outcome
from vitascope.core.webhooks.sending import claim, find_errands, release
from vitascope.core.webhooks.settle import RETRY_AFTER_S, end_unnoted, settle
from vitascope.db import Database
from vitascope.notify.webhooks.dress import body_of

log = logging.getLogger(__name__)

# The database is away or busy, and no outcome is to blame.
_AWAY = (OperationalError, InterfaceError, NoConnection)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """``name`` is that of one courier: no other has it, also not after a restart."""

    db: Database
    name: str
    now: Callable[[], datetime]
    retry_after_s: Sequence[float] = RETRY_AFTER_S

    def take(
        self, busy: Mapping[EndpointId, int], slow: Collection[EndpointId] = ()
    ) -> list[Errand]:
        """Claim what can be sent now, with its body, while so many are under way. What
        nothing can be made of has no body.
        """
        now = self.now()
        with self.db.read() as tx:
            found = find_errands(tx, busy, slow=slow, now=now)
        if not found:
            return []
        bodies = {each.delivery.id: _dressed(each) for each in found}
        with self.db.begin() as tx:
            claimed = claim(tx, self.name, bodies, now=now)
        return [
            replace(each, delivery=replace(each.delivery, body=bodies[each.delivery.id]))
            for each in found
            if each.delivery.id in claimed
        ]

    def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Note how attempts went, all together. One that cannot be noted is ended alone."""
        try:
            self._settle(outcomes)
        except _AWAY:
            raise
        except Exception:  # noqa: BLE001 -- the one that raises it is found below
            for outcome in outcomes:
                self._settle_alone(outcome)

    def _settle_alone(self, outcome: Outcome) -> None:
        try:
            self._settle([outcome])
        except _AWAY:
            raise
        except Exception:
            # It would come back with every round, and no other would be noted.
            log.exception("webhook not noted", extra={"delivery": outcome.delivery_id})
            with self.db.begin() as tx:
                end_unnoted(tx, self.name, outcome, now=self.now())

    def _settle(self, outcomes: Sequence[Outcome]) -> None:
        with self.db.begin() as tx:
            settle(tx, self.name, outcomes, retry_after_s=self.retry_after_s, now=self.now())

    def begin(self) -> None:
        """Be ready to send: an embedded database has one courier at a time, so that what
        others have claimed is nobody's any more.
        """
        if self.db.is_embedded:
            with self.db.begin() as tx:
                release(tx)

    def end(self) -> None:
        """Let others have what was claimed and not settled."""
        with self.db.begin() as tx:
            release(tx, self.name)


def _dressed(errand: Errand) -> str | None:
    try:
        return body_of(errand.delivery, errand.endpoint)
    except Exception:
        # Whatever is wrong with this one, the others are to be sent.
        log.exception("webhook has no body", extra={"delivery": str(errand.delivery.uuid)})
        return None
