"""Encoding profiles, and live streams, which are not here yet."""

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.auth import AnyRequest, KeyGate
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.errors import Failure, failure
from vitascope.dialects.vsrc.profiles import Profile, default_profile
from vitascope.dialects.vsrc.wire import Envelope
from vitascope.http.runtime import Runtime


def routes(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    def list_profiles(request: AnyRequest) -> Envelope[list[Profile]]:
        gate.reader(request)
        return Envelope(data=[default_profile(runtime.resolutions)])

    def create_live(request: AnyRequest) -> Response[Failure]:
        gate.writer(request)
        return failure(
            501, "NOT_IMPLEMENTED", "Live streams are not available on this server yet"
        )

    return [
        *bind(paths.ENCODING_PROFILES, list_profiles),
        *bind(paths.CREATE_LIVE, create_live),
    ]
