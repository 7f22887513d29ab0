from tests.dialects.runtimes import Client

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
