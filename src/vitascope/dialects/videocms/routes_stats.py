"""What went through, and how the server is doing: for users their own, for administrators
everybody's.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from litestar import get
from litestar.handlers import HTTPRouteHandler

from vitascope.base.ids import UserId
from vitascope.core.access.model import Actor
from vitascope.core.stats.gauges import read_gauges
from vitascope.core.stats.model import Meter
from vitascope.core.stats.series import Wanted, read_series
from vitascope.core.stats.top import Contest, Ranking, read_largest, read_top
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer
from vitascope.dialects.videocms.auth import actor_of, administrator_of
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.dialects.videocms.stats_input import (
    ReadSpan,
    read_coarse,
    read_fine,
    read_mode,
    read_month,
    read_rendition,
    read_user,
    read_video,
)
from vitascope.dialects.videocms.wire_stats import PlaceOut, SystemOut, TrafficOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_Modes: TypeAlias = Mapping[str, tuple[Ranking, Meter]]
_Tell: TypeAlias = Callable[[Actor, UserId | None, Given], Answer]

_OWN, _ALL = "/api/account", "/api/stats"
_SERIES: Mapping[str, tuple[Meter, ReadSpan]] = {
    "/traffic": (Meter.TRAFFIC, read_fine),
    "/upload": (Meter.UPLOAD, read_coarse),
    "/encoding": (Meter.ENCODING, read_coarse),
    "/remote-download": (Meter.IMPORT_BYTES, read_month),
    "/remote-download/duration": (Meter.IMPORT_SECONDS, read_month),
}


def _files(meter: Meter) -> _Modes:
    return {"files": (Ranking.FILES, meter)}


def _users(meter: Meter) -> _Modes:
    return {"users": (Ranking.USERS, meter)}


_HOSTS: _Modes = {
    "domains": (Ranking.HOSTS, Meter.IMPORT_BYTES),
    **_users(Meter.IMPORT_BYTES),
    "duration": (Ranking.HOSTS, Meter.IMPORT_SECONDS),
}
# Of each list the first mode is meant where none is named.
_OWN_TOPS: Mapping[str, tuple[_Modes, ReadSpan]] = {
    "/traffic/top": (_files(Meter.TRAFFIC), read_fine),
    "/upload/top": ({**_files(Meter.UPLOAD), **_users(Meter.UPLOAD)}, read_coarse),
    "/encoding/top": (_files(Meter.ENCODING), read_coarse),
    "/remote-download/top": (_HOSTS, read_month),
}
_ALL_TOPS: Mapping[str, tuple[_Modes, ReadSpan]] = {
    "/traffic/top": ({**_users(Meter.TRAFFIC), **_files(Meter.TRAFFIC)}, read_fine),
    "/upload/top": ({**_users(Meter.UPLOAD), **_files(Meter.UPLOAD)}, read_coarse),
    "/encoding/top": ({**_users(Meter.ENCODING), **_files(Meter.ENCODING)}, read_coarse),
    "/remote-download/top": (_HOSTS, read_month),
}
_STORAGE = "/storage/top"
_OWN_STORAGE = {"files": Ranking.FILES}
_ALL_STORAGE = {"users": Ranking.USERS, "files": Ranking.FILES}


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    made = [_system(runtime)]
    for path, (meter, read) in _SERIES.items():
        tell = partial(_tell_series, runtime, meter, read)
        made += [_own(path, tell), _everybodys(path, tell)]
    for path, (modes, read) in _OWN_TOPS.items():
        made.append(_own(path, partial(_tell_top, runtime, modes, read)))
    for path, (modes, read) in _ALL_TOPS.items():
        made.append(_everybodys(path, partial(_tell_top, runtime, modes, read)))
    made.append(_own(_STORAGE, partial(_tell_largest, runtime, _OWN_STORAGE)))
    made.append(_everybodys(_STORAGE, partial(_tell_largest, runtime, _ALL_STORAGE)))
    return made


def _own(path: str, tell: _Tell) -> HTTPRouteHandler:
    @get(_OWN + path)
    async def own(request: AnyRequest) -> Answer:
        actor = actor_of(request)
        given = await read_input(request)
        return await on_thread(tell, actor, actor.known_user(), given)

    return own


def _everybodys(path: str, tell: _Tell) -> HTTPRouteHandler:
    @get(_ALL + path)
    async def everybodys(request: AnyRequest) -> Answer:
        actor = administrator_of(request)
        given = await read_input(request)
        return await on_thread(tell, actor, read_user(given), given)

    return everybodys


def _system(runtime: Runtime) -> HTTPRouteHandler:
    @get(_ALL)
    async def system(request: AnyRequest) -> Answer:
        actor = administrator_of(request)
        given = await read_input(request)
        return await on_thread(_tell_system, runtime, actor, given)

    return system


def _tell_series(
    runtime: Runtime,
    meter: Meter,
    read: ReadSpan,
    actor: Actor,
    user_id: UserId | None,
    given: Given,
) -> Answer:
    now = runtime.now()
    asked = read(given, now)
    is_by_file = meter is Meter.TRAFFIC
    wanted = Wanted(
        meter=meter,
        user_id=user_id,
        video_id=read_video(given) if is_by_file else None,
        rendition_id=read_rendition(given) if is_by_file else None,
        since=asked.since,
        until=asked.until,
        points=asked.points,
    )
    # What was sent a moment ago is in it.
    runtime.metering.write()
    with runtime.db.read() as tx:
        return answer(TrafficOut.of(read_series(tx, actor, wanted, now=now)))


def _tell_top(
    runtime: Runtime,
    modes: _Modes,
    read: ReadSpan,
    actor: Actor,
    user_id: UserId | None,
    given: Given,
) -> Answer:
    now = runtime.now()
    asked = read(given, now)
    mode = read_mode(given, modes)
    if mode is None:
        return answer([])
    ranking, meter = mode
    contest = Contest(
        meter=meter, ranking=ranking, user_id=user_id, since=asked.since, until=asked.until
    )
    runtime.metering.write()
    with runtime.db.read() as tx:
        places = read_top(tx, actor, contest, now=now)
    return answer([PlaceOut.of(place, ranking) for place in places])


def _tell_largest(
    runtime: Runtime,
    modes: Mapping[str, Ranking],
    actor: Actor,
    user_id: UserId | None,
    given: Given,
) -> Answer:
    ranking = read_mode(given, modes)
    if ranking is None:
        return answer([])
    with runtime.db.read() as tx:
        places = read_largest(tx, actor, ranking, user_id)
    return answer([PlaceOut.of(place, ranking) for place in places])


def _tell_system(runtime: Runtime, actor: Actor, given: Given) -> Answer:
    now = runtime.now()
    asked = read_fine(given, now)
    with runtime.db.read() as tx:
        averages = read_gauges(
            tx, actor, since=asked.since, until=asked.until, points=asked.points, now=now
        )
    return answer(SystemOut.of(averages))
