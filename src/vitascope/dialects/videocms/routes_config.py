"""What anybody may know of the server."""

from litestar import get
from litestar.handlers import HTTPRouteHandler

from vitascope.dialects.videocms.answers import Answer, answer
from vitascope.dialects.videocms.auth import CONFIG
from vitascope.dialects.videocms.wire_config import ConfigOut
from vitascope.http.runtime import Runtime


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get(CONFIG, sync_to_thread=False)
    def config() -> Answer:
        return answer(ConfigOut.of(runtime))

    return [config]
