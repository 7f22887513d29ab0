"""The settings, for administrators."""

from litestar import get, put
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid
from vitascope.core.access.model import Actor
from vitascope.core.settings.change import change_settings
from vitascope.core.settings.queries import read_settings
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, text
from vitascope.dialects.videocms.auth import administrator_of
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.dialects.videocms.wire_settings import read_row, row_out
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_SETTINGS = "/api/settings"


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get(_SETTINGS, sync_to_thread=True)
    def see(request: AnyRequest) -> Answer:
        administrator_of(request)
        with runtime.db.read() as tx:
            return answer(row_out(read_settings(tx, runtime.settings.defaults)))

    @put(_SETTINGS)
    async def change(request: AnyRequest) -> Answer:
        actor = administrator_of(request)
        given = await read_input(request)
        await on_thread(_change, runtime, actor, given)
        return text("ok", 200)

    return [see, change]


def _change(runtime: Runtime, actor: Actor, given: Given) -> None:
    defaults = runtime.settings.defaults
    with runtime.db.begin() as tx:
        changes = read_row(given, read_settings(tx, defaults))
        if changes.get("videocms_rate_limits") and runtime.limiter is None:
            words = "RatelimitEnabled: whoever runs this server has switched all limits off"
            raise Invalid("RatelimitEnabled", words)
        change_settings(tx, actor, defaults, changes, now=runtime.now())
    runtime.settings.forget()
