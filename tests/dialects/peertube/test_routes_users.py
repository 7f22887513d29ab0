from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.making import make_ready
from tests.dialects.peertube.shapes import NOON_TEXT, account, channel, problem, video
from tests.dialects.runtimes import Client
from tests.factories import make_video

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import Privacy
from vitascope.db import Database
from vitascope.dialects.peertube.wire_users import _NOTIFICATIONS


def test_users_see_themselves_with_their_channels(
    client: Client, ada: User, login: Login
) -> None:
    answer = client.get("/api/v1/users/me", headers=login(ada))

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "id": 1,
            "username": "ada",
            "email": "ada@example.org",
            "theme": "instance-default",
            "pendingEmail": None,
            "emailPublic": False,
            "emailVerified": None,
            "nsfwPolicy": "do_not_list",
            "p2pEnabled": False,
            "videosHistoryEnabled": False,
            "autoPlayVideo": True,
            "autoPlayNextVideo": False,
            "autoPlayNextVideoPlaylist": True,
            "videoLanguages": None,
            "role": {"id": 2, "label": "User"},
            "videoQuota": -1,
            "videoQuotaDaily": -1,
            "noInstanceConfigWarningModal": True,
            "noWelcomeModal": True,
            "noAccountSetupWarningModal": True,
            "blocked": False,
            "blockedReason": None,
            "account": account(),
            "notificationSettings": _NOTIFICATIONS,
            "videoChannels": [channel()],
            "createdAt": NOON_TEXT,
            "pluginAuth": None,
            "lastLoginDate": None,
            "twoFactorEnabled": False,
            "adminFlags": 0,
            "specialPlaylists": [],
        },
    )


def test_nobody_known_sees_no_user(client: Client) -> None:
    answer = client.get("/api/v1/users/me")

    expected = problem(
        401,
        "Unauthorized",
        "Log in to do this",
        code="unauthorized_request",
        operation="getUserInfo",
    )
    assert (answer.status_code, answer.json()) == (401, expected)


def test_the_quota_counts_the_sources_of_ones_own_videos(
    client: Client, db: Database, ada: User, bob: User, login: Login
) -> None:
    with db.begin() as tx:
        make_video(tx, ada, content="one")
        make_video(tx, ada, content="two")
        make_video(tx, bob, content="three")

    answer = client.get("/api/v1/users/me/video-quota-used", headers=login(ada))

    assert answer.json() == {"videoQuotaUsed": 2000, "videoQuotaUsedDaily": 2000}


def test_ones_own_list_shows_every_privacy_and_state(
    client: Client, db: Database, ada: User, bob: User, login: Login
) -> None:
    with db.begin() as tx:
        public = make_ready(tx, ada, title="Public", content="one")
        private = make_video(tx, ada, title="Private", content="two", privacy=Privacy.PRIVATE)
        make_ready(tx, bob, title="Of somebody else", content="three")

    answer = client.get("/api/v1/users/me/videos?sort=name", headers=login(ada))

    own = {"waitTranscoding": False, "blacklisted": False, "blacklistedReason": None}
    assert answer.json() == {
        "total": 2,
        "data": [
            video(
                private,
                privacy={"id": 3, "label": "Private"},
                state={"id": 2, "label": "To transcode"},
                **own,
            ),
            video(public, state={"id": 1, "label": "Published"}, **own),
        ],
    }


def test_ones_own_list_can_be_searched(
    client: Client, db: Database, ada: User, login: Login
) -> None:
    with db.begin() as tx:
        make_ready(tx, ada, title="The sea", content="one")
        make_ready(tx, ada, title="The wood", content="two")
    headers = login(ada)

    found = {
        query: client.get(f"/api/v1/users/me/videos?{query}", headers=headers).json()["total"]
        for query in ("search=SEA", "isLive=true", "isLive=false", "channelId=1", "channelId=9")
    }

    assert found == {
        "search=SEA": 1,
        "isLive=true": 0,
        "isLive=false": 2,
        "channelId=1": 2,
        "channelId=9": 0,
    }
