import pytest
from tests.dialects.peertube.making import make_ready
from tests.dialects.peertube.shapes import account, channel, problem, video
from tests.dialects.runtimes import Client

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import Privacy
from vitascope.db import Database


def test_all_accounts_are_listed_by_age(client: Client, ada: User, bob: User) -> None:
    newest = client.get("/api/v1/accounts")
    oldest = client.get("/api/v1/accounts?sort=createdAt&start=0&count=1")
    refused = client.get("/api/v1/accounts?sort=name")

    both = [account("bob", 2), account("ada", 1)]
    assert (newest.status_code, newest.json()) == (200, {"total": 2, "data": both})
    assert oldest.json() == {"total": 2, "data": [account("ada", 1)]}
    assert (refused.status_code, list(refused.json()["invalid-params"])) == (400, ["sort"])


@pytest.mark.parametrize("handle", ["ada", "Ada", "ada@video.example"])
def test_an_account_is_found_by_its_handle(client: Client, ada: User, handle: str) -> None:
    answer = client.get(f"/api/v1/accounts/{handle}")

    assert (answer.status_code, answer.json()) == (200, account())


@pytest.mark.parametrize("handle", ["nobody", "ada@else.example", "ada_channel"])
def test_other_handles_are_unknown(client: Client, ada: User, handle: str) -> None:
    answer = client.get(f"/api/v1/accounts/{handle}")

    expected = problem(404, "Not Found", f"No such account: {handle}", operation="getAccount")
    assert (answer.status_code, answer.json()) == (404, expected)


def test_an_account_lists_its_channels(client: Client, ada: User, bob: User) -> None:
    answer = client.get("/api/v1/accounts/bob/video-channels?start=0&count=5")
    none = client.get("/api/v1/accounts/bob/video-channels?count=0")

    assert answer.json() == {"total": 1, "data": [channel("bob", 2)]}
    assert none.json() == {"total": 1, "data": []}


def test_channels_are_not_ordered_by_what_they_have_not(client: Client, ada: User) -> None:
    answer = client.get("/api/v1/accounts/ada/video-channels?sort=-size")

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (400, ["sort"])


def test_a_channel_is_found_by_its_handle(client: Client, ada: User) -> None:
    answer = client.get("/api/v1/video-channels/ada_channel@video.example")

    assert (answer.status_code, answer.json()) == (200, channel())


@pytest.mark.parametrize("path", ["accounts/ada", "video-channels/ada_channel"])
def test_only_their_public_videos_are_listed(
    client: Client, db: Database, ada: User, bob: User, path: str
) -> None:
    with db.begin() as tx:
        mine = make_ready(tx, ada, title="Mine", content="one")
        make_ready(tx, ada, title="Hidden", content="two", privacy=Privacy.UNLISTED)
        make_ready(tx, bob, title="Of somebody else", content="three")

    answer = client.get(f"/api/v1/{path}/videos")

    assert answer.json() == {"total": 1, "data": [video(mine)]}
