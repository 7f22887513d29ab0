from tests.dialects.avcaption.conftest import Client
from tests.dialects.runtimes import Headers
from tests.factories import NOON, make_video

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import Privacy, State
from vitascope.core.videos.queries.writing import update_video
from vitascope.db import Database


def test_totals_are_those_of_the_caller(
    client: Client, db: Database, ada: User, bob: User, keyed: Headers
) -> None:
    with db.begin() as tx:
        first = make_video(tx, ada, content="one", privacy=Privacy.PRIVATE)
        make_video(tx, ada, content="two")
        concert = make_video(tx, ada, content="three")
        make_video(tx, bob, content="four")
        update_video(tx, first.video.id, now=NOON, views=3)
        update_video(tx, concert.video.id, now=NOON, state=State.LIVE, views=50)

    answer = client.get("/api/v1/stats", headers=keyed)

    assert (answer.status_code, answer.json()) == (
        200,
        {"total_videos": 2, "total_views": 3, "storage_used": 2000},
    )
