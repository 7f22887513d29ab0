"""Two-factor login: turned on with an app's first code, and off again."""

from collections.abc import Mapping
from typing import Any

from litestar import post
from litestar.params import FromPath

from vitascope.base.ids import UserId, parse_row_id
from vitascope.core.access.model import Actor
from vitascope.core.access.two_factor import (
    TwoFactorRequest,
    confirm_two_factor,
    disable_two_factor,
    request_two_factor,
)
from vitascope.core.accounts.model import User
from vitascope.core.users.manage import user_for_self_or_manager
from vitascope.core.users.profile import CurrentPasswordWrong, confirm_password
from vitascope.db import Tx
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.bodies import read_fields
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.required import required_texts
from vitascope.http.caller import client_of
from vitascope.http.threads import on_password_thread, on_thread


@post(
    "/api/v1/users/{user_id:str}/two-factor/request",
    operation_id="requestTwoFactor",
    status_code=200,
)
async def ask(request: AnyRequest, user_id: FromPath[str]) -> Answer:
    fields = await read_fields(request)
    asked = await on_password_thread(_ask, request, user_id, fields)
    shown = {"requestToken": asked.token, "secret": asked.secret, "uri": asked.uri}
    return answer({"otpRequest": shown})


@post(
    "/api/v1/users/{user_id:str}/two-factor/confirm-request",
    operation_id="confirmTwoFactorRequest",
    status_code=204,
)
async def confirm(request: AnyRequest, user_id: FromPath[str]) -> None:
    fields = await read_fields(request)
    await on_thread(_confirm, request, user_id, fields)


@post(
    "/api/v1/users/{user_id:str}/two-factor/disable",
    operation_id="disableTwoFactor",
    status_code=204,
)
async def disable(request: AnyRequest, user_id: FromPath[str]) -> None:
    fields = await read_fields(request)
    await on_password_thread(_disable, request, user_id, fields)


def _ask(request: AnyRequest, user_id: str, fields: Mapping[str, Any]) -> TwoFactorRequest:
    parts = parts_of(request)
    runtime = parts.runtime
    user = _confirmed_user(request, user_id, fields)
    return request_two_factor(runtime.vault, user, issuer=parts.site.host, now=runtime.now())


def _confirm(request: AnyRequest, user_id: str, fields: Mapping[str, Any]) -> None:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    token, code = required_texts(fields, "requestToken", "otpToken")
    with runtime.db.begin() as tx:
        user = _user(tx, actor, user_id)
        confirm_two_factor(tx, runtime.vault, user, token, code, now=runtime.now())


def _disable(request: AnyRequest, user_id: str, fields: Mapping[str, Any]) -> None:
    user = _confirmed_user(request, user_id, fields)
    with parts_of(request).runtime.db.begin() as tx:
        disable_two_factor(tx, user)


def _confirmed_user(request: AnyRequest, user_id: str, fields: Mapping[str, Any]) -> User:
    """The user, who has given the password again. Those who manage the user need not."""
    runtime, actor = parts_of(request).runtime, get_caller(request)
    with runtime.db.read() as tx:
        user = _user(tx, actor, user_id)
    if not actor.is_user(user.id):
        return user
    (password,) = required_texts(fields, "currentPassword")
    address = client_of(request.scope).address
    try:
        confirm_password(runtime.db, user.id, password, address=address, now=runtime.now())
    except CurrentPasswordWrong as error:
        # Here it is a 403, at the user's own profile a 401.
        code = "current_password_is_invalid"
        raise WireError(403, error.message, code=code) from None
    return user


def _user(tx: Tx, actor: Actor, user_id: str) -> User:
    return user_for_self_or_manager(tx, actor, UserId(parse_row_id("user", user_id)))


ROUTES = (ask, confirm, disable)
