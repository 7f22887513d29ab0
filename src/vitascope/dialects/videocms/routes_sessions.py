"""Logging in, and what a session is good for."""

from functools import partial

from litestar import get, post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Forbidden
from vitascope.core.access.expiry import credential_expiry
from vitascope.core.access.model import SESSIONS, CredentialKind, SessionKind
from vitascope.core.access.sessions import RefreshRefused, renew_jwt
from vitascope.core.login.password import Attempt, log_in
from vitascope.core.users.profile import me
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, empty
from vitascope.dialects.videocms.auth import CHECK, LOGIN, REFRESH, find_caller, shown_by
from vitascope.dialects.videocms.captcha_gate import check_login_captcha
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.dialects.videocms.user_fields import read_password, read_username
from vitascope.dialects.videocms.wire import KeyCheckOut, SessionCheckOut, TokenOut
from vitascope.http.caller import client_of
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_password_thread

# Nobody has to be known to send one, so it is kept small.
_MOST_LOGIN_BYTES = 64 * 1024
_CODE_HEADER = "x-peertube-otp"
_LONGEST_CODE = 100


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @post(LOGIN, status_code=200, request_max_body_size=_MOST_LOGIN_BYTES)
    async def login(request: AnyRequest) -> Answer:
        given = await read_input(request)
        attempt = _attempt(given, request.headers.get(_CODE_HEADER, ""))
        await check_login_captcha(runtime, request, given)
        deed = partial(
            log_in,
            runtime.db,
            runtime.vault,
            attempt,
            kind=SessionKind.JWT,
            client=client_of(request.scope),
            verifies_email=runtime.signup.verifies_email,
            now=runtime.now(),
        )
        return answer(TokenOut.of(await on_password_thread(deed)))

    @get(CHECK, sync_to_thread=True)
    def check(request: AnyRequest) -> Answer:
        try:
            return answer(_checked(runtime, request))
        except Forbidden:
            return empty(403)

    @get(REFRESH, sync_to_thread=True)
    def refresh(request: AnyRequest) -> Answer:
        shown = shown_by(request)
        if shown is None:
            return empty(403)
        if shown.as_api_key or (shown.kind is not None and shown.kind not in SESSIONS):
            raise Forbidden("API Keys cannot be refreshed")
        if shown.kind is not CredentialKind.JWT:
            raise RefreshRefused("Only a signed token can be exchanged")
        client = client_of(request.scope)
        with runtime.db.begin() as tx:
            tokens = renew_jwt(tx, runtime.vault, shown.credential, client, now=runtime.now())
        return answer(TokenOut.of(tokens))

    return [login, check, refresh]


def _attempt(given: Given, code: str) -> Attempt:
    """``code`` is what the header says; a field says it too."""
    return Attempt(
        login=read_username(given),
        password=read_password(given, "Password"),
        code=code or given.text("Otp", longest=_LONGEST_CODE) or None,
    )


def _checked(runtime: Runtime, request: AnyRequest) -> SessionCheckOut | KeyCheckOut:
    actor, shown = find_caller(runtime.callers, request), shown_by(request)
    with runtime.db.read() as tx:
        username = me(tx, actor).username
        expires_at = credential_expiry(tx, actor, "" if shown is None else shown.credential)
    if actor.is_key:
        return KeyCheckOut(username, True, expires_at)
    return SessionCheckOut(username, expires_at)
