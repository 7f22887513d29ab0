"""Encoding profiles: list, make, get, change, delete."""

from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.core.access.model import Actor
from vitascope.core.profiles.keep import (
    add_profile,
    change_profile,
    list_own_profiles,
    own_profile,
    remove_profile,
)
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.auth import AnyRequest, KeyGate
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.documents import Document, read_document
from vitascope.dialects.vsrc.profiles import (
    SERVER_PROFILE,
    number_of,
    parse_number,
    parse_own,
    profile_of,
)
from vitascope.dialects.vsrc.wire import Envelope
from vitascope.dialects.vsrc.wire_profiles import (
    ProfileOut,
    ProfileRemovedOut,
    read_profile,
    server_profile,
)
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread


def routes(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    return [*_reading(runtime, gate), *_writing(runtime, gate)]


def _reading(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    def list_profiles(request: AnyRequest) -> Envelope[list[ProfileOut]]:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            own = list_own_profiles(tx, actor)
        servers = server_profile(runtime.settings.current(), own)
        return Envelope(data=[servers, *(ProfileOut.of(profile) for profile in own)])

    def show_profile(profile_id: FromPath[str], request: AnyRequest) -> Envelope[ProfileOut]:
        actor = gate.reader(request)
        number = parse_number(profile_id)
        with runtime.db.read() as tx:
            if number != SERVER_PROFILE:
                return Envelope(data=ProfileOut.of(own_profile(tx, actor, profile_of(number))))
            own = list_own_profiles(tx, actor)
        return Envelope(data=server_profile(runtime.settings.current(), own))

    return [
        *bind(paths.LIST_PROFILES, list_profiles),
        *bind(paths.SHOW_PROFILE, show_profile),
    ]


def _writing(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    async def create_profile(request: AnyRequest) -> Envelope[ProfileOut]:
        actor = await on_thread(gate.writer, request)
        made = await on_thread(_create, runtime, actor, await read_document(request))
        return Envelope(message="Encoding profile created successfully", data=made)

    async def update_profile(
        profile_id: FromPath[str], request: AnyRequest
    ) -> Envelope[ProfileOut]:
        actor = await on_thread(gate.writer, request)
        given = await read_document(request)
        changed = await on_thread(_change, runtime, actor, profile_id, given)
        return Envelope(message="Encoding profile updated successfully", data=changed)

    def delete_profile(
        profile_id: FromPath[str], request: AnyRequest
    ) -> Envelope[ProfileRemovedOut]:
        actor = gate.writer(request)
        own = parse_own(profile_id)
        with runtime.db.begin() as tx:
            remove_profile(tx, actor, own)
        removed = ProfileRemovedOut(number_of(own))
        return Envelope(message="Encoding profile deleted successfully", data=removed)

    return [
        *bind(paths.CREATE_PROFILE, create_profile),
        *bind(paths.CHANGE_PROFILE, update_profile),
        *bind(paths.DELETE_PROFILE, delete_profile),
    ]


def _create(runtime: Runtime, actor: Actor, given: Document) -> ProfileOut:
    new = read_profile(given)
    with runtime.db.begin() as tx:
        return ProfileOut.of(add_profile(tx, actor, new, now=runtime.now()))


def _change(runtime: Runtime, actor: Actor, text: str, given: Document) -> ProfileOut:
    own, new = parse_own(text), read_profile(given)
    with runtime.db.begin() as tx:
        return ProfileOut.of(change_profile(tx, actor, own, new, now=runtime.now()))
