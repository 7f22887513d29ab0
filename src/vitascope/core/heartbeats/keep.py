"""Heartbeats, as their owners keep them."""

import re
from datetime import datetime
from urllib.parse import urlsplit

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import AccountId, HeartbeatId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.queries import get_account, get_user
from vitascope.core.heartbeats.model import (
    Heartbeat,
    HeartbeatsDisabled,
    NewHeartbeat,
    TooManyHeartbeats,
)
from vitascope.core.heartbeats.queries import (
    count_heartbeats,
    delete_heartbeat,
    get_heartbeat,
    insert_heartbeat,
    list_heartbeats,
    update_heartbeat,
)
from vitascope.db import Tx

LONGEST_NAME, SHORTEST_URL, LONGEST_URL, LONGEST_WORD, MOST_PER_MINUTE = 120, 4, 255, 50, 60
_WORD = re.compile(r"[A-Za-z]{1,50}")
# Browsers refuse to post to an address with a password, and the part before the path goes into
# the policy of pages.
_URL = re.compile(r"https?://[a-z0-9.:\[\]_-]+([/?#][!-~]*)?", re.IGNORECASE)


def list_own_heartbeats(tx: Tx, actor: Actor) -> list[Heartbeat]:
    """The actor's, oldest first. Raises LoginRequired when nobody known is calling."""
    return list_heartbeats(tx, actor.known_user())


def list_beating(tx: Tx, account_id: AccountId) -> list[Heartbeat]:
    """What players of an account's videos send; nothing once its user may have none."""
    user_id = get_account(tx, account_id).user_id
    if not get_user(tx, user_id).allowances.webhooks_enabled:
        return []
    return list_heartbeats(tx, user_id)


def add_heartbeat(tx: Tx, actor: Actor, new: NewHeartbeat, *, now: datetime) -> Heartbeat:
    """Give the actor one more.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        HeartbeatsDisabled: the actor may have none.
        TooManyHeartbeats: the actor has as many as allowed.
        Invalid: a value breaks a rule.
    """
    actor.check_writes()
    user_id = actor.known_user()
    check_heartbeat(new)
    allowed = get_user(tx, user_id).allowances
    if not allowed.webhooks_enabled:
        raise HeartbeatsDisabled("You may not have any heartbeats")
    if (used := count_heartbeats(tx, user_id)) >= allowed.max_webhooks:
        raise TooManyHeartbeats(used, allowed.max_webhooks)
    return get_heartbeat(tx, insert_heartbeat(tx, user_id, new, now=now))


def change_heartbeat(
    tx: Tx, actor: Actor, heartbeat_id: HeartbeatId, new: NewHeartbeat, *, now: datetime
) -> Heartbeat:
    """Replace what a heartbeat of the actor's says.

    Raises:
        NotFound: no such heartbeat, or not the actor's.
        LoginRequired, Forbidden, HeartbeatsDisabled, Invalid: as :func:`add_heartbeat`.
    """
    _check_is_own(tx, actor, heartbeat_id)
    check_heartbeat(new)
    if not get_user(tx, actor.known_user()).allowances.webhooks_enabled:
        raise HeartbeatsDisabled("You may not have any heartbeats")
    update_heartbeat(tx, heartbeat_id, new, now=now)
    return get_heartbeat(tx, heartbeat_id)


def remove_heartbeat(tx: Tx, actor: Actor, heartbeat_id: HeartbeatId) -> None:
    """Take a heartbeat of the actor's away.

    Raises:
        NotFound: no such heartbeat, or not the actor's.
        LoginRequired, Forbidden: as :func:`add_heartbeat`.
    """
    _check_is_own(tx, actor, heartbeat_id)
    delete_heartbeat(tx, heartbeat_id)


def check_heartbeat(new: NewHeartbeat) -> None:
    """Raises Invalid when a value breaks a rule; its ``field`` names it."""
    if not 1 <= len(new.name) <= LONGEST_NAME:
        raise Invalid("name", f"A name has 1 to {LONGEST_NAME} characters")
    if not SHORTEST_URL <= len(new.url) <= LONGEST_URL or not is_target(new.url):
        raise Invalid("url", "The address is an http or https URL of at most 255 characters")
    if not 1 <= new.per_minute <= MOST_PER_MINUTE:
        raise Invalid("per_minute", f"1 to {MOST_PER_MINUTE} requests a minute")
    for field in ("query_name", "field_name"):
        if not is_word(getattr(new, field)):
            raise Invalid(field, f"1 to {LONGEST_WORD} letters of English")


def is_word(text: str) -> bool:
    """Whether ``text`` may be the name of a field."""
    return _WORD.fullmatch(text) is not None


def is_target(url: str) -> bool:
    """Whether browsers may be told to post to ``url``."""
    if not _URL.fullmatch(url):
        return False
    try:
        address = urlsplit(url)
        return bool(address.hostname) and address.port != 0
    except ValueError:
        return False


def _check_is_own(tx: Tx, actor: Actor, heartbeat_id: HeartbeatId) -> None:
    actor.check_writes()
    if get_heartbeat(tx, heartbeat_id).user_id != actor.known_user():
        raise NotFound("heartbeat", heartbeat_id)
