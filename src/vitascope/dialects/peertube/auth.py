"""Who is calling: the bearer token, and what opens single videos."""

from vitascope.core.access.model import Actor, CredentialKind
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.http.caller import shown_credential
from vitascope.http.delivery import Viewer

# Facts: the table of section 6.4. Keys of AVCaption and VideoCMS act as their users here.
ACCEPTED = frozenset(CredentialKind) - {CredentialKind.VSRC_KEY}
_PASSWORD = "x-peertube-video-password"  # noqa: S105 -- a header's name


def bearer_token(request: AnyRequest) -> str:
    """The credential that was shown, empty without one."""
    shown = shown_credential(request.scope)
    return "" if shown is None else shown.credential


def find_caller(request: AnyRequest) -> Actor:
    """The caller, anonymous without a credential. Blocking.

    Raises:
        CredentialRefused: it is unknown or has expired.
    """
    return parts_of(request).runtime.callers.find(request.scope, ACCEPTED)


def get_caller(request: AnyRequest) -> Actor:
    """The caller, who must be known. Blocking.

    Raises:
        LoginRequired: no credential.
        CredentialRefused: as :func:`find_caller`.
    """
    actor = find_caller(request)
    actor.known_user()
    return actor


def password_of(request: AnyRequest) -> str | None:
    """What the caller takes for the video's password."""
    return request.headers.get(_PASSWORD)


def viewer_of(request: AnyRequest) -> Viewer:
    """Who asks for a file, by token, by password or by ``videoFileToken``.

    Raises:
        CredentialRefused: as :func:`find_caller`.
    """
    return Viewer(
        actor=find_caller(request),
        password=password_of(request),
        playback_token=request.query_params.get("videoFileToken"),
    )
