from collections import Counter
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import SECRET
from tests.core.webhooks.making import end, make_delivery, make_endpoint, take
from tests.factories import NOON, actor_of, make_user

from vitascope.core.accounts.model import User
from vitascope.core.webhooks.keep import EndpointChanges, change_endpoint
from vitascope.core.webhooks.log import send_test
from vitascope.core.webhooks.model import Delivery, DeliveryState, Endpoint
from vitascope.core.webhooks.queries.deliveries import get_delivery
from vitascope.core.webhooks.queries.endpoints import save_health
from vitascope.core.webhooks.sending import LEASE, claim, find_errands, release
from vitascope.db import Database, Tx

MUCH_LATER = NOON + timedelta(hours=20)
LANES = [UUID(int=n) for n in range(3)]


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def endpoints(tx: Tx, ada: User) -> list[Endpoint]:
    return [make_endpoint(tx, ada) for _ in range(2)]


def ids(deliveries: list[Delivery]) -> list[int]:
    return [each.id for each in deliveries]


def test_of_each_video_only_the_first_that_waits_is_sent(tx: Tx, ada: User) -> None:
    endpoint, one, other = make_endpoint(tx, ada), uuid4(), uuid4()
    first = make_delivery(tx, endpoint, one)
    make_delivery(tx, endpoint, one)
    beside = make_delivery(tx, endpoint, other)

    taken = take(tx)

    assert ids(taken) == [first.id, beside.id]
    assert take(tx) == []


def test_the_next_of_a_video_goes_once_the_one_before_has_ended(tx: Tx, ada: User) -> None:
    endpoint, lane = make_endpoint(tx, ada), uuid4()
    first, second, third = [make_delivery(tx, endpoint, lane) for _ in range(3)]

    take(tx)
    end(tx, first, 200)
    after_success = take(tx)
    end(tx, second, 410)
    change_endpoint(tx, actor_of(ada), endpoint.uuid, EndpointChanges(is_active=True), now=NOON)
    after_failure = take(tx)

    assert (ids(after_success), ids(after_failure)) == ([second.id], [third.id])


def test_what_failed_holds_up_its_video_until_it_is_tried_again(tx: Tx, ada: User) -> None:
    endpoint, lane = make_endpoint(tx, ada), uuid4()
    first = make_delivery(tx, endpoint, lane)
    make_delivery(tx, endpoint, lane)
    beside = make_delivery(tx, endpoint)

    take(tx)
    waiting = end(tx, first, 500)
    before, since = waiting.due_at - timedelta(microseconds=1), waiting.due_at
    release(tx)

    assert ids(take(tx, now=before)) == [beside.id]
    assert ids(take(tx, now=since)) == [first.id]


def test_the_same_video_waits_for_each_endpoint_by_itself(tx: Tx, ada: User) -> None:
    lane, endpoints = uuid4(), [make_endpoint(tx, ada) for _ in range(2)]
    one, other = [make_delivery(tx, endpoint, lane) for endpoint in endpoints]

    taken = take(tx)
    end(tx, one, 500)

    assert ids(taken) == [one.id, other.id]


def test_an_endpoint_has_four_places_and_none_of_the_others(tx: Tx, ada: User) -> None:
    large, small = make_endpoint(tx, ada), make_endpoint(tx, ada)
    many = [make_delivery(tx, large) for _ in range(6)]
    few = [make_delivery(tx, small) for _ in range(2)]

    taken = take(tx)

    expected = [many[0], few[0], many[1], few[1], many[2], many[3]]
    assert ids(taken) == ids(expected)


def test_what_is_under_way_takes_places(tx: Tx, ada: User) -> None:
    bob = make_user(tx, "bob")
    full, busy, idle = [make_endpoint(tx, user) for user in (ada, bob, bob)]
    for endpoint in (full, busy, idle):
        for _ in range(5):
            make_delivery(tx, endpoint)

    found = find_errands(tx, {full.id: 4, busy.id: 3}, now=NOON)

    counts = [
        sum(each.endpoint.id == endpoint.id for each in found)
        for endpoint in (full, busy, idle)
    ]
    assert counts == [0, 1, 4]


def test_no_more_than_64_are_under_way_and_all_users_get_theirs(tx: Tx) -> None:
    users = [make_user(tx, f"user{number}") for number in range(9)]
    endpoints = [make_endpoint(tx, user) for user in users for _ in range(4)]
    for endpoint in endpoints * 3:
        make_delivery(tx, endpoint)

    found = find_errands(tx, {endpoints[0].id: 2}, now=NOON)

    told = Counter(each.endpoint.user_id for each in found)
    told[users[0].id] += 2
    assert sorted(told.values()) == [7] * 8 + [8]


def test_a_user_has_eight_places_however_many_endpoints_and_leaves_the_rest(tx: Tx) -> None:
    greedy, modest = make_user(tx, "greedy"), make_user(tx, "modest")
    for endpoint in [make_endpoint(tx, greedy) for _ in range(20)] * 2:
        make_delivery(tx, endpoint)
    small = make_endpoint(tx, modest)
    few = [make_delivery(tx, small) for _ in range(2)]

    first = find_errands(tx, {}, now=NOON)
    busy = Counter(each.endpoint.id for each in first if each.endpoint.id != small.id)
    later = find_errands(tx, busy, now=NOON)

    assert Counter(each.endpoint.user_id for each in first) == {greedy.id: 8, modest.id: 2}
    assert max(busy.values()) == 1
    assert ids([each.delivery for each in later]) == ids(few)


def test_who_has_least_under_way_comes_first(tx: Tx, ada: User) -> None:
    bob = make_user(tx, "bob")
    busy, idle, bobs = [make_endpoint(tx, user) for user in (ada, ada, bob)]
    of_busy, of_idle, of_bobs = [make_delivery(tx, each) for each in (busy, idle, bobs)]

    found = find_errands(tx, {busy.id: 2}, now=NOON)

    assert ids([each.delivery for each in found]) == ids([of_bobs, of_idle, of_busy])


def test_an_endpoint_that_is_slow_has_one_place(tx: Tx, ada: User) -> None:
    slow, quick = make_endpoint(tx, ada), make_endpoint(tx, ada)
    for endpoint in [slow, quick] * 5:
        make_delivery(tx, endpoint)

    idle = find_errands(tx, {}, slow={slow.id}, now=NOON)
    busy = find_errands(tx, {slow.id: 1}, slow={slow.id}, now=NOON)

    assert Counter(each.endpoint.id for each in idle) == {slow.id: 1, quick.id: 4}
    assert Counter(each.endpoint.id for each in busy) == {quick.id: 4}


def test_an_endpoint_where_all_fails_has_one_place(tx: Tx, ada: User) -> None:
    endpoint = make_endpoint(tx, ada)
    deliveries = [make_delivery(tx, endpoint) for _ in range(3)]
    save_health(tx, endpoint.id, failures=10, paused_at=None)

    assert ids(take(tx)) == [deliveries[0].id]
    assert find_errands(tx, {endpoint.id: 1}, now=NOON) == []


@pytest.mark.parametrize("is_paused", [True, False])
def test_what_waits_for_an_endpoint_that_rests_stays(
    tx: Tx, ada: User, is_paused: bool
) -> None:
    endpoint, actor = make_endpoint(tx, ada), actor_of(ada)
    delivery = make_delivery(tx, endpoint)
    if is_paused:
        save_health(tx, endpoint.id, failures=50, paused_at=NOON)
    else:
        off = EndpointChanges(is_active=False)
        change_endpoint(tx, actor, endpoint.uuid, off, now=NOON)

    resting = take(tx, now=MUCH_LATER)
    change_endpoint(tx, actor, endpoint.uuid, EndpointChanges(is_active=True), now=NOON)

    assert resting == []
    assert ids(take(tx)) == [delivery.id]


def test_a_test_goes_to_an_endpoint_that_is_full_of_nothing_only(tx: Tx, ada: User) -> None:
    endpoint = make_endpoint(tx, ada)
    save_health(tx, endpoint.id, failures=50, paused_at=NOON)
    first = send_test(tx, actor_of(ada), endpoint.uuid, now=NOON)
    send_test(tx, actor_of(ada), endpoint.uuid, now=NOON)

    assert find_errands(tx, {endpoint.id: 4}, now=NOON) == []
    assert ids(take(tx)) == [first.id]


def test_nobody_takes_what_somebody_has_claimed_until_the_claim_runs_out(
    tx: Tx, ada: User
) -> None:
    delivery = make_delivery(tx, make_endpoint(tx, ada))
    found = find_errands(tx, {}, now=NOON)

    first = claim(tx, "one", {delivery.id: "a body"}, now=NOON)
    # It had looked before the first claimed.
    second = claim(tx, "other", {found[0].delivery.id: "another"}, now=NOON)
    held = find_errands(tx, {}, now=NOON + LEASE - timedelta(seconds=1))
    third = claim(tx, "other", {delivery.id: "a body"}, now=NOON + LEASE)

    assert (first, second, held, third) == ({delivery.id}, set(), [], {delivery.id})
    assert get_delivery(tx, delivery.uuid).body == "a body"


def test_released_claims_are_to_be_had_at_once(tx: Tx, ada: User) -> None:
    endpoint = make_endpoint(tx, ada)
    one, other = make_delivery(tx, endpoint), make_delivery(tx, endpoint)
    claim(tx, "one", {one.id: ""}, now=NOON)
    claim(tx, "other", {other.id: ""}, now=NOON)

    released = release(tx, "one")
    after_one = ids([each.delivery for each in find_errands(tx, {}, now=NOON)])
    all_others = release(tx)

    assert (released, after_one, all_others) == (1, [one.id], 1)
    assert ids(take(tx)) == [one.id, other.id]


def test_an_errand_has_the_secret_unless_the_servers_own_was_changed(db: Database) -> None:
    with db.begin() as tx:
        make_delivery(tx, make_endpoint(tx, make_user(tx), secret="a secret of ours"))
    url = db.url.render_as_string(hide_password=False)
    same, other = Database(url, secret=SECRET), Database(url, secret=b"another")

    read = []
    for opened in (same, other):
        with opened.read() as tx:
            read.append([each.secret for each in find_errands(tx, {}, now=NOON)])
        opened.close()

    assert read == [["a secret of ours"], [None]]


@given(data=st.data())
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_fails_every_video_is_told_of_in_order(
    tx: Tx, endpoints: list[Endpoint], data: st.DataObject
) -> None:
    """Deliveries are taken, end well or badly or never, and claims are lost in between."""
    told: dict[tuple[int, UUID], list[int]] = {}
    now = NOON
    with tx.begin_nested() as undone:
        for lane in data.draw(st.lists(st.sampled_from(LANES), min_size=1, max_size=8)):
            make_delivery(tx, data.draw(st.sampled_from(endpoints)), lane)

        while taken := take(tx, now=now):
            for delivery in data.draw(st.permutations(taken)):
                status = data.draw(st.sampled_from([200, 200, 500, None]))
                ended = delivery if status is None else end(tx, delivery, status, now=now)
                if ended.state is not DeliveryState.WAITING:
                    told.setdefault((ended.endpoint_id, ended.lane), []).append(ended.id)
            now = now + timedelta(hours=20)

        undone.rollback()
    assert [order for order in told.values() if order != sorted(order)] == []
