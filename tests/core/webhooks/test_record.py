from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.core.webhooks.making import make_endpoint
from tests.factories import NOON, actor_of, make_rendition, make_user, make_video

from vitascope.core.accounts.model import Allowances, Feature, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.videos import telling
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.webhooks import bell
from vitascope.core.webhooks.keep import EndpointChanges, change_endpoint
from vitascope.core.webhooks.log import list_own_deliveries
from vitascope.core.webhooks.model import Delivery, DeliveryState, Endpoint, Happening
from vitascope.core.webhooks.queries.endpoints import save_health
from vitascope.core.webhooks.record import record, record_views
from vitascope.db import Database, Tx

LANE = UUID(int=7)
EVERYTHING = [
    "video.uploaded",
    "video.encoded",
    "video.failed",
    "view.threshold",
    "subtitle.translated",
]


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


def told(tx: Tx, user: User, endpoint: Endpoint) -> list[Delivery]:
    """Oldest first."""
    found = list_own_deliveries(tx, actor_of(user), endpoint.uuid, start=0, count=100)
    return [*reversed(found.items)]


def happened(tx: Tx, user: User, endpoint: Endpoint) -> list[tuple[str, dict[str, Any]]]:
    return [(each.happening.value, each.details) for each in told(tx, user, endpoint)]


def note(tx: Tx, user: User, happening: Happening = Happening.VIDEO_FAILED) -> None:
    record(tx, user.account.id, happening, LANE, {"reason": "No"}, now=NOON)


def test_whoever_listens_is_told_in_their_own_right(tx: Tx, ada: User) -> None:
    listening = [
        make_endpoint(tx, ada, happenings=EVERYTHING, view_thresholds=[5]) for _ in range(2)
    ]
    other = make_endpoint(tx, ada, happenings=["video.encoded"])
    bob = make_user(tx, "bob")
    bobs = make_endpoint(tx, bob, happenings=EVERYTHING, view_thresholds=[5])

    note(tx, ada)

    for endpoint in listening:
        (delivery,) = told(tx, ada, endpoint)
        assert delivery == Delivery(
            id=delivery.id,
            uuid=delivery.uuid,
            endpoint_id=endpoint.id,
            lane=LANE,
            happening=Happening.VIDEO_FAILED,
            details={"reason": "No"},
            state=DeliveryState.WAITING,
            attempts=0,
            due_at=NOON,
            body=None,
            repeats=None,
            created_at=NOON,
            ended_at=None,
        )
    assert told(tx, ada, other) == told(tx, bob, bobs) == []


def test_an_endpoint_that_is_off_misses_what_happens_and_a_paused_one_does_not(
    tx: Tx, ada: User
) -> None:
    off, paused = [
        make_endpoint(tx, ada, happenings=EVERYTHING, view_thresholds=[5]) for _ in range(2)
    ]
    change_endpoint(tx, actor_of(ada), off.uuid, EndpointChanges(is_active=False), now=NOON)
    save_health(tx, paused.id, failures=50, paused_at=NOON)

    note(tx, ada)

    assert [len(told(tx, ada, each)) for each in (off, paused)] == [0, 1]


def test_a_user_who_lost_webhooks_is_told_of_nothing(tx: Tx, ada: User) -> None:
    endpoint = make_endpoint(tx, ada, happenings=EVERYTHING, view_thresholds=[1])
    update_user(tx, ada.id, NOON, allowances=Allowances(withheld=(Feature.WEBHOOKS,)))

    note(tx, ada)
    record_views(tx, ada.account.id, LANE, {}, before=0, after=1, now=NOON)

    assert told(tx, ada, endpoint) == []


def test_each_number_of_views_that_was_passed_is_told_once_lowest_first(
    tx: Tx, ada: User
) -> None:
    endpoint = make_endpoint(
        tx, ada, happenings=["view.threshold"], view_thresholds=[1, 10, 20, 30]
    )
    deaf = make_endpoint(tx, ada, view_thresholds=[10])

    for before, after in ((0, 1), (1, 9), (9, 20), (20, 20), (20, 29)):
        record_views(tx, ada.account.id, LANE, {"a": 1}, before=before, after=after, now=NOON)

    assert happened(tx, ada, endpoint) == [
        ("view.threshold", {"a": 1, "threshold": 1, "views": 1}),
        ("view.threshold", {"a": 1, "threshold": 10, "views": 20}),
        ("view.threshold", {"a": 1, "threshold": 20, "views": 20}),
    ]
    assert told(tx, ada, deaf) == []


def test_the_bell_rings_after_the_commit_and_for_those_who_are_told_only(db: Database) -> None:
    rung: list[str] = []

    def listener() -> None:
        rung.append("rung")

    bell.listen(listener)
    with db.begin() as tx:
        ada, bob = make_user(tx), make_user(tx, "bob")
        make_endpoint(tx, ada, happenings=EVERYTHING, view_thresholds=[5])
    with db.begin() as tx:
        note(tx, bob)
    with db.begin() as tx:
        note(tx, ada)
        before = [*rung]
    bell.ignore(listener)
    with db.begin() as tx:
        note(tx, ada)

    assert (before, rung) == ([], ["rung"])


def test_the_life_of_a_video_is_told_in_order(tx: Tx, ada: User) -> None:
    endpoint = make_endpoint(tx, ada, happenings=EVERYTHING, view_thresholds=[5])
    entry = make_video(tx, ada, title="A film")
    usual = {"title": "A film", "embed_token": entry.video.embed_token}
    assert entry.media is not None
    make_rendition(tx, entry.media.id, 720)

    telling.tell_encoded(tx, entry.video.id, now=NOON)
    telling.tell_failed(tx, entry.video.id, "The file ends too early", now=NOON)
    telling.tell_views(tx, entry, 4, 6, now=NOON)
    telling.tell_translated(tx, entry, source="en", target="de", now=NOON)

    rendition = {"name": "720p", "width": 1280, "height": 720}
    assert happened(tx, ada, endpoint) == [
        ("video.uploaded", {**usual, "filename": "clip.mp4", "size_bytes": 1000}),
        ("video.encoded", {**usual, "duration_ms": None, "renditions": [rendition]}),
        ("video.failed", {**usual, "reason": "The file ends too early"}),
        ("view.threshold", {**usual, "threshold": 5, "views": 6}),
        ("subtitle.translated", {**usual, "source_language": "en", "target_language": "de"}),
    ]
    assert {each.lane for each in told(tx, ada, endpoint)} == {entry.video.uuid}


def test_a_video_is_told_of_as_it_is_then(tx: Tx, ada: User) -> None:
    endpoint = make_endpoint(tx, ada, happenings=["video.failed"])
    entry: VideoEntry = make_video(tx, ada, title="Another", content=str(uuid4()))

    telling.tell_failed(tx, entry.video.id, "No", now=NOON)

    now = get_entry(tx, entry.video.id).video
    details = {"title": now.title, "embed_token": now.embed_token, "reason": "No"}
    assert happened(tx, ada, endpoint) == [("video.failed", details)]
