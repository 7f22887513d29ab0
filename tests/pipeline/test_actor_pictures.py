import io

import pytest

from vitascope.core.users.events import PicturesReplaced, UserDeleted
from vitascope.pipeline.actor_pictures import remove_actor_pictures
from vitascope.pipeline.workshop import Workshop

GONE = ["actors/a.jpg", "actors/b.jpg"]


@pytest.mark.parametrize(
    "event",
    [
        PicturesReplaced(handle="ada", keys=GONE),
        UserDeleted(user_id=1, username="ada", pictures=GONE),
    ],
    ids=lambda event: type(event).__name__,
)
async def test_pictures_nobody_shows_are_removed_and_a_second_time_does_no_harm(
    shop: Workshop, event: PicturesReplaced | UserDeleted
) -> None:
    for key in (*GONE, "actors/kept.jpg"):
        shop.store.put(key, io.BytesIO(b"a picture"))

    await remove_actor_pictures(shop, event)
    await remove_actor_pictures(shop, event)

    assert list(shop.store.list("actors/")) == ["actors/kept.jpg"]


async def test_a_user_without_pictures_leaves_none_behind(shop: Workshop) -> None:
    shop.store.put("actors/kept.jpg", io.BytesIO(b"a picture"))

    await remove_actor_pictures(shop, UserDeleted(user_id=1, username="ada", pictures=[]))

    assert list(shop.store.list("actors/")) == ["actors/kept.jpg"]
