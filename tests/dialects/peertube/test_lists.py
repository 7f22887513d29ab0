import pytest
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.making import make_ready
from tests.dialects.peertube.shapes import video
from tests.dialects.runtimes import Client
from tests.factories import make_video

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import Privacy
from vitascope.db import Database

LIST = "/api/v1/videos"


def names(client: Client, query: str, headers: dict[str, str] | None = None) -> list[str]:
    answer = client.get(f"{LIST}?{query}", headers=headers)
    assert answer.status_code == 200, answer.text
    return [found["name"] for found in answer.json()["data"]]


def test_the_public_list_shows_what_anybody_may_see(
    client: Client, db: Database, ada: User
) -> None:
    long = "x" * 300
    with db.begin() as tx:
        shown = make_ready(
            tx, ada, description=long, category=2, licence=1, language="fr", content="one"
        )
        for privacy in (Privacy.UNLISTED, Privacy.PRIVATE, Privacy.INTERNAL):
            make_ready(tx, ada, privacy=privacy, content=privacy)
        make_video(tx, ada, content="not made yet")

    answer = client.get(LIST)

    cut = "x" * 247 + "..."
    expected = video(
        shown,
        category={"id": 2, "label": "Films"},
        licence={"id": 1, "label": "Attribution"},
        language={"id": "fr", "label": "French"},
        truncatedDescription=cut,
        description=cut,
    )
    assert (answer.status_code, answer.json()) == (200, {"total": 1, "data": [expected]})
    assert list(answer.json()["data"][0]) == list(expected)


def test_pages_are_parts_of_one_list(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        for number in range(5):
            make_ready(tx, ada, title=f"Film {number}", content=str(number))

    pages = [names(client, f"sort=name&start={start}&count=2") for start in (0, 2, 4)]
    total = client.get(f"{LIST}?count=0").json()
    uncounted = client.get(f"{LIST}?count=0&skipCount=true").json()

    assert pages == [["Film 0", "Film 1"], ["Film 2", "Film 3"], ["Film 4"]]
    assert (total, uncounted) == ({"total": 5, "data": []}, {"data": []})


def test_filters_narrow_the_list(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        make_ready(tx, ada, title="Sea", content="1", category=1, tags=["water", "blue"])
        make_ready(tx, ada, title="Wood", content="2", language="de", tags=["green"])
        make_ready(tx, ada, title="Night", content="3", is_nsfw=True, licence=2)

    queries = {
        "": ["Wood", "Sea"],
        "nsfw=true": ["Night"],
        "nsfw=false": ["Wood", "Sea"],
        "nsfw=both": ["Night", "Wood", "Sea"],
        "categoryOneOf=1": ["Sea"],
        "categoryOneOf=1&categoryOneOf=2": ["Sea"],
        "licenceOneOf=2&nsfw=both": ["Night"],
        "languageOneOf=de": ["Wood"],
        "languageOneOf[]=_unknown": ["Sea"],
        "tagsOneOf=GREEN&tagsOneOf=blue": ["Wood", "Sea"],
        "tagsAllOf=water&tagsAllOf=blue": ["Sea"],
        "tagsAllOf=water&tagsAllOf=green": [],
        "search=woo": ["Wood"],
        "isLocal=true": ["Wood", "Sea"],
        "isLocal=false": [],
        "isLive=true": [],
        "isLive=false": ["Wood", "Sea"],
        "hasHLSFiles=true": ["Wood", "Sea"],
        "hasHLSFiles=false": [],
        "hasWebVideoFiles=true": ["Wood", "Sea"],
        "hasWebVideoFiles=true&hasWebtorrentFiles=false": [],
        "sort=name": ["Sea", "Wood"],
        "sort=-name": ["Wood", "Sea"],
        "sort=-trending": ["Wood", "Sea"],
    }
    found = {query: names(client, query) for query in queries}

    assert found == queries


@pytest.mark.parametrize("path", ["videos", "accounts/ada/videos"])
def test_who_wants_to_see_sensitive_videos_need_not_ask(
    client: Client, db: Database, ada: User, login: Login, path: str
) -> None:
    with db.begin() as tx:
        make_ready(tx, ada, title="Sea", content="1")
        make_ready(tx, ada, title="Night", content="2", is_nsfw=True)
    headers, found = login(ada), {}

    for policy in ("do_not_list", "blur", "display"):
        client.put("/api/v1/users/me", headers=headers, json={"nsfwPolicy": policy})
        listed = client.get(f"/api/v1/{path}?sort=name", headers=headers).json()["data"]
        found[policy] = [video["name"] for video in listed]
    refused = names(client, "nsfw=false", headers)

    both = ["Night", "Sea"]
    assert found == {"do_not_list": ["Sea"], "blur": both, "display": both}
    assert refused == ["Sea"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("start=-1", "start"),
        ("count=101", "count"),
        ("sort=-hot", "sort"),
        ("filter=local", "filter"),
        ("nsfw=maybe", "nsfw"),
        ("categoryOneOf=music", "categoryOneOf"),
        ("isLocal=2", "isLocal"),
        ("excludeAlreadyWatched=true", "excludeAlreadyWatched"),
    ],
)
def test_what_cannot_be_honoured_is_refused(client: Client, query: str, field: str) -> None:
    answer = client.get(f"{LIST}?{query}")

    found = answer.json()
    assert (answer.status_code, found["detail"], list(found["invalid-params"])) == (
        400,
        f"Incorrect request parameters: {field}",
        [field],
    )


@pytest.mark.parametrize("query", ["include=2", "privacyOneOf=3", "autoTagOneOf=x"])
def test_filters_of_moderators_are_for_them_only(
    client: Client, db: Database, ada: User, root: User, login: Login, query: str
) -> None:
    statuses = [
        client.get(f"{LIST}?{query}", headers=headers).status_code
        for headers in ({}, login(ada), login(root))
    ]

    assert statuses == [401, 401, 200]


def test_moderators_list_by_privacy_with_what_is_blocked(
    client: Client, db: Database, ada: User, root: User, login: Login
) -> None:
    with db.begin() as tx:
        hidden = make_ready(tx, ada, privacy=Privacy.PRIVATE)

    answer = client.get(f"{LIST}?privacyOneOf=3&include=70", headers=login(root))

    expected = video(
        hidden,
        privacy={"id": 3, "label": "Private"},
        blacklisted=False,
        blacklistedReason=None,
        blockedOwner=False,
        blockedServer=False,
        automaticTags=[],
    )
    assert answer.json() == {"total": 1, "data": [expected]}


def test_who_is_logged_in_sees_internal_videos_too(
    client: Client, db: Database, ada: User, bob: User, login: Login
) -> None:
    with db.begin() as tx:
        make_ready(tx, ada, title="Internal", privacy=Privacy.INTERNAL)

    anonymous, known = names(client, ""), names(client, "", login(bob))

    assert (anonymous, known) == ([], ["Internal"])


def test_a_list_may_lag_for_anonymous_callers_only(
    client: Client, db: Database, ada: User, bob: User, login: Login
) -> None:
    before = names(client, "count=3")
    with db.begin() as tx:
        make_ready(tx, ada, title="New")

    anonymous, known = names(client, "count=3"), names(client, "count=3", login(bob))

    assert (before, anonymous, known) == ([], [], ["New"])
