from pathlib import Path

import pytest
from tests.conftest import SECRET
from tests.core.embeds.streaming import at
from tests.dialects.avcaption.streamed import put_stream
from tests.dialects.runtimes import make_runtime
from tests.factories import NOON

from vitascope.base.errors import NotFound
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import update_asset
from vitascope.core.embeds.model import Playback
from vitascope.core.embeds.play import begin_playback
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.dialects.avcaption.watching import Watching
from vitascope.http.viewing import Viewing


@pytest.fixture
def film(db: Database, tmp_path: Path, ada: User) -> VideoEntry:
    return put_stream(db, tmp_path, ada)


def begun(db: Database, film: VideoEntry) -> Playback:
    token = film.video.embed_token
    with db.begin() as tx:
        return begin_playback(tx, token, at(), binds_network=False, now=NOON)[0]


def views(db: Database, film: VideoEntry, viewing: Viewing) -> int:
    viewing.write()
    with db.read() as tx:
        return get_entry(tx, film.video.id).video.views


def test_ten_seconds_of_a_session_are_a_view(
    db: Database, tmp_path: Path, film: VideoEntry
) -> None:
    viewing = Viewing(db, SECRET, lambda: NOON)
    watching = Watching(make_runtime(db, tmp_path, viewing=viewing))
    one, other = begun(db, film), begun(db, film)
    counted = []

    # Two seconds each, whatever the rendition; the same ones again are nothing new.
    for playback in (one, other):
        for number in (0, 1, 2, 3, 3, 0, 4):
            rendition = "720p" if number % 2 else "audio-0"
            watching.note(playback, rendition, number)
            counted.append(views(db, film, viewing))

    assert counted == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2]


def test_more_than_half_of_a_short_video_is_a_view(
    db: Database, tmp_path: Path, film: VideoEntry
) -> None:
    assert film.media is not None
    with db.begin() as tx:
        update_asset(tx, film.media.id, now=NOON, duration_ms=6000)
    viewing = Viewing(db, SECRET, lambda: NOON)
    watching = Watching(make_runtime(db, tmp_path, viewing=viewing))
    playback = begun(db, film)
    counted = []

    for number in (0, 1):
        watching.note(playback, "720p", number)
        counted.append(views(db, film, viewing))

    assert counted == [0, 1]


def test_what_is_not_there_is_no_view(db: Database, tmp_path: Path, film: VideoEntry) -> None:
    viewing = Viewing(db, SECRET, lambda: NOON)
    watching = Watching(make_runtime(db, tmp_path, viewing=viewing))
    playback = begun(db, film)

    for number in range(100, 120):
        watching.note(playback, "720p", number)

    assert views(db, film, viewing) == 0
    with pytest.raises(NotFound):
        watching.note(playback, "1080p", 0)


def test_of_one_network_thirty_sessions_count(
    db: Database, tmp_path: Path, film: VideoEntry
) -> None:
    viewing = Viewing(db, SECRET, lambda: NOON)
    watching = Watching(make_runtime(db, tmp_path, viewing=viewing))

    for address in (*["2001:db8::1"] * 32, "192.0.2.1"):
        playback = begun(db, film)
        for number in range(5):
            watching.note(playback, "720p", number, address=address)

    assert views(db, film, viewing) == 31
