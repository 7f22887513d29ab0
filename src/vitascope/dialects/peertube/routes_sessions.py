"""Logging in and out: the OAuth password and refresh grants."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from litestar import get, post

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import SessionTokens
from vitascope.core.access.sessions import (
    UserBlocked,
    end_session,
    get_client,
    log_in,
    refresh_session,
)
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import bearer_token, get_caller
from vitascope.dialects.peertube.bodies import read_urlencoded
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_UNCACHED = ((b"cache-control", b"no-store"), (b"pragma", b"no-cache"))


@get("/api/v1/oauth-clients/local", operation_id="getOAuthClient", sync_to_thread=True)
def local_client(request: AnyRequest) -> Answer:
    with parts_of(request).runtime.db.read() as tx:
        client = get_client(tx)
    return answer({"client_id": client.id, "client_secret": client.secret})


@post("/api/v1/users/token", operation_id="getOAuthToken", status_code=200)
async def grant(request: AnyRequest) -> Answer:
    form = await read_urlencoded(request)
    runtime = parts_of(request).runtime
    now = runtime.now()
    # Comparing a password takes a third of a second on purpose.
    tokens = await on_thread(_grant, runtime, form, now)
    return answer(_tokens_out(tokens, now), headers=_UNCACHED)


@post(
    "/api/v1/users/revoke-token",
    operation_id="revokeOAuthToken",
    status_code=200,
    sync_to_thread=True,
)
def revoke(request: AnyRequest) -> Answer:
    get_caller(request)
    with parts_of(request).runtime.db.begin() as tx:
        is_ended = end_session(tx, bearer_token(request) or "")
    return answer({"success": is_ended})


def _grant(runtime: Runtime, form: Mapping[str, Any], now: datetime) -> SessionTokens:
    _check_client(runtime, form)
    kind = form.get("grant_type")
    try:
        if kind == "password":
            username, password = _given(form, "username"), _given(form, "password")
            return log_in(runtime.db, username, password, now=now)
        if kind == "refresh_token":
            with runtime.db.begin() as tx:
                return refresh_session(tx, _given(form, "refresh_token"), now=now)
    except UserBlocked:
        raise WireError(400, "User is blocked.", code="access_denied") from None
    except Forbidden as error:
        raise WireError(400, error.message, code="invalid_grant") from None
    code = "invalid_request" if kind is None else "unsupported_grant_type"
    raise WireError(400, "grant_type has to be password or refresh_token", code=code)


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


def _tokens_out(tokens: SessionTokens, now: datetime) -> dict[str, Any]:
    return {
        "token_type": "Bearer",
        "access_token": tokens.access_token,
        "refresh_token": tokens.refresh_token,
        "expires_in": int((tokens.access_expires_at - now).total_seconds()),
        "refresh_token_expires_in": int((tokens.refresh_expires_at - now).total_seconds()),
    }


ROUTES = (local_client, grant, revoke)
