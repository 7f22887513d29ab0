"""Who calls: the holder of a session or of an ``ak_`` key, ``Authorization: Bearer …``."""

from litestar import Request

from vitascope.base.errors import Forbidden, ProductError
from vitascope.core.access.credentials import CredentialRefused, Refusal
from vitascope.core.access.model import Actor, CredentialKind, LoginRequired
from vitascope.core.accounts.model import Role
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.errors import fail, respond
from vitascope.dialects.videocms.media_paths import is_media
from vitascope.http.asgi import ASGIApp, Receive, Scope, Send
from vitascope.http.caller import Callers, Shown, shown_credential
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

# Facts: the table of section 6.4.
_ACCEPTED = frozenset({CredentialKind.VIDEOCMS_KEY, CredentialKind.JWT})
_READING = ("GET", "HEAD")
LOGIN, CHECK, REFRESH = "/api/auth/login", "/api/auth/check", "/api/auth/refresh"
CONFIG, EXAMPLE = "/api/config", "/api/file/example"
PAGES, PAGE = "/api/p/pages", "/api/p/page"
PLAYER = "/v/"
CHALLENGE, VERIFY = "/captcha/challenge", "/captcha/verify"
_PUBLIC = {
    ("POST", LOGIN),
    ("GET", CHECK),
    ("GET", REFRESH),
    ("GET", CONFIG),
    ("GET", EXAMPLE),
    ("GET", PAGES),
    ("GET", PAGE),
    ("GET", CHALLENGE),
    ("POST", VERIFY),
}


def plain_path(scope: Scope) -> str:
    """The path as routes are written."""
    path: str = scope["path"]
    return path.rstrip("/")


def is_public(scope: Scope) -> bool:
    """Whether anybody may ask this, or the route says itself what it takes."""
    # Only the OPTIONS of uploads come so far, which tell what the server can do.
    if scope["method"] == "OPTIONS":
        return True
    path = plain_path(scope)
    if is_media(scope):
        return True
    return (scope["method"], path) in _PUBLIC or f"{path}/".startswith(PLAYER)


def shown_by(request: AnyRequest) -> Shown | None:
    """The credential that was shown; None for an empty header too."""
    shown = shown_credential(request.scope)
    return shown if shown is not None and shown.credential else None


def find_caller(callers: Callers, request: AnyRequest) -> Actor:
    """The caller, who must be known. Blocking.

    Raises:
        LoginRequired: no credential.
        CredentialRefused: one that opens nothing, or nothing here.
    """
    shown = shown_by(request)
    if shown is None:
        raise LoginRequired("Log in, or send an API key")
    if shown.as_api_key:
        # That is how callers of another API show theirs.
        raise CredentialRefused(CredentialKind.AVCAPTION_KEY, Refusal.UNKNOWN)
    return callers.actor_of(request.scope, shown, _ACCEPTED)


class Gate:
    """Lets nobody unknown through to what is not public, whether it exists or not."""

    def __init__(self, app: ASGIApp, runtime: Runtime) -> None:
        self._app = app
        self._runtime = runtime

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not is_public(scope):
            request: AnyRequest = Request(scope)
            try:
                actor = await on_thread(find_caller, self._runtime.callers, request)
                if scope["method"] not in _READING:
                    actor.check_writes()
            except ProductError as error:
                refusal = respond(request, error)
            except Exception as error:  # noqa: BLE001 -- the framework's net hangs further in
                refusal = fail(request, error)
            else:
                await self._app(scope, receive, send)
                return
            await refusal.to_asgi_response(None, request)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def actor_of(request: AnyRequest) -> Actor:
    """Whom the gate let in. Raises LoginRequired when nobody passed it."""
    actor = request.scope["state"].get("actor")
    if not isinstance(actor, Actor):
        raise LoginRequired("Log in, or send an API key")
    return actor


def person_of(request: AnyRequest, refusal: str) -> Actor:
    """The caller. Raises Forbidden with the words of ``refusal`` for an API key."""
    actor = actor_of(request)
    if actor.is_key:
        raise Forbidden(refusal)
    return actor


def administrator_of(request: AnyRequest) -> Actor:
    """The caller. Raises Forbidden unless it is an administrator who has logged in."""
    actor = person_of(request, "API Key Not Permitted for Admin Routes")
    if actor.role is not Role.ADMINISTRATOR:
        raise Forbidden("Not Permitted")
    return actor
