from typing import Any

import pytest
from tests.dialects.peertube.conftest import Change
from tests.dialects.runtimes import Client

from vitascope.core.accounts.model import User
from vitascope.core.imports.ask import ImportPolicy
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.dialects.peertube.upload_types import ACCEPTED_EXTENSIONS


def test_the_configuration_says_what_works_here(client: Client) -> None:
    config = client.get("/api/v1/config").json()

    assert config["serverVersion"] == "6.3.0"
    assert config["instance"]["name"] == "Vitascope"
    assert config["transcoding"] == {
        "hls": {"enabled": True},
        "web_videos": {"enabled": True},
        "enabledResolutions": [360, 720],
        "profile": "default",
        "availableProfiles": ["default"],
        "remoteRunners": {"enabled": False},
    }
    assert config["video"]["file"]["extensions"] == list(ACCEPTED_EXTENSIONS)
    assert ".mp4" in ACCEPTED_EXTENSIONS
    assert len(set(ACCEPTED_EXTENSIONS)) == len(ACCEPTED_EXTENSIONS)


def test_the_configuration_has_every_branch_clients_read(client: Client) -> None:
    config = client.get("/api/v1/config").json()

    assert sorted(config) == [
        "autoBlacklist",
        "avatar",
        "banner",
        "broadcastMessage",
        "client",
        "contactForm",
        "defaults",
        "email",
        "export",
        "followings",
        "homepage",
        "import",
        "instance",
        "live",
        "openTelemetry",
        "plugin",
        "search",
        "serverVersion",
        "signup",
        "storyboards",
        "theme",
        "tracker",
        "transcoding",
        "trending",
        "user",
        "video",
        "videoCaption",
        "videoChannels",
        "videoFile",
        "videoStudio",
        "videoTranscription",
        "views",
        "webadmin",
    ]


CLOSED = {
    "allowed": False,
    "allowedForCurrentIP": False,
    "requiresEmailVerification": False,
    "requiresApproval": False,
    "minimumAge": 16,
    "limit": -1,
}


@pytest.mark.parametrize(
    ("policy", "changes"),
    [
        (SignupPolicy(), {}),
        (
            SignupPolicy(mode=SignupMode.OPEN, verifies_email=True, minimum_age=13),
            {
                "allowed": True,
                "allowedForCurrentIP": True,
                "requiresEmailVerification": True,
                "minimumAge": 13,
            },
        ),
        (
            SignupPolicy(mode=SignupMode.APPROVAL, most_users=2),
            {
                "allowed": True,
                "allowedForCurrentIP": True,
                "requiresApproval": True,
                "limit": 2,
            },
        ),
        (SignupPolicy(mode=SignupMode.OPEN, most_users=1), {"limit": 1}),
        (
            SignupPolicy(mode=SignupMode.OPEN, allowed_networks=("192.0.2.0/24",)),
            {"allowed": True},
        ),
    ],
)
def test_the_configuration_says_who_may_join(
    client: Client, change: Change, ada: User, policy: SignupPolicy, changes: dict[str, Any]
) -> None:
    change(signup=policy)

    config = client.get("/api/v1/config").json()

    assert config["signup"] == {**CLOSED, **changes}


def test_the_configuration_says_what_newcomers_may_keep(client: Client, change: Change) -> None:
    before = client.get("/api/v1/config").json()["user"]
    change(signup=SignupPolicy(quota_bytes=10**9, daily_quota_bytes=10**8))

    after = client.get("/api/v1/config").json()["user"]

    assert (before, after) == (
        {"videoQuota": -1, "videoQuotaDaily": -1},
        {"videoQuota": 10**9, "videoQuotaDaily": 10**8},
    )


ON, OFF = {"enabled": True}, {"enabled": False}


@pytest.mark.parametrize(
    ("policy", "http", "torrent", "follows"),
    [
        (ImportPolicy(), ON, OFF, OFF),
        (ImportPolicy(urls=False, torrents=True), OFF, ON, OFF),
        (ImportPolicy(urls=False, sites=True), OFF, OFF, OFF),
        (ImportPolicy(urls=True, sites=True, torrents=True), ON, ON, ON),
    ],
)
def test_the_configuration_says_what_may_be_imported(
    client: Client, change: Change, policy: ImportPolicy, http: Any, torrent: Any, follows: Any
) -> None:
    change(imports=policy)

    config = client.get("/api/v1/config").json()

    assert config["import"] == {
        "videos": {"http": http, "torrent": torrent},
        "videoChannelSynchronization": follows,
        "users": OFF,
    }


@pytest.mark.parametrize("replaces", [False, True])
def test_the_configuration_says_whether_files_are_replaced(
    client: Client, change: Change, replaces: bool
) -> None:
    change(replaces_sources=replaces)

    config = client.get("/api/v1/config").json()

    assert config["videoFile"] == {"update": {"enabled": replaces}}


@pytest.mark.parametrize("sends_mail", [False, True])
def test_the_configuration_says_whether_mails_are_sent(
    client: Client, change: Change, sends_mail: bool
) -> None:
    change(sends_mail=sends_mail)

    config = client.get("/api/v1/config").json()

    assert config["email"] == {"enabled": sends_mail}
    assert config["contactForm"] == {"enabled": False}


def test_the_server_describes_itself(client: Client) -> None:
    about = client.get("/api/v1/config/about").json()

    assert about == {
        "instance": {
            "name": "Vitascope",
            "shortDescription": "A test",
            "description": "A test",
            "terms": "",
            "codeOfConduct": "",
            "hardwareInformation": "",
            "creationReason": "",
            "moderationInformation": "",
            "administrator": "",
            "maintenanceLifetime": "",
            "businessModel": "",
            "languages": [],
            "categories": [],
            "banners": [],
            "avatars": [],
        }
    }


def test_a_ping_is_answered(client: Client) -> None:
    answer = client.get("/api/v1/ping")

    assert (answer.status_code, answer.text) == (200, "pong")
