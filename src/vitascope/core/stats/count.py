"""Adding up what went through."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from vitascope.base.ids import AccountId, VideoId
from vitascope.core.stats.model import GRAINS_OF, Key, Meter, Scope
from vitascope.core.stats.queries.adding import add_sums, number_hosts
from vitascope.db import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """``amount`` more for an account, in bytes or whole seconds as the meter counts; for one
    of its videos, a rendition of that, or a host that it imports from as well where named.

    ``is_late`` is for what the account's sums have already, counted before anybody knew which
    video it would be.
    """

    meter: Meter
    account_id: AccountId
    amount: int
    video_id: VideoId | None = None
    rendition_id: int | None = None
    host: str | None = None
    is_late: bool = False


def write_counts(tx: Tx, counts: Sequence[Count], *, now: datetime) -> None:
    """Add ``counts`` to every sum they belong to. All happened now.

    Call it once in a transaction, and last: on PostgreSQL others wait for the sums until it
    ends.
    """
    hosts = number_hosts(tx, {each.host for each in counts if each.host is not None})
    amounts: dict[Key, int] = {}
    for count in counts:
        for key in _keys(count, hosts):
            amounts[key] = amounts.get(key, 0) + count.amount
    now_s = int(now.timestamp())
    sums = {
        (*key, grain_s, now_s - now_s % grain_s): amount
        for key, amount in amounts.items()
        for grain_s in GRAINS_OF[key[1]]
        if amount
    }
    add_sums(tx, sums)


def _keys(count: Count, hosts: Mapping[str, int]) -> Iterator[Key]:
    meter, account_id, video_id = count.meter, count.account_id, count.video_id
    if not count.is_late:
        yield (meter, Scope.ALL, 0, 0)
        yield (meter, Scope.ACCOUNT, account_id, 0)
    if video_id is not None:
        yield (meter, Scope.VIDEO, video_id, account_id)
        if count.rendition_id is not None:
            yield (meter, Scope.RENDITION, video_id, count.rendition_id)
    if count.host is not None:
        yield (meter, Scope.HOST, hosts[count.host], account_id)
