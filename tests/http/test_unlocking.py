import uuid
from pathlib import Path

import pytest
from tests.dialects.runtimes import make_runtime
from tests.factories import make_user, make_video

from vitascope.base.errors import NotFound
from vitascope.core.access.attempts import TooManyAttempts
from vitascope.core.access.model import ANONYMOUS
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.read import PasswordWrong
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.unlocking import unlock

HOME, ELSEWHERE = "192.0.2.7", "192.0.2.8"


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


@pytest.fixture
def locked(db: Database) -> uuid.UUID:
    with db.begin() as tx:
        owner = make_user(tx)
        entry = make_video(tx, owner, privacy=Privacy.PASSWORD, passwords=["open sesame"])
    return entry.video.uuid


def guess(runtime: Runtime, video: uuid.UUID, address: str = HOME) -> str:
    try:
        unlock(runtime, ANONYMOUS, address, video, "a guess")
    except (PasswordWrong, TooManyAttempts) as error:
        return type(error).__name__
    return "opened"


def test_the_right_password_opens_and_forgives(runtime: Runtime, locked: uuid.UUID) -> None:
    guesses = [guess(runtime, locked) for _ in range(3)]

    entry = unlock(runtime, ANONYMOUS, HOME, locked, "open sesame")

    assert entry.video.uuid == locked
    assert {*guesses, guess(runtime, locked)} == {"PasswordWrong"}


def test_who_guesses_too_often_has_to_wait_and_others_have_not(
    runtime: Runtime, locked: uuid.UUID
) -> None:
    guesses = [guess(runtime, locked) for _ in range(12)]

    with pytest.raises(TooManyAttempts):
        unlock(runtime, ANONYMOUS, HOME, locked, "open sesame")
    elsewhere = unlock(runtime, ANONYMOUS, ELSEWHERE, locked, "open sesame")

    assert (guesses[0], guesses[-1]) == ("PasswordWrong", "TooManyAttempts")
    assert elsewhere.video.uuid == locked


def test_there_is_nothing_to_open_where_there_is_no_video(runtime: Runtime) -> None:
    with pytest.raises(NotFound):
        unlock(runtime, ANONYMOUS, HOME, uuid.UUID(int=1), "open sesame")
