from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.kept import kept_in
from tests.factories import actor_of, make_user
from tests.media.clips import Draw

from vitascope.app import Parts, engine, open_parts
from vitascope.cli.add_finding import find_files
from vitascope.cli.add_run import Run
from vitascope.config import Config
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Role
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import State
from vitascope.db.migrate import migrate

pytestmark = pytest.mark.media


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    parts = open_parts(Config(data=tmp_path / "data", resolutions=(240,)))
    migrate(parts.db)
    yield parts
    parts.db.close()


@pytest.fixture
def root(parts: Parts) -> Actor:
    with parts.db.begin() as tx:
        return actor_of(make_user(tx, "root", Role.ADMINISTRATOR))


@pytest.fixture
def films(draw_clip: Draw, tmp_path: Path) -> list[Path]:
    return [
        draw_clip(name, "-metadata", f"title={name}", size="128x96", duration_s=1)
        for name in ("a.mp4", "b.mp4")
    ]


def states(parts: Parts) -> list[State]:
    return [kept.state for kept in kept_in(parts.config.data)]


def test_a_run_that_waits_ends_when_everything_is_encoded(
    parts: Parts, root: Actor, films: list[Path]
) -> None:
    run = Run(parts, root, VideoFields(), find_files(films), waits=True)

    is_whole = run.finish()

    assert (is_whole, run.watch.failed, states(parts)) == (True, [], [State.READY] * 2)


def test_a_server_at_work_on_the_folder_encodes_what_is_added(
    parts: Parts, root: Actor, films: list[Path]
) -> None:
    server = engine(parts)
    server.start()
    run = Run(parts, root, VideoFields(), find_files(films), waits=True)

    is_whole = run.finish()
    server.stop()

    assert (is_whole, states(parts)) == (True, [State.READY] * 2)


def test_what_was_there_unfinished_is_waited_for_as_well(
    parts: Parts, root: Actor, films: list[Path]
) -> None:
    Run(parts, root, VideoFields(), find_files(films), waits=False).finish()
    before = states(parts)
    run = Run(parts, root, VideoFields(), find_files(films), waits=True)

    run.finish()

    assert (run.tally.added, run.tally.there) == (0, 2)
    assert (before, states(parts)) == ([State.PROCESSING] * 2, [State.READY] * 2)
