from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise, product
from typing import Any

import httpx
import sqlalchemy as sa
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import HeadersOf
from tests.factories import NOON, make_rendition, make_video

from vitascope.base.ids import AssetId, VideoId
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import list_renditions
from vitascope.core.stats.count import Count, write_counts
from vitascope.core.stats.gauges import write_samples
from vitascope.core.stats.model import Gauge, Meter
from vitascope.db import Database
from vitascope.http.runtime import Runtime

NOON_MS = 1_772_366_400_000
MINUTE_MS, HOUR_MS, DAY_MS = 60_000, 3_600_000, 86_400_000
SERIES = ("traffic", "upload", "encoding", "remote-download", "remote-download/duration")
TOPS = (
    "traffic/top",
    "upload/top",
    "encoding/top",
    "storage/top",
    "remote-download/top",
)
METERS = {
    "traffic": Meter.TRAFFIC,
    "upload": Meter.UPLOAD,
    "encoding": Meter.ENCODING,
    "remote-download": Meter.IMPORT_BYTES,
    "remote-download/duration": Meter.IMPORT_SECONDS,
}
EMPTY: dict[str, Any] = {"Traffic": []}


def note(
    db: Database,
    user: User,
    amount: int,
    meter: Meter = Meter.TRAFFIC,
    *,
    now: datetime = NOON,
    **values: Any,
) -> None:
    count = Count(meter=meter, account_id=user.account.id, amount=amount, **values)
    with db.begin() as tx:
        write_counts(tx, [count], now=now)


def ask(client: Client, path: str, headers: Headers, **query: Any) -> httpx.Response:
    given = {name.rstrip("_"): value for name, value in query.items()}
    return client.get(f"/api/{path}", headers=headers, params=given)


def points(answer: httpx.Response) -> list[tuple[int, int]]:
    """Start and amount of each bucket, from an answer that has nothing else."""
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert list(body) == ["Traffic"]
    assert all(list(point) == ["Timestamp", "Bytes"] for point in body["Traffic"])
    return [(point["Timestamp"], point["Bytes"]) for point in body["Traffic"]]


def filled(found: Sequence[tuple[int, int]]) -> dict[int, int]:
    return {start_ms: amount for start_ms, amount in found if amount}


def test_a_series_has_every_bucket_in_milliseconds(
    client: Client, db: Database, bob: User, his: Headers
) -> None:
    for meter, (minutes, amount) in product(METERS.values(), ((60, 1), (31, 2), (0, 4))):
        note(db, bob, amount, meter, now=NOON - timedelta(minutes=minutes))
    hour = {"from": "2026-03-01T11:00:00Z", "to": "2026-03-01T13:00:00+01:00", "points": 4}

    answers = [ask(client, f"account/{path}", his, **hour) for path in SERIES]

    expected = [
        (NOON_MS - HOUR_MS, 1),
        (NOON_MS - 45 * MINUTE_MS, 2),
        (NOON_MS - 30 * MINUTE_MS, 0),
        (NOON_MS - 15 * MINUTE_MS, 0),
        (NOON_MS, 4),
    ]
    assert [points(answer) for answer in answers] == [expected] * 5
    assert all(answer.text.endswith("}\n") for answer in answers)


def test_buckets_are_whole_seconds_and_multiples_of_their_length(
    client: Client, his: Headers
) -> None:
    answer = ask(
        client,
        "account/traffic",
        his,
        from_="2026-03-01T11:43:20Z",
        to="2026-03-01T12:00:00Z",
        points=3,
    )

    # 1000 s by three is 334 s.
    starts_ms = [start_ms for start_ms, _ in points(answer)]
    assert starts_ms == [NOON_MS + 1000 * (334 * n - 1078) for n in range(4)]
    assert all(start_ms % 334_000 == 0 for start_ms in starts_ms)


def test_what_is_not_said_is_what_it_always_was(client: Client, his: Headers) -> None:
    hour, long = {"from": "2026-03-01T11:00:00Z"}, {"from": "2026-02-09T12:00:00Z"}
    day, month = NOON_MS - DAY_MS, NOON_MS - 30 * DAY_MS
    asked: list[tuple[str, dict[str, str]]] = [
        ("traffic", {}),
        ("traffic", {"interval": "5min"}),
        ("traffic", {"interval": "1h"}),
        ("traffic", {"interval": "7h"}),
        ("traffic", {"interval": "2d"}),
        ("traffic", hour),
        ("traffic", long),
        ("upload", {}),
        ("encoding", {}),
        ("remote-download", {}),
        ("remote-download/duration", {}),
    ]

    shapes = []
    for path, query in asked:
        starts_ms = [
            start_ms for start_ms, _ in points(ask(client, f"account/{path}", his, **query))
        ]
        (bucket_ms,) = {later - start for start, later in pairwise(starts_ms)}
        shapes.append((bucket_ms, starts_ms[0], starts_ms[-1]))

    assert shapes == [
        _shape(bucket_ms, first_ms, last_ms)
        for bucket_ms, first_ms, last_ms in (
            (15 * MINUTE_MS, day, NOON_MS),
            (288_000, NOON_MS - 4 * HOUR_MS, NOON_MS),
            (15 * MINUTE_MS, day, NOON_MS),
            (6_048_000, NOON_MS - 7 * DAY_MS, NOON_MS),
            (15 * MINUTE_MS, day, NOON_MS),
            (72_000, NOON_MS - HOUR_MS, NOON_MS),
            (17_280_000, NOON_MS - 20 * DAY_MS, NOON_MS),
            (864_000, day, NOON_MS),
            (864_000, day, NOON_MS),
            (133_920_000, month, NOON_MS + DAY_MS),
            (133_920_000, month, NOON_MS + DAY_MS),
        )
    ]


def _shape(bucket_ms: int, since_ms: int, until_ms: int) -> tuple[int, int, int]:
    """Length, first and last of buckets that lie on multiples of their length."""
    return bucket_ms, since_ms - since_ms % bucket_ms, until_ms - until_ms % bucket_ms


def test_a_stretch_that_ends_before_it_begins_is_empty(client: Client, his: Headers) -> None:
    answers = [
        ask(client, f"account/{path}", his, from_=NOON.isoformat(), to=NOON.isoformat())
        for path in SERIES
    ]

    assert [each.json() for each in answers] == [EMPTY] * 5


def test_a_bad_date_is_ignored_except_for_remote_downloads(
    client: Client, his: Headers
) -> None:
    plain = [points(ask(client, f"account/{path}", his)) for path in SERIES[:3]]

    for bad in ("yesterday", "2026-03-01", "2026-03-01 11:00:00Z"):
        asked = {"from": bad, "to": bad, "points": "many"}
        ignored = [ask(client, f"account/{path}", his, **asked) for path in SERIES[:3]]
        tops = [ask(client, f"account/{path}/top", his, **asked) for path in SERIES[:3]]
        refused = [
            whole(ask(client, f"account/{path}", his, **{name: bad}))
            for path in (*SERIES[3:], "remote-download/top")
            for name in ("from", "to")
        ]

        assert [points(each) for each in ignored] == plain
        assert [each.text for each in tops] == ["[]\n"] * 3
        assert refused == 3 * [
            words(400, "Invalid from date (use RFC3339)"),
            words(400, "Invalid to date (use RFC3339)"),
        ]


def test_names_are_known_in_any_case_and_empty_ones_count_as_left_out(
    client: Client, his: Headers
) -> None:
    odd = ask(client, "account/traffic", his, FROM="2026-03-01T11:00:00Z", Points="4", tO="")

    assert len(points(odd)) == 5


def test_times_of_long_ago_are_no_trouble(client: Client, his: Headers) -> None:
    early, late = "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"
    spans = [{"from": early, "to": late}, {"to": early}, {"from": late}]

    answers = [
        ask(client, f"account/{path}", his, **each).status_code
        for path in (*SERIES, *TOPS)
        for each in spans
    ]

    assert answers == [200] * len(answers)


def test_traffic_may_be_that_of_one_file_or_quality(
    client: Client, db: Database, bob: User, his: Headers, admin: Headers, ada: User
) -> None:
    with db.begin() as tx:
        film = make_video(tx, bob).video
        asset_id = AssetId(film.asset_id or 0)
        make_rendition(tx, asset_id)
    rendition = _rendition_id(db, asset_id)
    note(db, bob, 1, video_id=film.id, rendition_id=rendition)
    note(db, bob, 2, video_id=VideoId(film.id + 1))

    def total(path: str, headers: Headers, **query: Any) -> int:
        return sum(amount for _, amount in points(ask(client, path, headers, **query)))

    own = [
        total("account/traffic", his),
        total("account/traffic", his, file_id=film.id),
        total("account/traffic", his, file_id=film.id, quality_id=rendition),
        total("account/traffic", his, quality_id=rendition + 1),
        total("account/traffic", his, file_id=10**15),
    ]
    hers = [
        total("account/traffic", admin, file_id=film.id),
        total("account/traffic", admin, quality_id=rendition),
        total("stats/traffic", admin, file_id=film.id),
        total("stats/traffic", admin, quality_id=rendition, user_id=bob.id),
        total("stats/traffic", admin, quality_id=rendition, user_id=ada.id),
    ]

    assert own == [3, 1, 1, 0, 0]
    # In the account of an administrator there is nothing of anybody else, either.
    assert hers == [0, 0, 1, 1, 0]


def _rendition_id(db: Database, asset_id: AssetId) -> int:
    with db.read() as tx:
        return list_renditions(tx, asset_id)[0].id


def test_what_is_just_being_counted_is_in_it(
    client: Client, runtime: Runtime, bob: User, his: Headers
) -> None:
    runtime.metering.note(Count(meter=Meter.UPLOAD, account_id=bob.account.id, amount=7))

    found = filled(points(ask(client, "account/upload", his)))
    top = ask(client, "account/upload/top", his, mode="users").json()

    assert list(found.values()) == [7]
    assert top == [{"ID": bob.id, "Name": "bob", "value": 7}]


def test_administrators_see_all_and_each(
    client: Client, db: Database, ada: User, bob: User, admin: Headers
) -> None:
    for meter in METERS.values():
        note(db, bob, 1, meter)
        note(db, ada, 2, meter)
    users = (0, bob.id, ada.id, ada.id + bob.id + 5, 10**15)

    sums = [
        [
            sum(amount for _, amount in points(ask(client, path, admin, user_id=each)))
            for each in users
        ]
        for path in (f"stats/{path}" for path in SERIES)
    ]

    assert sums == [[3, 1, 2, 0, 0]] * 5


def test_what_is_for_administrators_is_for_nobody_else(
    client: Client, his: Headers, ada: User, key_of: HeadersOf
) -> None:
    key = key_of(ada)

    for path in ("stats", *(f"stats/{path}" for path in (*SERIES, *TOPS))):
        assert [whole(ask(client, path, each)) for each in (his, key, {})] == [
            words(403, "Not Permitted"),
            words(403, "API Key Not Permitted for Admin Routes"),
            words(403, "No JWT Token"),
        ]


def test_anothers_number_shows_nothing_of_anothers(
    client: Client, db: Database, ada: User, his: Headers, his_key: Headers
) -> None:
    with db.begin() as tx:
        film = make_video(tx, ada, title="Ada's").video
    for meter in Meter:
        note(db, ada, 9, meter, video_id=film.id, host="ada.example")
    asked = {"user_id": ada.id, "file_id": film.id}

    for path, headers in product((*SERIES, *TOPS), (his, his_key)):
        for mode in ("", "users", "files", "domains"):
            body = ask(client, f"account/{path}", headers, **asked, mode=mode).json()
            found = body["Traffic"] if path in SERIES else body
            assert [each for each in found if each.get("Bytes", 1)] == []


def test_top_lists_have_ids_names_and_a_small_value(
    client: Client, db: Database, ada: User, bob: User, his: Headers, admin: Headers
) -> None:
    with db.begin() as tx:
        film = make_video(tx, bob, title="A film.mp4").video
    for meter in (Meter.TRAFFIC, Meter.UPLOAD, Meter.ENCODING):
        note(db, bob, 5, meter, video_id=film.id)
        note(db, bob, 7, meter, video_id=VideoId(film.id + 70))
    files = [
        {"ID": film.id + 70, "Name": "Unknown File", "value": 7},
        {"ID": film.id, "Name": "A film.mp4", "value": 5},
    ]
    users = [{"ID": bob.id, "Name": "bob", "value": 12}]

    own = {
        path: ask(client, f"account/{path}/top", his).json()
        for path in ("traffic", "upload", "encoding")
    }
    everybodys = {
        (path, mode): ask(client, f"stats/{path}/top", admin, mode=mode).json()
        for path in ("traffic", "upload", "encoding")
        for mode in ("", "users", "files")
    }

    assert own == dict.fromkeys(("traffic", "upload", "encoding"), files)
    assert everybodys == {
        (path, mode): files if mode == "files" else users
        for path in ("traffic", "upload", "encoding")
        for mode in ("", "users", "files")
    }
    assert ask(client, "account/upload/top", his, mode="users").json() == users
    assert ask(client, "account/traffic/top", his, mode="users").json() == files
    assert ask(client, "stats/traffic/top", admin, user_id=ada.id).json() == []


def test_remote_downloads_are_ranked_by_host_user_or_time(
    client: Client, db: Database, bob: User, ada: User, his: Headers, admin: Headers
) -> None:
    for user, host, size_bytes, taken_s in (
        (bob, "a.example", 100, 1),
        (bob, "b.example", 50, 20),
        (ada, "b.example", 70, 2),
        (ada, "", 5, 300),
    ):
        note(db, user, size_bytes, Meter.IMPORT_BYTES, host=host)
        note(db, user, taken_s, Meter.IMPORT_SECONDS, host=host)

    def top(path: str, headers: Headers, **query: Any) -> list[tuple[str, int]]:
        places = ask(client, f"{path}/remote-download/top", headers, **query).json()
        assert all(list(each) == ["ID", "Name", "value"] for each in places)
        return [(each["Name"], each["value"]) for each in places]

    assert top("account", his) == [("a.example", 100), ("b.example", 50)]
    assert top("account", his, mode="duration") == [("b.example", 20), ("a.example", 1)]
    assert top("account", his, mode="users") == [("bob", 150)]
    assert top("stats", admin) == [("b.example", 120), ("a.example", 100), ("Unknown", 5)]
    assert top("stats", admin, mode="users", user_id=ada.id) == [("ada", 75)]
    assert top("stats", admin, mode="duration") == [
        ("Unknown", 300),
        ("b.example", 22),
        ("a.example", 1),
    ]


def test_an_unknown_mode_is_an_empty_list(client: Client, his: Headers, admin: Headers) -> None:
    paths = ("upload/top", "remote-download/top")

    own = [ask(client, f"account/{path}", his, mode="colours") for path in paths]
    everybodys = [ask(client, f"stats/{path}", admin, mode="colours") for path in TOPS]

    assert [each.text for each in own + everybodys] == ["[]\n"] * 7


def test_somebody_who_is_gone_is_a_deleted_user(
    client: Client, db: Database, bob: User, admin: Headers
) -> None:
    note(db, bob, 5)
    with db.begin() as tx:
        tx.execute(sa.text("DELETE FROM accounts WHERE id = :id"), {"id": bob.account.id})

    assert ask(client, "stats/traffic/top", admin).json() == [
        {"ID": 0, "Name": "Deleted User", "value": 5}
    ]


def test_storage_is_what_is_there_now(
    client: Client, db: Database, ada: User, bob: User, his: Headers, admin: Headers
) -> None:
    with db.begin() as tx:
        film = make_video(tx, bob, title="A film.mp4").video
    files = [{"ID": film.id, "Name": "A film.mp4", "value": 1000}]
    long_ago = {"from": "2001-01-01T00:00:00Z", "to": "bad"}

    assert ask(client, "account/storage/top", his, **long_ago).json() == files
    assert ask(client, "account/storage/top", admin).json() == []
    assert ask(client, "stats/storage/top", admin).json() == [
        {"ID": bob.id, "Name": "bob", "value": 1000}
    ]
    assert ask(client, "stats/storage/top", admin, mode="files").json() == files
    assert ask(client, "stats/storage/top", admin, user_id=ada.id).json() == []


def test_how_the_system_does_is_nine_series(
    client: Client, db: Database, admin: Headers
) -> None:
    with db.begin() as tx:
        for number, gauge in enumerate(Gauge):
            write_samples(tx, {gauge: float(number)}, now=NOON)
            write_samples(tx, {gauge: number + 1.0}, now=NOON)

    answer = ask(client, "stats", admin, from_="2026-03-01T11:30:00Z", points=2)

    names = "Cpu Mem NetOut NetIn DiskW DiskR ENCQualityQueue ENCAudioQueue ENCSubtitleQueue"
    assert answer.json() == {
        name: [
            {"Timestamp": NOON_MS - 30 * MINUTE_MS, "Value": 0.0},
            {"Timestamp": NOON_MS - 15 * MINUTE_MS, "Value": 0.0},
            {"Timestamp": NOON_MS, "Value": number + 0.5},
        ]
        for number, name in enumerate(names.split())
    }


def test_the_system_is_shown_for_a_day_in_quarters_of_an_hour(
    client: Client, admin: Headers
) -> None:
    plain = ask(client, "stats", admin).json()
    ignored = ask(client, "stats", admin, from_="bad", points="-1", interval="1h").json()

    assert {name: len(each) for name, each in plain.items()} == dict.fromkeys(plain, 97)
    assert plain == ignored
