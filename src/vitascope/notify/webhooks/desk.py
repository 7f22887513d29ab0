"""What a courier asks of the database. Every call blocks for a moment: not for a loop."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from vitascope.base.ids import EndpointId
from vitascope.core.webhooks.model import Errand, Outcome
from vitascope.core.webhooks.sending import claim, find_errands, release
from vitascope.core.webhooks.settle import RETRY_AFTER_S, settle
from vitascope.db import Database
from vitascope.notify.webhooks.dress import body_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """``name`` is that of one courier: no other has it, also not after a restart."""

    db: Database
    name: str
    now: Callable[[], datetime]
    retry_after_s: Sequence[float] = RETRY_AFTER_S

    def take(self, busy: Mapping[EndpointId, int]) -> list[Errand]:
        """Claim what can be sent now, with its body, while so many are under way."""
        now = self.now()
        with self.db.read() as tx:
            found = find_errands(tx, busy, now=now)
        if not found:
            return []
        bodies = {each.delivery.id: body_of(each.delivery, each.endpoint) for each in found}
        with self.db.begin() as tx:
            claimed = claim(tx, self.name, bodies, now=now)
        return [
            replace(each, delivery=replace(each.delivery, body=bodies[each.delivery.id]))
            for each in found
            if each.delivery.id in claimed
        ]

    def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Note how attempts went, all together."""
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
