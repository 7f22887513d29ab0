from datetime import timedelta

from tests.factories import NOON, make_user, make_video

from vitascope.core.videos.queries.usage import sum_source_bytes
from vitascope.db import Tx


def test_usage_counts_the_sources_behind_an_accounts_videos(tx: Tx) -> None:
    ada, bob = make_user(tx, "ada"), make_user(tx, "bob")
    make_video(tx, ada, content="one", now=NOON - timedelta(days=2))
    make_video(tx, ada, content="two")
    make_video(tx, bob, content="three")

    whole = sum_source_bytes(tx, ada.account.id)
    today = sum_source_bytes(tx, ada.account.id, since=NOON - timedelta(days=1))

    assert (whole, today) == (2000, 1000)


def test_who_has_no_videos_uses_nothing(tx: Tx) -> None:
    assert sum_source_bytes(tx, make_user(tx).account.id) == 0
