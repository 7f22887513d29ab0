"""Totals of one's own videos."""

from litestar import get
from litestar.handlers import HTTPRouteHandler

from vitascope.core.videos.queries.totals import sum_videos
from vitascope.dialects.avcaption.auth import AnyRequest, Gate
from vitascope.dialects.avcaption.library import STATUS, account_of
from vitascope.dialects.avcaption.limits import STATS
from vitascope.dialects.avcaption.wire import StatsOut
from vitascope.http.runtime import Runtime


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @get("/stats", sync_to_thread=True)
    def stats(request: AnyRequest) -> StatsOut:
        account_id = account_of(gate.reader(request, STATS))
        with runtime.db.read() as tx:
            return StatsOut.of(sum_videos(tx, account_id, tuple(STATUS)))

    return [stats]
