import dataclasses
from datetime import UTC, datetime

import pytest
from tests.jobs.sample import Renamed, Uploaded

from vitascope.db import Database, Tx
from vitascope.jobs import emit, pending
from vitascope.jobs.event import restore


def test_events_wait_in_the_order_they_were_recorded(tx: Tx) -> None:
    emit(tx, Uploaded("b"))
    emit(tx, Renamed("a", title="Tides"))

    found = pending(tx)

    assert found == [
        ("Uploaded", {"video": "b"}),
        ("Renamed", {"video": "a", "title": "Tides"}),
    ]


def test_an_event_of_a_rolled_back_transaction_is_never_seen(db: Database) -> None:
    def fail_after_recording() -> None:
        with db.begin() as tx:
            emit(tx, Uploaded("a"))
            raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        fail_after_recording()

    with db.read() as tx:
        found = pending(tx)

    assert found == []


def test_an_event_for_later_waits_with_the_others(tx: Tx) -> None:
    emit(tx, Uploaded("a"), due_at=datetime(2999, 1, 1, tzinfo=UTC))

    found = pending(tx)

    assert found == [("Uploaded", {"video": "a"})]


def test_restore_reads_what_an_event_was_stored_as() -> None:
    event = Renamed("a", title="Tides")

    restored = restore(Renamed, dataclasses.asdict(event))

    assert restored == event


def test_restore_takes_payloads_of_older_and_newer_classes() -> None:
    payload = {"video": "a", "color": "blue"}

    restored = restore(Renamed, payload)

    assert restored == Renamed("a", title="")


def test_restore_refuses_a_payload_that_lacks_a_field() -> None:
    with pytest.raises(TypeError):
        restore(Uploaded, {"title": "Tides"})
