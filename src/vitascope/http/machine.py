"""What the machine is busy with."""

import logging
import time
from collections.abc import Callable, Mapping

import psutil

from vitascope.core.stats.model import Gauge

log = logging.getLogger(__name__)

# Systems differ in what they let a program see, and in how they say no.
_REFUSALS = (OSError, psutil.Error, RuntimeError, ValueError)


class Machine:
    """Measures since the time before, so the first measurement has no rates."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counters: dict[Gauge, tuple[float, int]] = {}
        self._is_first = True
        self._missing: set[str] = set()
        self._measures: Mapping[str, Callable[[], dict[Gauge, float]]] = {
            "cpu": self._cpu,
            "memory": _memory,
            "network": self._network,
            "disks": self._disks,
        }

    def measure(self) -> dict[Gauge, float]:
        """Percents and bytes a second. What cannot be measured is left out, and said once."""
        found: dict[Gauge, float] = {}
        for name, measure in self._measures.items():
            try:
                found |= measure()
            except _REFUSALS:
                if name not in self._missing:
                    self._missing.add(name)
                    log.warning("not measured here", extra={"what": name}, exc_info=True)
        self._is_first = False
        return found

    def _cpu(self) -> dict[Gauge, float]:
        percent = psutil.cpu_percent()
        return {} if self._is_first else {Gauge.CPU: percent}

    def _network(self) -> dict[Gauge, float]:
        counters = psutil.net_io_counters()
        if counters is None:
            raise ValueError("no network interface")
        return {
            **self._rate(Gauge.NET_OUT, counters.bytes_sent),
            **self._rate(Gauge.NET_IN, counters.bytes_recv),
        }

    def _disks(self) -> dict[Gauge, float]:
        counters = psutil.disk_io_counters()
        if counters is None:
            raise ValueError("no disk")
        return {
            **self._rate(Gauge.DISK_WRITE, counters.write_bytes),
            **self._rate(Gauge.DISK_READ, counters.read_bytes),
        }

    def _rate(self, gauge: Gauge, count: int) -> dict[Gauge, float]:
        now_s = self._clock()
        before = self._counters.get(gauge)
        self._counters[gauge] = (now_s, count)
        if before is None or now_s <= before[0] or count < before[1]:
            return {}
        return {gauge: (count - before[1]) / (now_s - before[0])}


def _memory() -> dict[Gauge, float]:
    return {Gauge.MEMORY: psutil.virtual_memory().percent}
