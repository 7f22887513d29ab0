import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.core.webhooks.making import URL, end, make_delivery, make_endpoint, take
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.core.access.model import ANONYMOUS, LoginRequired, Permission
from vitascope.core.accounts.model import Role, User
from vitascope.core.webhooks.addresses import AddressPolicy
from vitascope.core.webhooks.keep import (
    EndpointChanges,
    NewEndpoint,
    add_endpoint,
    change_endpoint,
    list_own_endpoints,
    own_endpoint,
    remove_endpoint,
)
from vitascope.core.webhooks.model import Api, Endpoint, Happening, TooManyEndpoints
from vitascope.core.webhooks.queries.deliveries import get_delivery
from vitascope.core.webhooks.sending import find_errands
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)
SECRET = "sixteen letters!"
NEW = NewEndpoint(
    api=Api.AVCAPTION,
    url=URL,
    happenings=["view.threshold", "video.uploaded", "video.uploaded"],
    view_thresholds=[1000, 10, 1000],
)


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def bob(tx: Tx) -> User:
    return make_user(tx, "bob")


def secret_of(tx: Tx, endpoint: Endpoint) -> str | None:
    """What signs the next delivery."""
    make_delivery(tx, endpoint)
    return find_errands(tx, {}, now=NOON)[0].secret


def test_what_was_added_is_kept_in_order_and_once(tx: Tx, ada: User) -> None:
    made, secret = add_endpoint(tx, actor_of(ada), NEW, now=NOON)

    assert list_own_endpoints(tx, actor_of(ada)) == [made]
    assert re.fullmatch("whsec_[0-9a-f]{48}", secret)
    assert made == Endpoint(
        id=made.id,
        uuid=made.uuid,
        user_id=ada.id,
        api=Api.AVCAPTION,
        url=URL,
        happenings=("video.uploaded", "view.threshold"),
        view_thresholds=(10, 1000),
        is_active=True,
        failures=0,
        paused_at=None,
        created_at=NOON,
        updated_at=NOON,
    )


def test_a_secret_of_ones_own_signs(tx: Tx, ada: User) -> None:
    made, secret = add_endpoint(tx, actor_of(ada), replace(NEW, secret=SECRET), now=NOON)

    assert (secret, secret_of(tx, made)) == (SECRET, SECRET)


def test_a_drawn_secret_signs_until_another_is_set(tx: Tx, ada: User) -> None:
    made, drawn = add_endpoint(tx, actor_of(ada), NEW, now=NOON)
    before = secret_of(tx, made)

    change_endpoint(tx, actor_of(ada), made.uuid, EndpointChanges(secret=SECRET), now=LATER)

    assert (before, secret_of(tx, made)) == (drawn, SECRET)


def test_everybody_sees_their_own_only(tx: Tx, ada: User, bob: User) -> None:
    first, second = make_endpoint(tx, ada), make_endpoint(tx, ada, api=Api.VSRC)

    seen = [list_own_endpoints(tx, actor_of(user)) for user in (ada, bob)]

    assert seen == [[first, second], []]
    assert list_own_endpoints(tx, actor_of(ada), Api.VSRC) == [second]


def test_a_change_leaves_the_rest_as_it_is(tx: Tx, ada: User) -> None:
    old = make_endpoint(tx, ada)
    changes = EndpointChanges(
        url="https://other.example",
        happenings=["view.threshold"],
        view_thresholds=[5],
        is_active=False,
    )

    changed = change_endpoint(tx, actor_of(ada), old.uuid, changes, now=LATER)
    untouched = change_endpoint(tx, actor_of(ada), old.uuid, EndpointChanges(), now=LATER)

    assert untouched == changed == own_endpoint(tx, actor_of(ada), old.uuid)
    assert changed == replace(
        old,
        url="https://other.example",
        happenings=("view.threshold",),
        view_thresholds=(5,),
        is_active=False,
        updated_at=LATER,
    )


def test_switching_on_ends_a_pause_and_has_what_waits_tried_at_once(tx: Tx, ada: User) -> None:
    endpoint = make_endpoint(tx, ada)
    delivery, gone = make_delivery(tx, endpoint), make_delivery(tx, endpoint)
    take(tx)
    waiting = end(tx, delivery, 500)
    end(tx, gone, 410)
    paused = own_endpoint(tx, actor_of(ada), endpoint.uuid)

    changes = EndpointChanges(is_active=True)
    resumed = change_endpoint(tx, actor_of(ada), endpoint.uuid, changes, now=NOON)

    assert (paused.failures, paused.paused_at) == (2, NOON)
    assert resumed == replace(endpoint, updated_at=NOON)
    assert waiting.due_at > NOON
    assert get_delivery(tx, delivery.uuid).due_at == NOON


def test_what_was_removed_is_gone_with_what_waited(tx: Tx, ada: User) -> None:
    kept, removed = make_endpoint(tx, ada), make_endpoint(tx, ada)
    delivery = make_delivery(tx, removed)

    remove_endpoint(tx, actor_of(ada), removed.uuid)

    assert list_own_endpoints(tx, actor_of(ada)) == [kept]
    with pytest.raises(NotFound, match="No such delivery"):
        get_delivery(tx, delivery.uuid)


@pytest.mark.parametrize("role", list(Role))
def test_anothers_webhooks_look_as_if_they_did_not_exist(tx: Tx, ada: User, role: Role) -> None:
    made, stranger = make_endpoint(tx, ada), actor_of(make_user(tx, "bob", role))

    with pytest.raises(NotFound, match="No such webhook"):
        own_endpoint(tx, stranger, made.uuid)
    with pytest.raises(NotFound, match="No such webhook"):
        change_endpoint(tx, stranger, made.uuid, EndpointChanges(), now=LATER)
    with pytest.raises(NotFound, match="No such webhook"):
        remove_endpoint(tx, stranger, made.uuid)

    assert list_own_endpoints(tx, actor_of(ada)) == [made]


def test_only_those_who_may_write_change_anything(tx: Tx, ada: User) -> None:
    made = make_endpoint(tx, ada)
    reader = replace(actor_of(ada), permissions=frozenset({Permission.READ}))

    for actor in (reader, ANONYMOUS):
        with pytest.raises(Forbidden):
            add_endpoint(tx, actor, NEW, now=NOON)
        with pytest.raises(Forbidden):
            change_endpoint(tx, actor, made.uuid, EndpointChanges(), now=NOON)
        with pytest.raises(Forbidden):
            remove_endpoint(tx, actor, made.uuid)

    assert list_own_endpoints(tx, reader) == [made]
    with pytest.raises(LoginRequired):
        list_own_endpoints(tx, ANONYMOUS)


def test_nobody_has_more_than_twenty(tx: Tx, ada: User, bob: User) -> None:
    for _ in range(20):
        make_endpoint(tx, ada)

    with pytest.raises(TooManyEndpoints) as raised:
        make_endpoint(tx, ada)

    assert raised.value.message == "Limit reached: 20 of 20 webhooks"
    assert make_endpoint(tx, bob).user_id == bob.id


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"url": "http://hooks.example"}, "url", "The address begins with https://"),
        ({"happenings": []}, "happenings", "Choose at least one event"),
        (
            {"happenings": ["video.eaten"]},
            "happenings",
            "There is no event called video.eaten",
        ),
        (
            {"happenings": ["webhook.test"]},
            "happenings",
            "There is no event called webhook.test",
        ),
        (
            {"view_thresholds": range(1, 22)},
            "view_thresholds",
            "At most 20 numbers of views",
        ),
        (
            {"view_thresholds": [0]},
            "view_thresholds",
            "Numbers of views from 1 to 2147483648",
        ),
        (
            {"view_thresholds": [2**31 + 1]},
            "view_thresholds",
            "Numbers of views from 1 to 2147483648",
        ),
        (
            {"happenings": ["view.threshold"], "view_thresholds": []},
            "view_thresholds",
            "Say after how many views",
        ),
        (
            {"secret": "fifteen letters"},
            "secret",
            "A secret has 16 to 255 characters that can be seen",
        ),
        (
            {"secret": "a" * 256},
            "secret",
            "A secret has 16 to 255 characters that can be seen",
        ),
        (
            {"secret": "a tab\tis not seen by anybody"},
            "secret",
            "A secret has 16 to 255 characters that can be seen",
        ),
    ],
)
def test_what_breaks_a_rule_is_neither_added_nor_changed(
    tx: Tx, ada: User, values: dict[str, Any], field: str, words: str
) -> None:
    old = make_endpoint(tx, ada)

    with pytest.raises(Invalid) as added:
        add_endpoint(tx, actor_of(ada), replace(NEW, **values), now=NOON)
    with pytest.raises(Invalid) as changed:
        change_endpoint(tx, actor_of(ada), old.uuid, EndpointChanges(**values), now=LATER)

    for raised in (added, changed):
        assert (raised.value.field, raised.value.message) == (field, words)
    assert list_own_endpoints(tx, actor_of(ada)) == [old]


@pytest.mark.parametrize(
    ("kept", "change"),
    [
        ({"happenings": ["video.failed"]}, {"happenings": ["view.threshold"]}),
        (
            {"happenings": ["view.threshold"], "view_thresholds": [5]},
            {"view_thresholds": []},
        ),
    ],
)
def test_no_half_of_a_change_leaves_views_without_a_number(
    tx: Tx, ada: User, kept: dict[str, Any], change: dict[str, Any]
) -> None:
    old = make_endpoint(tx, ada, **kept)

    with pytest.raises(Invalid) as raised:
        change_endpoint(tx, actor_of(ada), old.uuid, EndpointChanges(**change), now=LATER)

    assert (raised.value.field, raised.value.message) == (
        "view_thresholds",
        "Say after how many views",
    )
    assert own_endpoint(tx, actor_of(ada), old.uuid) == old


def test_numbers_of_views_wait_until_they_are_wanted(tx: Tx, ada: User) -> None:
    old = make_endpoint(tx, ada, view_thresholds=[5])

    changes = EndpointChanges(happenings=["view.threshold"])
    changed = change_endpoint(tx, actor_of(ada), old.uuid, changes, now=NOON)

    assert old.view_thresholds == (5,)
    assert changed == replace(old, happenings=("view.threshold",))


@pytest.mark.parametrize(
    ("api", "told"),
    [
        (
            Api.AVCAPTION,
            [
                "video.uploaded",
                "video.encoded",
                "video.failed",
                "view.threshold",
                "subtitle.translated",
            ],
        ),
        (Api.VSRC, ["video.uploaded", "video.encoded", "video.failed"]),
    ],
)
def test_an_api_tells_of_what_it_has_words_for(
    tx: Tx, ada: User, api: Api, told: Sequence[str]
) -> None:
    made = make_endpoint(tx, ada, api=api, happenings=told, view_thresholds=[1])

    assert made.happenings == tuple(told)
    for word in {*Happening} - {*told}:
        with pytest.raises(Invalid, match=f"no event called {word}"):
            make_endpoint(tx, ada, api=api, happenings=[word])


def test_the_operator_may_allow_addresses_without_tls(tx: Tx, ada: User) -> None:
    policy, new = AddressPolicy(allows_http=True), replace(NEW, url="http://hooks.example/")

    made, _ = add_endpoint(tx, actor_of(ada), new, policy=policy, now=NOON)
    changes = EndpointChanges(url="http://other.example/")
    changed = change_endpoint(tx, actor_of(ada), made.uuid, changes, policy=policy, now=NOON)

    assert changed == replace(made, url="http://other.example/")
