"""Player presets: list, make, get, change, delete."""

from litestar import delete, get, post, put
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.ids import parse_uuid
from vitascope.core.access.model import Actor
from vitascope.core.presets.keep import (
    add_preset,
    change_preset,
    list_own_presets,
    own_preset,
    remove_preset,
)
from vitascope.core.presets.model import Look, NewPreset
from vitascope.dialects.avcaption.auth import AnyRequest, Gate
from vitascope.dialects.avcaption.input import Input, read_json
from vitascope.dialects.avcaption.wire_presets import PresetOut, PresetsOut, read_preset
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_NOTHING_SAID = NewPreset(name="", is_default=False, look=Look())


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @get("/presets", sync_to_thread=True)
    def list_presets(request: AnyRequest) -> PresetsOut:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            return PresetsOut.of(list_own_presets(tx, actor))

    @post("/presets")
    async def create_preset(request: AnyRequest) -> PresetOut:
        actor = await on_thread(gate.writer, request)
        return await on_thread(_create, runtime, actor, await read_json(request))

    @get("/presets/{preset_id:str}", sync_to_thread=True)
    def show_preset(preset_id: FromPath[str], request: AnyRequest) -> PresetOut:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            return PresetOut.of(own_preset(tx, actor, parse_uuid("preset", preset_id)))

    @put("/presets/{preset_id:str}")
    async def replace_preset(preset_id: FromPath[str], request: AnyRequest) -> PresetOut:
        actor = await on_thread(gate.writer, request)
        given = await read_json(request)
        return await on_thread(_change, runtime, actor, preset_id, given)

    @delete("/presets/{preset_id:str}", sync_to_thread=True)
    def delete_preset(preset_id: FromPath[str], request: AnyRequest) -> None:
        actor = gate.writer(request)
        with runtime.db.begin() as tx:
            remove_preset(tx, actor, parse_uuid("preset", preset_id))

    return [list_presets, create_preset, show_preset, replace_preset, delete_preset]


def _create(runtime: Runtime, actor: Actor, given: Input) -> PresetOut:
    new = read_preset(given, _NOTHING_SAID)
    with runtime.db.begin() as tx:
        return PresetOut.of(add_preset(tx, actor, new, now=runtime.now()))


def _change(runtime: Runtime, actor: Actor, preset_id: str, given: Input) -> PresetOut:
    preset_uuid = parse_uuid("preset", preset_id)
    with runtime.db.begin() as tx:
        kept = own_preset(tx, actor, preset_uuid)
        new = read_preset(
            given, NewPreset(name=kept.name, is_default=kept.is_default, look=kept.look)
        )
        return PresetOut.of(change_preset(tx, actor, preset_uuid, new, now=runtime.now()))
