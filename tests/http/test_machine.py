import logging
from types import SimpleNamespace

import psutil
import pytest

from vitascope.core.stats.model import Gauge
from vitascope.http.machine import Machine


class Counters:
    """What a machine would say: every byte counter counts on by itself, a second at a time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 0.0
        monkeypatch.setattr(psutil, "net_io_counters", self.network)
        monkeypatch.setattr(psutil, "disk_io_counters", self.disks)
        monkeypatch.setattr(psutil, "cpu_percent", lambda: 42.5)

    def network(self) -> SimpleNamespace:
        return SimpleNamespace(bytes_sent=int(self.seconds * 100), bytes_recv=7)

    def disks(self) -> SimpleNamespace:
        return SimpleNamespace(write_bytes=int(self.seconds * 3), read_bytes=10**15)


def test_rates_and_load_need_a_time_before(monkeypatch: pytest.MonkeyPatch) -> None:
    counters = Counters(monkeypatch)
    machine = Machine(clock=lambda: counters.seconds)

    first = machine.measure()
    counters.seconds = 10.0
    second = machine.measure()

    memory = second.pop(Gauge.MEMORY)
    assert list(first) == [Gauge.MEMORY]
    assert 0 < memory < 100
    assert second == {
        Gauge.CPU: 42.5,
        Gauge.NET_OUT: 100.0,
        Gauge.NET_IN: 0.0,
        Gauge.DISK_WRITE: 3.0,
        Gauge.DISK_READ: 0.0,
    }


def test_a_counter_that_begins_anew_is_left_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counters = Counters(monkeypatch)
    seconds = iter(range(100))
    machine = Machine(clock=lambda: float(next(seconds)))
    counters.seconds = 50.0
    machine.measure()
    counters.seconds = 1.0

    after_reset = machine.measure()
    counters.seconds = 2.0
    again = machine.measure()

    assert Gauge.NET_OUT not in after_reset
    assert Gauge.NET_OUT in again


@pytest.mark.parametrize("error", [FileNotFoundError("/proc"), psutil.AccessDenied(1), None])
def test_what_cannot_be_measured_is_left_out_and_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception | None
) -> None:
    counters = Counters(monkeypatch)

    def refuse() -> None:
        # Some systems have no disks to tell of, and say nothing.
        if error is not None:
            raise error

    monkeypatch.setattr(psutil, "disk_io_counters", refuse)
    machine = Machine(clock=lambda: counters.seconds)
    with caplog.at_level(logging.WARNING):
        machine.measure()
    counters.seconds = 10.0

    with caplog.at_level(logging.WARNING):
        measured = machine.measure()

    assert set(measured) == {Gauge.CPU, Gauge.MEMORY, Gauge.NET_OUT, Gauge.NET_IN}
    assert [record.message for record in caplog.records] == ["not measured here"]


def test_this_machine_can_be_measured() -> None:
    machine = Machine()
    machine.measure()

    measured = machine.measure()

    assert {Gauge.CPU, Gauge.MEMORY} <= set(measured) <= set(Gauge)
    assert all(value >= 0 for value in measured.values())
