from typing import Any

import pytest

from vitascope.dialects.peertube.app import ROUTES
from vitascope.http.shared_paths import (
    PEERTUBE_FAMILIES,
    PEERTUBE_WORDS,
    choose_video_dialect,
)

UUID = "7b8f4d1e-6f0c-4b57-9c43-0d5d1c1b2a3f"
TOKEN = "0" * 40

SHARED = ("/api/v1/videos", "/api/v1/videos/", f"/api/v1/videos/{UUID}", "/api/v1/videos/7")
NOBODYS = ("/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/nothing/at/all")
PEERTUBES = (
    "/api/v1/config",
    "/api/v1/users/me/videos",
    "/api/v1/videos/upload",
    "/api/v1/videos/upload-resumable",
    "/api/v1/videos/categories",
    "/api/v1/videos/imports/7",
    f"/api/v1/videos/{UUID}/description",
    f"/api/v1/videos/{UUID}/rate",
)

# Good and bad ones alike: only the shape counts.
OF_PEERTUBE: tuple[dict[str, str], ...] = ({}, {"authorization": f"Bearer {TOKEN}"})
OF_AVCAPTION: tuple[dict[str, str], ...] = (
    {"x-api-key": "avc_" + "0" * 64},
    {"x-api-key": "avc_"},
    {"x-api-key": "wrong"},
    {"x-api-key": ""},
    {"x-api-key": TOKEN},
    {"x-api-key": "avc_1", "authorization": f"Bearer {TOKEN}"},
    {"query": "page=1&api_key=avc_1"},
    {"query": f"api_key={TOKEN}"},
    {"query": "api_key="},
    {"query": "api_key=avc_1", "authorization": f"Bearer {TOKEN}"},
    {"authorization": "Bearer avc_" + "0" * 64},
    {"authorization": "Bearer ak_" + "0" * 64},
    {"authorization": "Bearer vsrc_" + "0" * 48},
    {"authorization": "Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl"},
    {"authorization": "Bearer nonsense"},
    {"authorization": "Bearer " + "0" * 39},
    {"authorization": "Bearer " + "A" * 40},
)


def request(path: str, *, query: str = "", **headers: str) -> Any:
    given = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "path": path, "query_string": query.encode(), "headers": given}


@pytest.mark.parametrize("path", [*SHARED, *NOBODYS])
@pytest.mark.parametrize("shown", OF_PEERTUBE)
def test_nobody_known_and_a_token_mean_peertube(path: str, shown: dict[str, str]) -> None:
    chosen = choose_video_dialect(request(path, **shown))

    assert chosen == "peertube"


@pytest.mark.parametrize("path", [*SHARED, *NOBODYS])
@pytest.mark.parametrize("shown", OF_AVCAPTION)
def test_every_other_credential_means_avcaption(path: str, shown: dict[str, str]) -> None:
    chosen = choose_video_dialect(request(path, **shown))

    assert chosen == "avcaption"


@pytest.mark.parametrize("path", PEERTUBES)
@pytest.mark.parametrize("shown", [*OF_PEERTUBE, *OF_AVCAPTION])
def test_a_path_that_only_peertube_has_is_left_to_the_table(
    path: str, shown: dict[str, str]
) -> None:
    asked = request(path, **shown, **{"x-api-dialect": "avcaption"})

    chosen = choose_video_dialect(asked)

    assert chosen is None


@pytest.mark.parametrize(
    ("wanted", "shown", "chosen"),
    [
        ("avcaption", {}, "avcaption"),
        ("avcaption", {"authorization": f"Bearer {TOKEN}"}, "avcaption"),
        ("peertube", {"x-api-key": "avc_1"}, "peertube"),
        ("vsrc", {}, "peertube"),
        ("vsrc", {"x-api-key": "avc_1"}, "avcaption"),
        ("web", {"x-api-key": "avc_1"}, "avcaption"),
        ("", {}, "peertube"),
    ],
)
def test_a_header_says_which_of_the_two_is_meant_and_names_no_other(
    wanted: str, shown: dict[str, str], chosen: str
) -> None:
    asked = request(SHARED[0], **shown, **{"x-api-dialect": wanted})

    found = choose_video_dialect(asked)

    assert found == chosen


def test_the_table_knows_every_path_of_peertube() -> None:
    served = [
        path.removeprefix("/api/v1/").split("/")
        for route in ROUTES
        for path in route.paths
        if path.startswith("/api/v1/")
    ]

    families = {words[0] for words in served}
    words = {words[1] for words in served if words[0] == "videos" and words[1:]}

    assert families - PEERTUBE_FAMILIES == set()
    assert {word for word in words if not word.startswith("{")} - PEERTUBE_WORDS == set()


@pytest.mark.parametrize("shown", [*OF_PEERTUBE, *OF_AVCAPTION])
@pytest.mark.parametrize("below", ["", "/en", "/en/translate", "/translations"])
def test_subtitles_of_a_video_are_avcaption_s_whatever_is_shown(
    below: str, shown: dict[str, str]
) -> None:
    path = f"/api/v1/videos/{UUID}/subtitles{below}"

    assert choose_video_dialect(request(path, **shown)) == "avcaption"
