"""Administration: how much went through, and how the server is doing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from litestar.handlers import HTTPRouteHandler

from vitascope.core.accounts.model import User
from vitascope.core.stats.gauges import read_gauges
from vitascope.core.stats.model import GAUGES_KEPT_S, Gauge, Meter
from vitascope.core.stats.series import Wanted, read_series
from vitascope.core.stats.top import Contest, Place, Ranking, read_largest, read_top
from vitascope.db import Tx
from vitascope.web import words
from vitascope.web.admin_routing import shown_to_administrators
from vitascope.web.charts import BYTES, PERCENT, SECONDS, Chart, Line, Unit
from vitascope.web.desk import Answer, Desk
from vitascope.web.sessions import Visit

_HERE = "/admin/statistics"
_PERCENTS = {Gauge.CPU: "Processor", Gauge.MEMORY: "Memory"}
_NOBODY = {
    Ranking.FILES: "A video that is gone",
    Ranking.USERS: "A user who is gone",
    Ranking.HOSTS: "Unknown",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """``name`` stands in the address, ``points`` is about how many are drawn."""

    name: str
    title: str
    length: timedelta
    points: int


STRETCHES = (
    Stretch("day", "A day", timedelta(days=1), 48),
    Stretch("week", "A week", timedelta(days=7), 84),
    Stretch("month", "30 days", timedelta(days=30), 60),
    Stretch("year", "A year", timedelta(days=365), 73),
)
_USUAL = STRETCHES[1]


@dataclass(frozen=True, slots=True)
class TopList:
    title: str
    places: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class StatisticsPage:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        return [shown_to_administrators(self.desk, _HERE, self.show)]

    def show(self, visit: Visit, _user: User) -> Answer:
        wanted = visit.query("of")
        stretch = next((one for one in STRETCHES if one.name == wanted), _USUAL)
        now = self.desk.runtime.now()
        with self.desk.runtime.db.read() as tx:
            reader = _Reader(tx, visit, stretch, now)
            charts, tops = reader.charts(), reader.tops()
        return self.desk.page(
            visit,
            "admin/statistics.html",
            charts=charts,
            tops=tops,
            stretches=STRETCHES,
            stretch=stretch,
        )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what the page shows, all of it until ``now``."""

    tx: Tx
    visit: Visit
    stretch: Stretch
    now: datetime

    @property
    def since(self) -> datetime:
        return self.now - self.stretch.length

    def charts(self) -> list[Chart]:
        received = {Meter.UPLOAD: "Uploads", Meter.IMPORT_BYTES: "Imports"}
        charts = [
            self._sums("sent", "Sent to viewers", BYTES, {Meter.TRAFFIC: "Sent"}),
            self._sums("received", "Received", BYTES, received),
            self._sums("encoding", "Time of encoding", SECONDS, {Meter.ENCODING: "Encoding"}),
        ]
        if self.stretch.length.total_seconds() <= GAUGES_KEPT_S:
            charts.append(self._load())
        return charts

    def tops(self) -> list[TopList]:
        actor = self.visit.actor
        largest = read_largest(self.tx, actor, Ranking.USERS, None)
        return [
            self._top("Most watched, by what was sent", Meter.TRAFFIC, Ranking.FILES),
            self._top("Owners, by what was sent", Meter.TRAFFIC, Ranking.USERS),
            TopList("Owners, by what they keep now", _told(largest, Ranking.USERS)),
            self._top("Imported from", Meter.IMPORT_BYTES, Ranking.HOSTS),
        ]

    def _sums(self, name: str, title: str, unit: Unit, meters: Mapping[Meter, str]) -> Chart:
        found = {
            label: read_series(
                self.tx,
                self.visit.actor,
                Wanted(
                    meter=meter,
                    user_id=None,
                    since=self.since,
                    until=self.now,
                    points=self.stretch.points,
                ),
                now=self.now,
            )
            for meter, label in meters.items()
        }
        return _chart(name, title, unit, found)

    def _load(self) -> Chart:
        gauges = read_gauges(
            self.tx,
            self.visit.actor,
            since=self.since,
            until=self.now,
            points=self.stretch.points,
            now=self.now,
        )
        found = {label: gauges[gauge] for gauge, label in _PERCENTS.items()}
        return _chart("load", "Load of the machine", PERCENT, found)

    def _top(self, title: str, meter: Meter, ranking: Ranking) -> TopList:
        contest = Contest(
            meter=meter, ranking=ranking, user_id=None, since=self.since, until=self.now
        )
        return TopList(
            title, _told(read_top(self.tx, self.visit.actor, contest, now=self.now), ranking)
        )


def _chart(
    name: str, title: str, unit: Unit, found: Mapping[str, Sequence[tuple[int, float]]]
) -> Chart:
    """Of pairs of start (ms) and amount, by the name of their line; all begin alike."""
    first = next(iter(found.values()))
    return Chart(
        name=name,
        title=title,
        unit=unit,
        starts_s=[start_ms // 1000 for start_ms, _ in first],
        lines=[
            Line(label, [amount for _, amount in points]) for label, points in found.items()
        ],
    )


def _told(places: Sequence[Place], ranking: Ranking) -> list[tuple[str, str]]:
    unknown = _NOBODY[ranking]
    return [(place.name or unknown, words.size(place.amount)) for place in places]
