import pytest
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import Client
from tests.dialects.videocms.films import BYTES, audio_of, cookie_of, put_film, subtitle_of
from tests.settings import changed

from vitascope.core.accounts.model import User
from vitascope.core.stats.model import HOUR_S, Scope
from vitascope.core.stats.tables import meters
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.runtime import Runtime


@pytest.fixture
def film(runtime: Runtime, bob: User) -> VideoEntry:
    return put_film(runtime, bob)


def tails(film: VideoEntry) -> list[str]:
    sound, words = audio_of(film, 0), subtitle_of(film, "en")
    return [
        "stream/muted/master.m3u8",
        "stream/multi/master.m3u8",
        f"{sound}/stream/master.m3u8",
        "720p/out.m3u8",
        "720p/out.mp4",
        "720p/out0.mp4",
        f"{sound}/audio/audio.m3u8",
        f"{sound}/audio/audio.mp4",
        f"{words}/subtitle/out.ass",
        f"{words}/subtitle/out.vtt",
    ]


@pytest.mark.parametrize("prefix", ["/videos/qualitys", ""])
def test_everything_is_at_both_places_and_can_be_asked_after(
    client: Client, runtime: Runtime, film: VideoEntry, prefix: str
) -> None:
    shown = cookie_of(runtime, film)
    paths = [f"{prefix}/{film.video.uuid}/{tail}" for tail in tails(film)]

    whole = [client.get(path, headers=shown) for path in paths]
    asked = [client.head(path, headers=shown) for path in paths]
    stranger = [client.get(path) for path in paths]

    assert [answer.status_code for answer in whole] == [200] * len(paths)
    assert [(a.status_code, a.content) for a in asked] == [(200, b"")] * len(paths)
    assert [int(a.headers["content-length"]) for a in asked] == [
        len(answer.content) for answer in whole
    ]
    assert [(a.status_code, a.text) for a in stranger] == [(401, "Missing media token")] * len(
        paths
    )


def test_what_a_player_has_is_not_sent_again(
    client: Client, runtime: Runtime, film: VideoEntry
) -> None:
    shown = cookie_of(runtime, film)
    for file in ("out.mp4", "out0.mp4"):
        path = f"/videos/qualitys/{film.video.uuid}/720p/{file}"
        first = client.get(path, headers=shown)

        again = client.get(path, headers={**shown, "If-None-Match": first.headers["etag"]})

        assert (first.content, again.status_code, again.content) == (BYTES, 304, b"")
        # A cache in between would not ask for the token.
        assert first.headers["cache-control"] == "private, max-age=31536000, immutable"


@pytest.mark.parametrize("tail", ["720p/download/video.mkv", "720p/1/stream/video.mp4"])
def test_downloads_may_be_switched_off(
    runtime: Runtime, client: Client, ada: User, bob: User, tail: str
) -> None:
    kept = put_film(runtime, ada, downloads_allowed=False, content="another clip")
    film = put_film(runtime, bob)
    off = changed(runtime, downloads_enabled=False)

    by_owner = client.get(
        f"/videos/qualitys/{kept.video.uuid}/{tail}", headers=cookie_of(runtime, kept)
    )
    with TestClient(built(build, off)) as elsewhere:
        by_setting = elsewhere.get(
            f"/videos/qualitys/{film.video.uuid}/{tail}", headers=cookie_of(runtime, film)
        )

    refusal = (400, "download disabled")
    assert (by_owner.status_code, by_owner.text) == refusal
    assert (by_setting.status_code, by_setting.text) == refusal


def test_what_is_watched_is_charged_to_the_owner(
    client: Client, runtime: Runtime, film: VideoEntry, db: Database
) -> None:
    shown = cookie_of(runtime, film)
    root = f"/videos/qualitys/{film.video.uuid}"

    client.get(f"{root}/720p/out.mp4", headers={**shown, "Range": "bytes=0-99"})
    client.head(f"{root}/720p/out.mp4", headers=shown)
    client.get(f"{root}/720p/out.mp4")
    client.get(f"{root}/{audio_of(film, 0)}/audio/audio.mp4", headers=shown)
    runtime.metering.write()

    with db.read() as tx:
        hour = tx.execute(meters.select().where(meters.c.grain_s == HOUR_S)).all()
    sums = {(row.scope, row.subject_id): row.amount for row in hour}
    renditions = sorted(row.amount for row in hour if row.scope is Scope.RENDITION)
    assert sums[Scope.ACCOUNT, film.owner_id] == 600
    assert sums[Scope.VIDEO, film.video.id] == 600
    assert renditions == [100, 500]
