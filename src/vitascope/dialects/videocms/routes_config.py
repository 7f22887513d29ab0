"""What anybody may know of the server."""

from litestar import get
from litestar.handlers import HTTPRouteHandler

from vitascope.dialects.videocms.answers import Answer, answer, text
from vitascope.dialects.videocms.auth import CONFIG, EXAMPLE
from vitascope.dialects.videocms.wire_config import ConfigOut
from vitascope.dialects.videocms.wire_settings import example_out
from vitascope.http.runtime import Runtime


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get(CONFIG, sync_to_thread=True)
    def config() -> Answer:
        return answer(ConfigOut.of(runtime.settings.current()))

    @get(EXAMPLE, sync_to_thread=True)
    def example() -> Answer:
        return text(example_out(runtime.settings.current()), 200)

    return [config, example]
