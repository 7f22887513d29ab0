from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from tests.factories import (
    NOON,
    actor_of,
    make_rendition,
    make_source,
    make_user,
    make_video,
)

from vitascope.base.ids import AssetId
from vitascope.core.accounts.model import User
from vitascope.core.assets.model import RenditionKind
from vitascope.core.assets.queries import save_rendition
from vitascope.core.uploads.finish import finish_upload
from vitascope.core.users.model import Usage
from vitascope.core.users.usage import QuotaRule, UserQuotaExceeded, check_quota, user_usage
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx

HOUR = timedelta(hours=1)
FIELDS = VideoFields(title="A film")


def asset_of(entry: VideoEntry) -> AssetId:
    assert entry.media is not None
    return entry.media.id


@pytest.fixture
def user(tx: Tx) -> User:
    return make_user(tx)


def test_somebody_without_videos_uses_nothing(tx: Tx, user: User) -> None:
    make_video(tx, make_user(tx, "eve"))

    assert user_usage(tx, user.id, now=NOON) == Usage()


def test_a_video_counts_with_its_source_until_something_is_made_of_it(
    tx: Tx, user: User
) -> None:
    entry = make_video(tx, user)
    before = user_usage(tx, user.id, now=NOON)

    make_rendition(tx, asset_of(entry), 720)
    after = user_usage(tx, user.id, now=NOON)

    assert before == Usage(total_bytes=1000, daily_bytes=1000, file_bytes=1000, videos=1)
    assert after == Usage(total_bytes=5000, daily_bytes=5000, file_bytes=6000, videos=1)


def test_only_the_largest_picture_of_each_video_counts(tx: Tx, user: User) -> None:
    one, two = make_video(tx, user, content="one"), make_video(tx, user, content="two")
    for asset, resolution, size in [(one, 720, 300), (one, 360, 70), (two, 360, 40)]:
        rendition = make_rendition(tx, asset_of(asset), resolution)
        save_rendition(tx, replace(rendition, size_bytes=size), [])
    sound = replace(
        make_rendition(tx, asset_of(two), 240),
        name="sound",
        kind=RenditionKind.AUDIO,
        size_bytes=9000,
    )
    save_rendition(tx, replace(sound, name="240p", size_bytes=5), [])

    usage = user_usage(tx, user.id, now=NOON)

    assert usage == Usage(total_bytes=340, daily_bytes=340, file_bytes=2415, videos=2)


def test_a_shared_source_counts_for_each_of_its_videos(tx: Tx, user: User) -> None:
    eve = make_user(tx, "eve")
    for owner in (user, user, eve):
        make_rendition(tx, asset_of(make_video(tx, owner)))

    assert user_usage(tx, user.id, now=NOON).total_bytes == 10_000
    assert user_usage(tx, eve.id, now=NOON).total_bytes == 5_000


def test_the_day_is_the_last_24_hours(tx: Tx, user: User) -> None:
    make_video(tx, user, content="old", now=NOON - 24 * HOUR)
    make_video(tx, user, content="new", now=NOON - 23 * HOUR)

    usage = user_usage(tx, user.id, now=NOON)

    assert usage == Usage(total_bytes=2000, daily_bytes=1000, file_bytes=2000, videos=2)


def test_a_video_without_a_source_takes_no_room(tx: Tx, user: User) -> None:
    entry = make_video(tx, user)
    tx.execute(sa.text("UPDATE videos SET asset_id = NULL"))

    assert entry.media is not None
    assert user_usage(tx, user.id, now=NOON) == Usage(videos=1)


def test_sums_are_larger_than_any_disk(tx: Tx, user: User) -> None:
    for number in range(3):
        source = make_source(str(number), size_bytes=2**61)
        finish_upload(tx, actor_of(user), source, FIELDS, now=NOON)

    assert user_usage(tx, user.id, now=NOON).total_bytes == 3 * 2**61


@pytest.mark.parametrize(
    ("total", "daily", "size", "refused"),
    [
        (None, None, 10**15, None),
        (3001, None, 1000, None),
        (3000, None, 1000, (2000, 3000)),
        (2999, None, 1000, (2000, 2999)),
        (None, 2001, 1000, None),
        (None, 2000, 1000, (1000, 2000)),
        (10_000, 2000, 1000, (1000, 2000)),
        (2000, 10_000, 0, (2000, 2000)),
        (0, None, 0, (2000, 0)),
    ],
)
def test_reaching_a_quota_exactly_is_too_much(
    tx: Tx,
    total: int | None,
    daily: int | None,
    size: int,
    refused: tuple[int, int] | None,
) -> None:
    ada = make_user(tx, "ada")
    make_video(tx, ada, content="old", now=NOON - 30 * HOUR)
    make_video(tx, ada, content="new", now=NOON - HOUR)
    tx.execute(
        sa.text("UPDATE users SET quota_bytes = :total, daily_quota_bytes = :daily"),
        {"total": total, "daily": daily},
    )

    if refused is None:
        check_quota(tx, ada.id, size, now=NOON)
    else:
        with pytest.raises(UserQuotaExceeded) as error:
            check_quota(tx, ada.id, size, now=NOON)
        assert (error.value.used, error.value.limit, error.value.unit) == (*refused, "bytes")


def test_a_quota_may_be_used_up_or_not_as_the_asker_counts(tx: Tx) -> None:
    ada = make_user(tx, "ada", quota_bytes=1000)

    check_quota(tx, ada.id, 999, now=NOON)
    check_quota(tx, ada.id, 1000, rule=QuotaRule.UP_TO, now=NOON)
    check_quota(tx, ada.id, 400, reserved_bytes=600, rule=QuotaRule.UP_TO, now=NOON)

    with pytest.raises(UserQuotaExceeded):
        check_quota(tx, ada.id, 1000, now=NOON)
    with pytest.raises(UserQuotaExceeded):
        check_quota(tx, ada.id, 1001, rule=QuotaRule.UP_TO, now=NOON)
    with pytest.raises(UserQuotaExceeded) as refused:
        check_quota(tx, ada.id, 401, reserved_bytes=600, rule=QuotaRule.UP_TO, now=NOON)
    assert (refused.value.used, refused.value.limit) == (600, 1000)


@pytest.mark.parametrize("videos", [1, 3])
def test_the_usage_takes_one_query_however_many_videos(tx: Tx, user: User, videos: int) -> None:
    for number in range(videos):
        make_rendition(tx, asset_of(make_video(tx, user, content=str(number))))
    queries: list[str] = []
    sa.event.listen(tx, "before_cursor_execute", lambda *args: queries.append(args[2]))

    usage = user_usage(tx, user.id, now=NOON)

    assert (usage.videos, len(queries)) == (videos, 1)
