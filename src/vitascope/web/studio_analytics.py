"""The studio: how the member's videos are played, as their players tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from litestar.handlers import HTTPRouteHandler

from vitascope.base.ids import parse_video_ref, short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.analytics.model import PlayerEventKind, Summary, VideoPlays
from vitascope.core.analytics.read import list_own_plays, summarize
from vitascope.core.videos.read import own_video
from vitascope.web import words
from vitascope.web.charts import NUMBER, Chart, Line
from vitascope.web.desk import Answer, Desk
from vitascope.web.routing import shown_to_members
from vitascope.web.sessions import Visit

_HERE = "/studio/analytics"
_ONE = f"{_HERE}/{{ref:str}}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """``name`` stands in the address."""

    name: str
    title: str
    length: timedelta


STRETCHES = (
    Stretch("week", "A week", timedelta(days=7)),
    Stretch("month", "30 days", timedelta(days=30)),
    Stretch("quarter", "90 days", timedelta(days=90)),
)
_USUAL = STRETCHES[1]


@dataclass(frozen=True, slots=True)
class Row:
    """A video of the list."""

    path: str
    plays: VideoPlays


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of those who watched got as far as that."""

    percent: int
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What the page of one video shows."""

    facts: Mapping[str, str]
    chart: Chart
    reached: Sequence[Reach]
    sessions: int
    errors: Sequence[tuple[str, int]]
    qualities: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class AnalyticsPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        return [
            shown_to_members(self.desk, _HERE, self.show_all),
            shown_to_members(self.desk, _ONE, self.show_one),
        ]

    def show_all(self, visit: Visit, _user: User) -> Answer:
        stretch, since, now = self._span(visit)
        with self.desk.runtime.db.read() as tx:
            found = list_own_plays(tx, visit.actor, since=since, until=now)
        rows = [
            Row(f"{_HERE}/{short_uuid(plays.uuid)}?of={stretch.name}", plays) for plays in found
        ]
        return self._page(visit, "studio/analytics.html", stretch, _HERE, rows=rows)

    def show_one(self, visit: Visit, _user: User) -> Answer:
        """
        Raises:
            NotFound: no such video, or it is not the member's.
        """
        stretch, since, now = self._span(visit)
        ref = visit.request.path_params["ref"]
        with self.desk.runtime.db.read() as tx:
            entry = own_video(tx, visit.actor, parse_video_ref(ref))
            uuid = entry.video.uuid
            summary = summarize(tx, visit.actor, uuid, since=since, until=now)
        return self._page(
            visit,
            "studio/analytics_video.html",
            stretch,
            f"{_HERE}/{short_uuid(uuid)}",
            video=entry.video,
            watch=f"/w/{short_uuid(uuid)}",
            found=portrait(summary, entry.video.views),
        )

    def _span(self, visit: Visit) -> tuple[Stretch, datetime, datetime]:
        """What is looked at: from the beginning of a day until now."""
        wanted = visit.query("of")
        stretch = next((one for one in STRETCHES if one.name == wanted), _USUAL)
        now = self.desk.runtime.now()
        first = now.astimezone(UTC) - stretch.length + timedelta(days=1)
        return stretch, first.replace(hour=0, minute=0, second=0, microsecond=0), now

    def _page(
        self, visit: Visit, template: str, stretch: Stretch, here: str, **values: Any
    ) -> Answer:
        return self.desk.page(
            visit, template, stretches=STRETCHES, stretch=stretch, here=here, **values
        )


def portrait(summary: Summary, views: int) -> Portrait:
    """``views`` are those of all times."""
    stats, stalls = summary.stats, summary.stalls
    plays, errors = (
        stats.by_kind.get(kind, 0) for kind in (PlayerEventKind.PLAY, PlayerEventKind.ERROR)
    )
    facts = {
        "Plays": f"{plays:,}",
        "Sessions": f"{stats.sessions:,}",
        "Times it stood still": f"{stalls.number:,}",
        "For how long": words.clock(stalls.length_s),
        "Errors": f"{errors:,}",
        "Views of all times": f"{views:,}",
    }
    return Portrait(
        facts=facts,
        chart=_chart(summary.days),
        reached=[Reach(10 * tenth, number) for tenth, number in enumerate(summary.reached, 1)],
        sessions=stats.sessions,
        errors=[(message or "Without a message", number) for message, number in summary.errors],
        qualities=[(name or "Unknown", number) for name, number in summary.qualities],
    )


def _chart(days: Sequence[tuple[date, int]]) -> Chart:
    return Chart(
        name="plays",
        title="Plays per day",
        unit=NUMBER,
        starts_s=[
            int(datetime(d.year, d.month, d.day, tzinfo=UTC).timestamp()) for d, _ in days
        ],
        lines=[Line("Plays", [number for _, number in days])],
    )
