"""The logos of presets, from this server whatever server they are on."""

from dataclasses import dataclass

from litestar import Response, route
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery

from vitascope.base.errors import NotFound
from vitascope.base.ids import parse_uuid
from vitascope.core.presets.logo import logo_mark
from vitascope.core.presets.model import Preset
from vitascope.core.presets.queries import get_preset
from vitascope.http.logos import Logos
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.web.routing import READING

# The bytes are a stranger's: whatever they are, they act on nothing of ours.
_HEADERS = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "public, max-age=86400",
}


@dataclass(frozen=True, slots=True)
class PresetLogos:
    runtime: Runtime
    logos: Logos

    @classmethod
    def of(cls, runtime: Runtime) -> "PresetLogos":
        logos = Logos(lambda: runtime.store, lambda: runtime.guard, lambda: runtime.now())
        return cls(runtime, logos)

    def routes(self) -> list[HTTPRouteHandler]:
        @route("/presets/{preset_id:str}/logo", http_method=READING)
        async def logo(preset_id: FromPath[str], v: FromQuery[str] = "") -> Response[bytes]:
            return await self.show(preset_id, v)

        return [logo]

    async def show(self, preset_id: str, mark: str) -> Response[bytes]:
        """
        Raises:
            NotFound: no such preset, its logo is another one by now, or cannot be shown.
        """
        preset = await on_thread(self._preset, preset_id)
        # Another mark is kept by caches as well, and would name the wrong logo for a day.
        logo = await self.logos.logo(preset) if mark == logo_mark(preset) else None
        if logo is None:
            raise NotFound("logo", preset_id)
        return Response(logo.content, media_type=logo.media_type, headers=_HEADERS)

    def _preset(self, preset_id: str) -> Preset:
        preset_uuid = parse_uuid("preset", preset_id)
        with self.runtime.db.read() as tx:
            return get_preset(tx, preset_uuid)
