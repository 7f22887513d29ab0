from tests.core.stats.counting import totals
from tests.factories import NOON, make_user, make_video

from vitascope.base.ids import AssetId
from vitascope.core.stats.model import Meter, Scope
from vitascope.pipeline.charging import charge
from vitascope.pipeline.workshop import Workshop


def test_time_is_charged_to_the_oldest_video_of_the_file(shop: Workshop) -> None:
    with shop.db.begin() as tx:
        ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
        first = make_video(tx, ada, content="the same", now=NOON).video
        make_video(tx, eve, content="the same", now=NOON)

    for seconds in (12.4, 0.1):
        charge(shop, AssetId(first.asset_id or 0), seconds)

    # Less than a second is one.
    with shop.db.read() as tx:
        assert {scope: totals(tx, Meter.ENCODING, scope) for scope in Scope} == {
            Scope.ALL: {(0, 0): 13},
            Scope.ACCOUNT: {(ada.account.id, 0): 13},
            Scope.VIDEO: {(first.id, ada.account.id): 13},
            Scope.RENDITION: {},
            Scope.HOST: {},
        }


def test_what_nobody_shows_any_more_is_charged_to_nobody(shop: Workshop) -> None:
    charge(shop, AssetId(4711), 12.0)

    with shop.db.read() as tx:
        assert totals(tx, Meter.ENCODING, Scope.ALL) == {}
