import json
import re
from datetime import timedelta
from html import unescape

import pytest
from tests.core.analytics.saying import keep, said
from tests.dialects.runtimes import Client
from tests.factories import NOON, make_user, make_video
from tests.web.people import log_in

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import update_asset
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.web.studio_analytics import STRETCHES

HERE = "/studio/analytics"
CHART = re.compile(r'data-chart="([^"]*)"')
CELLS = re.compile(r"<t[hd](?: [^>]*)?>(?:<a[^>]*>)?(?:<bdi>)?([^<]*)")


@pytest.fixture
def ada(client: Client, db: Database) -> User:
    """Who has logged in here."""
    with db.begin() as tx:
        user = make_user(tx)
    log_in(client, db, user)
    return user


@pytest.fixture
def film(db: Database, ada: User) -> VideoEntry:
    """Ada's video of 100 seconds, played twice today and once two weeks ago."""
    with db.begin() as tx:
        film = make_video(tx, ada, title="<Tides>")
        assert film.media is not None
        update_asset(tx, film.media.id, now=NOON, duration_ms=100_000)
        keep(
            tx,
            said(film, position_s=45.0),
            said(film, session="two", position_s=1.0),
            said(film, "buffer", session="two", buffer_s=75.0),
            said(film, "error", session="two", message="<lost>"),
            said(film, "quality_change", quality="720p"),
            said(film, session="old", at=NOON - timedelta(days=14)),
        )
    return film


def page_of(film: VideoEntry, stretch: str) -> str:
    return f"{HERE}/{short_uuid(film.video.uuid)}?of={stretch}"


def test_who_has_no_plays_is_told_so(client: Client, ada: User) -> None:
    text = client.get(HERE).text

    assert "No player told anything in this time." in text
    assert '<a href="/studio/analytics" aria-current="page">Analytics' in text


@pytest.mark.parametrize(
    ("stretch", "row"),
    [
        ("week", ["<Tides>", "2", "2", "1", "1"]),
        ("month", ["<Tides>", "3", "3", "1", "1"]),
        ("eternity", ["<Tides>", "3", "3", "1", "1"]),
    ],
)
def test_own_videos_are_listed_with_their_plays(
    client: Client, film: VideoEntry, stretch: str, row: list[str]
) -> None:
    text = client.get(HERE, params={"of": stretch}).text

    cells = [unescape(cell) for cell in CELLS.findall(text)]
    assert cells == ["Video", "Plays", "Sessions", "Stalls", "Errors", *row]
    assert page_of(film, "month" if stretch == "eternity" else stretch) in text


def test_a_video_has_its_page(client: Client, film: VideoEntry) -> None:
    text = client.get(page_of(film, "week")).text

    facts = re.findall(r'<dt class="muted">([^<]*)</dt><dd class="num">([^<]*)</dd>', text)
    assert dict(facts) == {
        "Plays": "2",
        "Sessions": "2",
        "Times it stood still": "1",
        "For how long": "1:15",
        "Errors": "1",
        "Views of all times": "0",
    }
    meters = re.findall(r'<meter min="0" max="2" value="(\d)"', text)
    assert meters == ["1", "1", "1", "1", "0", "0", "0", "0", "0", "0"]
    assert '<bdi>&lt;lost&gt;</bdi> <span class="num muted">1</span>' in text
    assert '<bdi>720p</bdi> <span class="num muted">1</span>' in text
    assert "<Tides>" not in text


def test_plays_are_drawn_by_days(client: Client, film: VideoEntry) -> None:
    text = client.get(page_of(film, "month")).text

    (data,) = [json.loads(unescape(found)) for found in CHART.findall(text)]
    (line,) = data["lines"]
    midnight = int(NOON.timestamp()) - 12 * 3600
    assert (data["unit"], line["name"]) == ("number", "Plays")
    assert data["starts_s"] == [midnight - day * 86_400 for day in reversed(range(30))]
    assert line["amounts"] == [*[0] * 15, 1, *[0] * 13, 2]
    assert "In all: Plays 3" in text


@pytest.mark.parametrize("stretch", STRETCHES, ids=lambda stretch: stretch.name)
def test_every_stretch_has_its_page(client: Client, film: VideoEntry, stretch: object) -> None:
    name = getattr(stretch, "name", "")

    statuses = [
        client.get(path).status_code for path in (f"{HERE}?of={name}", page_of(film, name))
    ]

    assert statuses == [200, 200]


def test_a_video_of_which_nothing_is_known_has_its_page(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        film = make_video(tx, ada)

    text = client.get(page_of(film, "week")).text

    assert "Nobody knows yet how long this video is." in text
    assert text.count("None.") == 2


def test_others_see_nothing_of_it(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        other = make_video(tx, make_user(tx, "bob"), title="Secret")
        keep(tx, said(other))

    listed = client.get(HERE).text
    shown = client.get(page_of(other, "week"))
    unknown = client.get(f"{HERE}/nonsense")

    assert "Secret" not in listed
    assert (shown.status_code, unknown.status_code) == (404, 404)


def test_strangers_are_asked_to_log_in(client: Client) -> None:
    answer = client.get(HERE, follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/login?next=/studio/analytics",
    )
