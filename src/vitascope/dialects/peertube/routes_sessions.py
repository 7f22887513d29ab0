"""Logging in and out: the OAuth password and refresh grants, and the sessions they open."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from litestar import get, post
from litestar.params import FromPath

from vitascope.base.errors import Forbidden
from vitascope.base.ids import UserId, parse_row_id
from vitascope.core.access.feeds import get_feed_token, renew_feed_token
from vitascope.core.access.model import ClientInfo, SessionKind, SessionTokens
from vitascope.core.access.sessions import (
    UserBlocked,
    end_session,
    end_user_session,
    get_client,
    list_user_sessions,
    refresh_session,
)
from vitascope.core.login.password import (
    Attempt,
    EmailUnverified,
    RegistrationPending,
    RegistrationRejected,
    TwoFactorRequired,
    TwoFactorWrong,
    log_in,
)
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import bearer_token, get_caller
from vitascope.dialects.peertube.bodies import read_urlencoded
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.lists import ListOut
from vitascope.dialects.peertube.parts import AnyRequest, Site, parts_of
from vitascope.dialects.peertube.queries import read_query, read_span
from vitascope.dialects.peertube.values import Values
from vitascope.dialects.peertube.wire_sessions import session_out, tokens_out
from vitascope.http.caller import client_of
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_password_thread, on_thread

_UNCACHED = ((b"cache-control", b"no-store"), (b"pragma", b"no-cache"))
_CODE = "x-peertube-otp"
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_USUAL_PORTS = (":80", ":443")

# What a login is refused with, beside a wrong password; None shows our own sentence.
_REFUSALS: dict[type[Forbidden], tuple[str, str | None]] = {
    UserBlocked: ("access_denied", "User is blocked."),
    EmailUnverified: ("access_denied", "User email is not verified."),
    RegistrationPending: ("account_waiting_for_approval", None),
    RegistrationRejected: ("account_approval_rejected", None),
    TwoFactorWrong: ("invalid_two_factor", None),
}


@get("/api/v1/oauth-clients/local", operation_id="getOAuthClient", sync_to_thread=True)
def local_client(request: AnyRequest) -> Answer:
    parts = parts_of(request)
    _check_host(parts.site, request.headers.get("host", ""))
    with parts.runtime.db.read() as tx:
        client = get_client(tx)
    return answer({"client_id": client.id, "client_secret": client.secret})


@post("/api/v1/users/token", operation_id="getOAuthToken", status_code=200)
async def grant(request: AnyRequest) -> Answer:
    form, runtime = await read_urlencoded(request), parts_of(request).runtime
    client, now = client_of(request.scope), runtime.now()
    await on_thread(_check_client, runtime, form)
    kind = form.get("grant_type")
    if kind == "password":
        attempt = Attempt(
            login=_given(form, "username"),
            password=_given(form, "password"),
            code=request.headers.get(_CODE),
        )
        tokens = await on_password_thread(_by_password, runtime, attempt, client, now)
    elif kind == "refresh_token":
        refresh = _given(form, "refresh_token")
        tokens = await on_thread(_by_refresh, runtime, refresh, client, now)
    else:
        code = "invalid_request" if kind is None else "unsupported_grant_type"
        raise WireError(400, "grant_type has to be password or refresh_token", code=code)
    return answer(tokens_out(tokens, now), headers=_UNCACHED)


@post(
    "/api/v1/users/revoke-token",
    operation_id="revokeOAuthToken",
    status_code=200,
    sync_to_thread=True,
)
def revoke(request: AnyRequest) -> Answer:
    get_caller(request).check_is_person()
    with parts_of(request).runtime.db.begin() as tx:
        is_ended = end_session(tx, bearer_token(request))
    return answer({"success": is_ended})


@get("/api/v1/users/scoped-tokens", sync_to_thread=True)
def scoped_tokens(request: AnyRequest) -> Answer:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    with runtime.db.read() as tx:
        return answer({"feedToken": get_feed_token(tx, runtime.vault, actor)})


@post("/api/v1/users/scoped-tokens", status_code=200, sync_to_thread=True)
def renew_scoped_tokens(request: AnyRequest) -> Answer:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    with runtime.db.begin() as tx:
        return answer({"feedToken": renew_feed_token(tx, runtime.vault, actor)})


@get("/api/v1/users/{user_id:str}/token-sessions", sync_to_thread=True)
def token_sessions(request: AnyRequest, user_id: FromPath[str]) -> Answer:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    values = Values(read_query(request.scope["query_string"]), location="query")
    span = read_span(values)
    values.check()
    with runtime.db.read() as tx:
        page = list_user_sessions(
            tx,
            actor,
            UserId(parse_row_id("user", user_id)),
            start=span.start,
            count=span.count,
            now=runtime.now(),
        )
    sessions = [session_out(session, actor) for session in page.items]
    return answer(ListOut(page.total, sessions))


@post(
    "/api/v1/users/{user_id:str}/token-sessions/{session_id:str}/revoke",
    status_code=204,
    sync_to_thread=True,
)
def revoke_session(
    request: AnyRequest, user_id: FromPath[str], session_id: FromPath[str]
) -> None:
    actor, owner = get_caller(request), UserId(parse_row_id("user", user_id))
    with parts_of(request).runtime.db.begin() as tx:
        end_user_session(tx, actor, owner, parse_row_id("session", session_id))


def _by_password(
    runtime: Runtime, attempt: Attempt, client: ClientInfo, now: datetime
) -> SessionTokens:
    try:
        return log_in(
            runtime.db,
            runtime.vault,
            attempt,
            kind=SessionKind.TOKEN,
            client=client,
            verifies_email=runtime.signup.verifies_email,
            now=now,
        )
    except TwoFactorRequired as error:
        headers = {_CODE: "required; app"}
        code = "missing_two_factor"
        raise WireError(401, error.message, code=code, headers=headers) from None
    except Forbidden as error:
        raise _refused(error) from None


def _by_refresh(
    runtime: Runtime, refresh: str, client: ClientInfo, now: datetime
) -> SessionTokens:
    try:
        with runtime.db.begin() as tx:
            return refresh_session(tx, runtime.vault, refresh, client, now=now)
    except Forbidden as error:
        raise _refused(error) from None


def _refused(error: Forbidden) -> WireError:
    code, detail = _REFUSALS.get(type(error), ("invalid_grant", None))
    return WireError(400, detail or error.message, code=code)


def _check_host(site: Site, given: str) -> None:
    """Raises WireError where the client's secret is asked for under another name.

    A server that was not told its public address is reached by any. Some proxies pass the name
    on without its port.
    """
    public = urlsplit(site.url).hostname
    if public not in _HERE and _bare(given) not in {_bare(site.host), public}:
        raise WireError(403, f"Getting client tokens for host {given} is forbidden")


def _bare(host: str) -> str:
    """Without a port that goes without saying."""
    name = host.lower()
    for port in _USUAL_PORTS:
        name = name.removesuffix(port)
    return name


def _check_client(runtime: Runtime, form: Mapping[str, Any]) -> None:
    if not form:
        detail = "Send the fields as application/x-www-form-urlencoded"
        raise WireError(400, detail, code="invalid_request")
    with runtime.db.read() as tx:
        client = get_client(tx)
    if (form.get("client_id"), form.get("client_secret")) != (client.id, client.secret):
        raise WireError(400, "The client is unknown", code="invalid_client")


def _given(form: Mapping[str, Any], name: str) -> str:
    value = form.get(name)
    if not isinstance(value, str) or not value:
        raise WireError(400, f"Missing parameter: {name}", code="invalid_request")
    return value


ROUTES = (
    local_client,
    grant,
    revoke,
    scoped_tokens,
    renew_scoped_tokens,
    token_sessions,
    revoke_session,
)
