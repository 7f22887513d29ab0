"""A video that some sites show only: nobody else comes by its clear files, whichever way."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.dialects.avcaption.streamed import put_stream
from tests.dialects.whole import NOW, Whole, whole_server

from vitascope.core.access.media_tokens import MediaPass, mint_query_token
from vitascope.core.access.model import CredentialKind
from vitascope.core.access.playback import mint_playback_token
from vitascope.core.videos.model import VideoEntry

pytestmark = pytest.mark.journey

REFUSED = {401, 403, 404}


@dataclass(frozen=True)
class Stage:
    """Both films are Eve's, public and of the same bytes; one is shown on one site only."""

    whole: Whole
    everywhere: VideoEntry
    restricted: VideoEntry


@pytest.fixture(scope="module")
def stage(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("restricted")
    with whole_server(template, folder) as whole:
        films = [
            put_stream(
                whole.parts.db, folder, whole.eve, content=content, allowed_domains=domains
            )
            for content, domains in (("one", []), ("two", ["school.example"]))
        ]
        yield Stage(whole, *films)


def clear_paths(whole: Whole, film: VideoEntry) -> list[str]:
    """Where the APIs have what can be watched of a film, or read in it. Only muxed downloads
    are missing: the film has no pictures that could be muxed.
    """
    video = film.video.uuid
    captions = whole.request("GET", f"/api/v1/videos/{video}/captions").json()["data"]
    vsrc = whole.request("GET", f"/hls/resolve/vod_{video}")
    resolved = [vsrc.json()["url"]] if vsrc.is_success else [f"/hls/resolve/vod_{video}"]
    hls = f"/static/streaming-playlists/hls/{video}/{video}"
    return [
        *(f"/media/{video}/{name}.m3u8" for name in ("master", "720p", "captions/en")),
        *(f"/media/{video}/{name}" for name in ("720p.mp4", "audio-0.mp4", "captions/en.vtt")),
        *(f"{hls}-{name}.m3u8" for name in ("master", "720", "captions-en")),
        *(f"{hls}-{name}" for name in ("720-fragmented.mp4", "captions-en.vtt")),
        f"/download/streaming-playlists/hls/videos/{video}-720-fragmented.mp4",
        *(caption["captionPath"] for caption in captions),
        *resolved,
    ]


def videocms_paths(film: VideoEntry) -> list[str]:
    names = ["stream/muted/master.m3u8", "720p/out.m3u8", "720p/out.mp4", "720p/out0.mp4"]
    video = film.video.uuid
    return [
        f"{base}/{name}"
        for base in (f"/videos/qualitys/{video}", f"/{video}")
        for name in names
    ]


def muxed_paths(film: VideoEntry) -> list[str]:
    video = film.video.uuid
    return [
        f"/media/{video}/download/720p.mp4",
        f"/static/web-videos/{video}-720.mp4",
        f"/static/web-videos/private/{video}-720.mp4",
        f"/static/webseed/{video}-720.mp4",
        f"/download/web-videos/{video}-720.mp4",
        f"/videos/qualitys/{video}/720p/download/video.mkv",
        f"/videos/qualitys/{video}/720p/1/stream/video.mp4",
        f"/{video}/720p/1/stream/video.mp4",
    ]


def get(whole: Whole, path: str, **values: Any) -> httpx.Response:
    return whole.request("GET", path, **values)


def shown_by_all(whole: Whole, film: VideoEntry) -> dict[str, dict[str, Any]]:
    """What somebody who is not its owner may show to get at a film."""
    video = film.video.uuid
    playback = mint_playback_token(whole.parts.secret, video, now=NOW)
    key = whole.parts.vault.media_key("")
    media = mint_query_token(key, MediaPass(video=video), now=NOW)
    page = whole.request("GET", f"/v/{video}")
    cookies = [header.partition(";")[0] for header in page.headers.get_list("set-cookie")]
    token = whole.credential(whole.ada, CredentialKind.TOKEN)
    return {
        "nothing": {},
        "a site": {"headers": {"Origin": "https://school.example"}},
        "another's token": {"headers": {"Authorization": f"Bearer {token}"}},
        "a playback token": {"params": {"token": playback, "videoFileToken": playback}},
        "a playback cookie": {"headers": {"Cookie": f"playback_{video.hex}={playback}"}},
        "a media token": {"params": {"vc_token": media}},
        "the player's cookies": {"headers": {"Cookie": "; ".join(cookies)}},
    }


def test_what_everybody_may_watch_is_there_to_be_found(stage: Stage) -> None:
    whole, film = stage.whole, stage.everywhere
    shown = shown_by_all(whole, film)

    open_to_all = {path: get(whole, path).status_code for path in clear_paths(whole, film)}
    by_cookie = {
        path: get(whole, path, **shown["the player's cookies"]).status_code
        for path in videocms_paths(film)
    }

    assert set(open_to_all.values()) == {200}
    assert set(by_cookie.values()) == {200}


def test_nobody_gets_a_clear_file_of_what_one_site_shows(stage: Stage) -> None:
    whole, film = stage.whole, stage.restricted
    paths = [*clear_paths(whole, film), *videocms_paths(film), *muxed_paths(film)]

    let_in = [
        (name, path)
        for name, shown in shown_by_all(whole, film).items()
        for path in paths
        if get(whole, path, **shown).status_code not in REFUSED
    ]

    assert (len(paths) > 20, let_in) == (True, [])


def test_its_owner_and_moderators_have_the_files(stage: Stage) -> None:
    whole, film = stage.whole, stage.restricted
    tokens = [whole.credential(user, CredentialKind.TOKEN) for user in (whole.eve, whole.root)]
    paths = [path for path in clear_paths(whole, film) if not path.startswith("/hls/")]

    statuses = {
        get(whole, path, headers={"Authorization": f"Bearer {token}"}).status_code
        for token in tokens
        for path in paths
    }

    assert statuses == {200}


def test_whoever_may_see_it_sees_its_pictures_and_how_far_it_is(stage: Stage) -> None:
    video = stage.restricted.video

    statuses = {
        path: get(stage.whole, path).status_code
        for path in (
            f"/media/{video.uuid}/poster.jpg",
            f"/media/{video.uuid}/status",
            f"/v/{video.uuid}",
            f"/v/{video.uuid}/status",
            f"/embed/{video.embed_token}",
            f"/watch/{video.embed_token}",
        )
    }

    assert set(statuses.values()) == {200}


def test_no_cache_keeps_a_clear_file_for_others(stage: Stage) -> None:
    whole, film = stage.whole, stage.restricted
    owner = whole.credential(whole.eve, CredentialKind.TOKEN)

    answer = get(
        whole,
        f"/media/{film.video.uuid}/720p.mp4",
        headers={"Authorization": f"Bearer {owner}"},
    )

    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"
