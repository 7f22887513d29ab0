"""How many deliveries may be under way at once, and whose turn it is."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from heapq import heapify, heappop, heappush

from vitascope.base.ids import DeliveryId, EndpointId, UserId
from vitascope.core.webhooks.model import Endpoint

AT_ONCE = 64
AT_ONCE_USER = 8
AT_ONCE_EACH = 4
# One that does not answer keeps its places for the whole time that it is given.
AT_ONCE_TROUBLED = 1
TROUBLED = 10


class Places:
    """What is under way to ``known`` endpoints, of which ``slow`` are those that took long to
    answer last.
    """

    def __init__(
        self,
        known: Collection[Endpoint],
        busy: Mapping[EndpointId, int],
        slow: Collection[EndpointId],
    ) -> None:
        self._slow = slow
        self._of_endpoint = Counter(busy)
        self._of_user = Counter[UserId]()
        for endpoint in known:
            self._of_user[endpoint.user_id] += self._of_endpoint[endpoint.id]
        self.full = [each.id for each in known if not self._has_room(each)]
        self.full_users = [
            user for user, count in self._of_user.items() if count >= AT_ONCE_USER
        ]

    def choose(
        self,
        heads: Sequence[tuple[DeliveryId, EndpointId]],
        endpoints: Mapping[EndpointId, Endpoint],
    ) -> list[DeliveryId]:
        """Give away what is free: to the user who has fewest under way, there to the endpoint
        with fewest, there to what waits longest.
        """
        queue = [(*self._standing(endpoints[of]), head, of) for head, of in heads]
        heapify(queue)
        chosen: list[DeliveryId] = []
        while queue and self._of_endpoint.total() < AT_ONCE:
            *standing, head, of = heappop(queue)
            endpoint = endpoints[of]
            if (current := self._standing(endpoint)) != tuple(standing):
                heappush(queue, (*current, head, of))
            elif self._has_room(endpoint):
                self._of_endpoint[of] += 1
                self._of_user[endpoint.user_id] += 1
                chosen.append(head)
        return chosen

    def _standing(self, endpoint: Endpoint) -> tuple[int, int]:
        return self._of_user[endpoint.user_id], self._of_endpoint[endpoint.id]

    def _has_room(self, endpoint: Endpoint) -> bool:
        of_user, of_endpoint = self._standing(endpoint)
        is_troubled = endpoint.failures >= TROUBLED or endpoint.id in self._slow
        most = AT_ONCE_TROUBLED if is_troubled else AT_ONCE_EACH
        return of_user < AT_ONCE_USER and of_endpoint < most
