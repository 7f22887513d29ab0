import uuid
from datetime import timedelta

import pytest
from tests.factories import NOON

from vitascope.core.access.playback import mint_playback_token, playback_token_holds

VIDEO, OTHER = uuid.uuid4(), uuid.uuid4()
SECRET = b"a secret"


def test_a_token_holds_for_its_video_and_eight_hours() -> None:
    token = mint_playback_token(SECRET, VIDEO, now=NOON)

    later = NOON + timedelta(hours=7, minutes=59)
    assert playback_token_holds(SECRET, VIDEO, token, now=later)
    assert not playback_token_holds(SECRET, VIDEO, token, now=NOON + timedelta(hours=8))
    assert not playback_token_holds(SECRET, OTHER, token, now=NOON)
    assert not playback_token_holds(b"another", VIDEO, token, now=NOON)


@pytest.mark.parametrize("token", ["", "a", "====", "ü", "A" * 500])
def test_nonsense_is_no_token(token: str) -> None:
    assert not playback_token_holds(SECRET, VIDEO, token, now=NOON)
