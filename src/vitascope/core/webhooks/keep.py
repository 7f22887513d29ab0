"""Webhooks, as their owners keep them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from msgspec import UNSET, UnsetType

from vitascope.base.errors import Invalid, NotFound
from vitascope.core.access.features import check_feature
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Feature
from vitascope.core.webhooks.addresses import AddressPolicy, check_address
from vitascope.core.webhooks.bell import ring
from vitascope.core.webhooks.model import TOLD, Api, Endpoint, Happening, TooManyEndpoints
from vitascope.core.webhooks.queries.deliveries import make_due
from vitascope.core.webhooks.queries.endpoints import (
    count_endpoints,
    delete_endpoint,
    get_endpoint,
    insert_endpoint,
    list_endpoints,
    update_endpoint,
)
from vitascope.db import Tx, after_commit, sealer_of

MOST_ENDPOINTS = 20
MOST_THRESHOLDS = 20
HIGHEST_THRESHOLD = 2**31
SHORTEST_SECRET, LONGEST_SECRET = 16, 255

_PUBLIC = AddressPolicy()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEndpoint:
    """``happenings`` are words of :class:`Happening`; without a ``secret`` one is drawn.

    To hear of views takes at least one of ``view_thresholds``. Without that wish they are kept
    and do nothing.
    """

    api: Api
    url: str
    happenings: Sequence[str]
    view_thresholds: Sequence[int] = ()
    is_active: bool = True
    secret: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointChanges:
    """UNSET leaves a value as it is."""

    url: str | UnsetType = UNSET
    happenings: Sequence[str] | UnsetType = UNSET
    view_thresholds: Sequence[int] | UnsetType = UNSET
    is_active: bool | UnsetType = UNSET
    secret: str | UnsetType = field(default=UNSET, repr=False)


def add_endpoint(
    tx: Tx,
    actor: Actor,
    new: NewEndpoint,
    *,
    policy: AddressPolicy = _PUBLIC,
    now: datetime,
) -> tuple[Endpoint, str]:
    """Tell the actor at one more address. The text is the secret that signs what is sent;
    nobody can read it again.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        FeatureWithheld: the actor may have none.
        TooManyEndpoints: the actor has as many as anybody may have.
        Invalid: a value breaks a rule; ``field`` names it.
    """
    actor.check_writes()
    user_id = actor.known_user()
    check_feature(tx, actor, Feature.WEBHOOKS)
    check_address(new.url, policy)
    secret = draw_secret() if new.secret is None else _checked_secret(new.secret)
    values = {
        "user_id": user_id,
        "api": new.api,
        "url": new.url,
        **_told(new.api, new.happenings, new.view_thresholds),
        "is_active": new.is_active,
        "sealed_secret": sealer_of(tx).seal(secret),
    }
    if (used := count_endpoints(tx, user_id)) >= MOST_ENDPOINTS:
        raise TooManyEndpoints(used, MOST_ENDPOINTS)
    return get_endpoint(tx, insert_endpoint(tx, now, **values)), secret


def change_endpoint(
    tx: Tx,
    actor: Actor,
    endpoint_uuid: UUID,
    changes: EndpointChanges,
    *,
    policy: AddressPolicy = _PUBLIC,
    now: datetime,
) -> Endpoint:
    """Change a webhook of the actor's; together with what stays it follows the same rules as a
    new one. Setting it active ends a pause, and has everything that waits tried at once.

    Raises:
        NotFound: no such webhook, or not the actor's.
        LoginRequired, Forbidden, FeatureWithheld, Invalid: as :func:`add_endpoint`.
    """
    actor.check_writes()
    endpoint = own_endpoint(tx, actor, endpoint_uuid)
    check_feature(tx, actor, Feature.WEBHOOKS)
    update_endpoint(tx, endpoint.id, now, **_columns(tx, endpoint, changes, policy))
    if changes.is_active is True:
        make_due(tx, endpoint.id, now=now)
        after_commit(tx, ring)
    return get_endpoint(tx, endpoint_uuid)


def remove_endpoint(tx: Tx, actor: Actor, endpoint_uuid: UUID) -> None:
    """Take a webhook of the actor's away, with everything that was told there or waits.

    Raises:
        NotFound: no such webhook, or not the actor's.
        LoginRequired, Forbidden: as :func:`add_endpoint`.
    """
    actor.check_writes()
    delete_endpoint(tx, own_endpoint(tx, actor, endpoint_uuid).id)


def own_endpoint(tx: Tx, actor: Actor, endpoint_uuid: UUID) -> Endpoint:
    """A webhook of the actor's.

    Raises:
        NotFound: no such webhook, or not the actor's.
        LoginRequired: nobody known is calling.
    """
    user_id = actor.known_user()
    endpoint = get_endpoint(tx, endpoint_uuid)
    if endpoint.user_id != user_id:
        raise NotFound("webhook", endpoint_uuid)
    return endpoint


def list_own_endpoints(tx: Tx, actor: Actor, api: Api | None = None) -> list[Endpoint]:
    """The actor's, oldest first; those of one API, or all.

    Raises:
        LoginRequired: nobody known is calling.
    """
    mine = list_endpoints(tx, actor.known_user())
    return [endpoint for endpoint in mine if api in (None, endpoint.api)]


def draw_secret() -> str:
    """A secret that nobody guesses; its beginning tells those who find it what it is."""
    return f"whsec_{secrets.token_hex(24)}"


def _columns(
    tx: Tx, endpoint: Endpoint, changes: EndpointChanges, policy: AddressPolicy
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if changes.url is not UNSET:
        check_address(changes.url, policy)
        values["url"] = changes.url
    happenings, thresholds = changes.happenings, changes.view_thresholds
    if happenings is not UNSET or thresholds is not UNSET:
        values |= _told(
            endpoint.api,
            endpoint.happenings if happenings is UNSET else happenings,
            endpoint.view_thresholds if thresholds is UNSET else thresholds,
        )
    if changes.is_active is not UNSET:
        values["is_active"] = changes.is_active
    if changes.is_active is True:
        values |= {"failures": 0, "paused_at": None}
    if changes.secret is not UNSET:
        values["sealed_secret"] = sealer_of(tx).seal(_checked_secret(changes.secret))
    return values


def _told(api: Api, happenings: Sequence[str], thresholds: Sequence[int]) -> dict[str, Any]:
    """The columns that say what is told. They are written together, since they are checked
    together.
    """
    checked = _checked_happenings(api, happenings)
    if Happening.VIEW_THRESHOLD in checked and not thresholds:
        raise Invalid("view_thresholds", "Say after how many views")
    return {"happenings": checked, "view_thresholds": _checked_thresholds(thresholds)}


def _checked_happenings(api: Api, given: Sequence[str]) -> tuple[str, ...]:
    """Each once, in the order of :class:`Happening`."""
    known = [each.value for each in Happening if each in TOLD[api]]
    if not given:
        raise Invalid("happenings", "Choose at least one event")
    for word in given:
        if word not in known:
            raise Invalid("happenings", f"There is no event called {word}")
    return tuple(word for word in known if word in given)


def _checked_thresholds(given: Sequence[int]) -> list[int]:
    if len(given) > MOST_THRESHOLDS:
        raise Invalid("view_thresholds", f"At most {MOST_THRESHOLDS} numbers of views")
    if not all(1 <= each <= HIGHEST_THRESHOLD for each in given):
        raise Invalid("view_thresholds", f"Numbers of views from 1 to {HIGHEST_THRESHOLD}")
    return sorted(set(given))


def _checked_secret(given: str) -> str:
    if not (SHORTEST_SECRET <= len(given) <= LONGEST_SECRET and given.isprintable()):
        raise Invalid(
            "secret",
            f"A secret has {SHORTEST_SECRET} to {LONGEST_SECRET} characters that can be seen",
        )
    return given
