import json
import re
from datetime import timedelta
from html import unescape

import pytest
from tests.dialects.runtimes import Client
from tests.factories import NOON, make_user, make_video
from tests.web.administrators import make_root
from tests.web.people import log_in

from vitascope.core.accounts.model import User
from vitascope.core.stats.count import Count, write_counts
from vitascope.core.stats.gauges import write_samples
from vitascope.core.stats.model import Gauge, Meter
from vitascope.db import Database
from vitascope.web.admin_statistics import STRETCHES, Stretch

HERE = "/admin/statistics"
CHARTS = re.compile(r'data-chart="([^"]*)"')


@pytest.fixture
def root(client: Client, db: Database) -> User:
    """Who administrates, and has logged in here."""
    user = make_root(db)
    log_in(client, db, user)
    return user


def make_year(db: Database) -> None:
    """Eva's video is watched, an hour ago and half a year ago."""
    with db.begin() as tx:
        eva = make_user(tx, "eva")
        video = make_video(tx, eva, title="<Tides>").video
        sent = Count(
            meter=Meter.TRAFFIC, account_id=eva.account.id, amount=3_000_000, video_id=video.id
        )
        write_counts(tx, [sent], now=NOON - timedelta(days=180))
        fetched = Count(
            meter=Meter.IMPORT_BYTES,
            account_id=eva.account.id,
            amount=500,
            host="films.example",
        )
        write_counts(tx, [sent, fetched], now=NOON - timedelta(hours=1))
        write_samples(tx, {Gauge.CPU: 40.0, Gauge.MEMORY: 60.0}, now=NOON)


def shown(client: Client, stretch: str) -> tuple[str, list[dict[str, object]]]:
    """The page, and what its charts draw."""
    text = client.get(HERE, params={"of": stretch}).text
    return text, [json.loads(unescape(data)) for data in CHARTS.findall(text)]


def test_a_server_that_nothing_happened_on_has_its_page(client: Client, root: User) -> None:
    text, charts = shown(client, "week")

    assert text.count("In all: Sent 0 bytes") == 2
    assert text.count("Nothing yet.") == 4
    assert len(charts) == 4


@pytest.mark.parametrize("stretch", STRETCHES, ids=lambda stretch: stretch.name)
def test_sums_are_those_of_the_time_that_is_looked_at(
    client: Client, db: Database, root: User, stretch: Stretch
) -> None:
    make_year(db)

    text, charts = shown(client, stretch.name)

    sent = "6.0 MB" if stretch.name == "year" else "3.0 MB"
    assert f"In all: Sent {sent}</p>" in text
    assert "In all: Uploads 0 bytes, Imports 500 bytes</p>" in text
    assert f'<bdi>&lt;Tides&gt;</bdi> <span class="num muted">{sent}</span>' in text
    assert f'<bdi>eva</bdi> <span class="num muted">{sent}</span>' in text
    assert "<bdi>films.example</bdi>" in text
    points = {len(chart["starts_s"]) for chart in charts}  # type: ignore[arg-type] # a list
    assert points <= {stretch.points, stretch.points + 1}
    # Of longer ago, nobody keeps what was measured.
    assert len(charts) == (3 if stretch.name == "year" else 4)


def test_a_stretch_of_another_name_is_a_week(client: Client, root: User) -> None:
    assert shown(client, "eternity")[0] == shown(client, "week")[0]
