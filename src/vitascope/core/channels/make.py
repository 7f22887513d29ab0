"""Making channels."""

from dataclasses import dataclass
from datetime import datetime

from vitascope.base.errors import Forbidden, Invalid
from vitascope.base.ids import AccountId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.names import (
    check_description,
    check_display_name,
    check_handle,
)
from vitascope.core.accounts.queries import take_name
from vitascope.core.channels.model import Channel
from vitascope.core.channels.queries import get_channel, insert_channel
from vitascope.db import Tx

_SHORTEST_SUPPORT, _LONGEST_SUPPORT = 3, 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChannel:
    """What a new channel is made from."""

    name: str
    display_name: str
    description: str | None = None
    support: str | None = None


def make_channel(tx: Tx, actor: Actor, wanted: NewChannel, *, now: datetime) -> Channel:
    """Add a channel of the actor's.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may not do it.
        Invalid: a name or text breaks a rule.
        Conflict: the name is taken by an account or a channel.
    """
    account_id = channel_owner(actor)
    check_handle("name", wanted.name)
    check_display_name("display_name", wanted.display_name)
    check_description(wanted.description)
    support = wanted.support
    if support is not None and not _SHORTEST_SUPPORT <= len(support) <= _LONGEST_SUPPORT:
        raise Invalid("support", f"A text has 3 to {_LONGEST_SUPPORT} characters")
    take_name(tx, wanted.name)
    channel_id = insert_channel(
        tx,
        account_id=account_id,
        name=wanted.name,
        display_name=wanted.display_name,
        description=wanted.description,
        support=support,
        now=now,
    )
    return get_channel(tx, channel_id)


def channel_owner(actor: Actor) -> AccountId:
    """Whose channels the actor makes.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may not do it.
    """
    actor.known_user()
    actor.check_writes()
    if actor.account_id is None:
        raise Forbidden("This credential has no channels")
    return actor.account_id
