"""Who is calling: the bearer token, and what opens single videos."""

from vitascope.core.access.model import ANONYMOUS, Actor
from vitascope.core.access.sessions import find_actor
from vitascope.core.videos.read import LoginRequired
from vitascope.dialects.peertube.errors import InvalidToken
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.http.delivery import Viewer

_PASSWORD = "x-peertube-video-password"  # noqa: S105 -- a header's name


def bearer_token(request: AnyRequest) -> str | None:
    """The token shown; None when there is none.

    Raises:
        InvalidToken: some other credential is shown.
    """
    given = request.headers.get("authorization")
    if given is None:
        return None
    kind, _, token = given.partition(" ")
    if kind.lower() != "bearer" or not token:
        raise InvalidToken("Token is invalid")
    return token.strip()


def find_caller(request: AnyRequest) -> Actor:
    """The caller, anonymous without a token.

    Raises:
        InvalidToken: the token is unknown or has expired. It never makes its bearer
            anonymous: a client would take the shorter answer for the whole one.
    """
    token = bearer_token(request)
    if token is None:
        return ANONYMOUS
    runtime = parts_of(request).runtime
    with runtime.db.read() as tx:
        actor = find_actor(tx, token, now=runtime.now())
    if actor is None:
        raise InvalidToken("Token is invalid")
    return actor


def get_caller(request: AnyRequest) -> Actor:
    """The caller, who must be known.

    Raises:
        LoginRequired: no token.
        InvalidToken: as :func:`find_caller`.
    """
    actor = find_caller(request)
    if actor.is_anonymous:
        raise LoginRequired("Log in to do this")
    return actor


def password_of(request: AnyRequest) -> str | None:
    """What the caller takes for the video's password."""
    return request.headers.get(_PASSWORD)


def viewer_of(request: AnyRequest) -> Viewer:
    """Who asks for a file, by token, by password or by ``videoFileToken``.

    Raises:
        InvalidToken: as :func:`find_caller`.
    """
    return Viewer(
        actor=find_caller(request),
        password=password_of(request),
        playback_token=request.query_params.get("videoFileToken"),
    )
