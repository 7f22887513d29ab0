"""Logging in, and who is logged in."""

from litestar import get, post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import ClientInfo, CredentialKind, SessionKind
from vitascope.core.access.sessions import renew_jwt
from vitascope.core.accounts.queries import find_user_by_login, get_user
from vitascope.core.login.password import Attempt, LoginRefused, log_in
from vitascope.dialects.avcaption.auth import AnyRequest, Gate, credential_of
from vitascope.dialects.avcaption.headers import UNCACHED
from vitascope.dialects.avcaption.input import Input, read_json
from vitascope.dialects.avcaption.wire import SessionOut, UserOut
from vitascope.http.caller import client_of
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_password_thread, on_thread

_LONGEST_NAME, _LONGEST_PASSWORD, _LONGEST_CODE = 255, 1000, 40


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @post("/auth/login", status_code=200, response_headers=UNCACHED)
    async def login(request: AnyRequest) -> SessionOut:
        await on_thread(gate.stranger, request)
        attempt = _attempt(await read_json(request))
        client = client_of(request.scope)
        return await on_password_thread(_log_in, runtime, attempt, client)

    @post("/auth/refresh", status_code=200, response_headers=UNCACHED, sync_to_thread=True)
    def refresh(request: AnyRequest) -> SessionOut:
        actor = gate.writer(request)
        if actor.credential is not CredentialKind.JWT:
            raise Forbidden("Only the token that a login gave can be exchanged for a new one")
        token, client = credential_of(request), client_of(request.scope)
        with runtime.db.begin() as tx:
            tokens = renew_jwt(tx, runtime.vault, token, client, now=runtime.now())
            return SessionOut.of(tokens, get_user(tx, actor.known_user()))

    @get("/auth/me", sync_to_thread=True)
    def me(request: AnyRequest) -> UserOut:
        actor = gate.reader(request)
        with runtime.db.read() as tx:
            return UserOut.of(get_user(tx, actor.known_user()))

    return [login, refresh, me]


def _attempt(given: Input) -> Attempt:
    """Raises Rejected unless there are a name or an address, and a password."""
    names = [given.text(field, longest=_LONGEST_NAME) for field in ("username", "email")]
    login = next(filter(None, names), "")
    if not login:
        given.refuse("email", "email or username is required")
    password = given.text("password", longest=_LONGEST_PASSWORD, is_required=True)
    code = given.text("otp", longest=_LONGEST_CODE)
    given.check()
    return Attempt(login=login, password=password, code=code or None)


def _log_in(runtime: Runtime, attempt: Attempt, client: ClientInfo) -> SessionOut:
    tokens = log_in(
        runtime.db,
        runtime.vault,
        attempt,
        kind=SessionKind.JWT,
        client=client,
        verifies_email=runtime.signup.verifies_email,
        now=runtime.now(),
    )
    with runtime.db.read() as tx:
        user = find_user_by_login(tx, attempt.login)
    if user is None:
        raise LoginRefused
    return SessionOut.of(tokens, user)
