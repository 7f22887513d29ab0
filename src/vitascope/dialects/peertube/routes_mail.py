"""Proving that a mailbox is one's own, and what that is good for."""

from collections.abc import Mapping
from typing import Any

from litestar import post
from litestar.params import FromPath

from vitascope.base.ids import UserId, parse_row_id
from vitascope.core.access.passwords import check_password_rules, hash_password
from vitascope.core.registration.answer import (
    ask_registration_verification,
    verify_registration,
)
from vitascope.core.users.mailboxes import (
    ask_password_reset,
    ask_verification,
    reset_password,
    verify_email,
)
from vitascope.dialects.peertube.bodies import read_fields
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.required import required_texts
from vitascope.dialects.peertube.values import Values
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_password_thread, on_thread


@post(
    "/api/v1/users/ask-send-verify-email",
    operation_id="resendEmailToVerifyUser",
    status_code=204,
)
async def ask_user_mail(request: AnyRequest) -> None:
    (email,) = required_texts(await read_fields(request), "email")
    await on_thread(_ask_user, parts_of(request).runtime, email)


@post(
    "/api/v1/users/registrations/ask-send-verify-email",
    operation_id="resendEmailToVerifyRegistration",
    status_code=204,
)
async def ask_registration_mail(request: AnyRequest) -> None:
    (email,) = required_texts(await read_fields(request), "email")
    await on_thread(_ask_registration, parts_of(request).runtime, email)


@post("/api/v1/users/ask-reset-password", status_code=204)
async def ask_reset_mail(request: AnyRequest) -> None:
    (email,) = required_texts(await read_fields(request), "email")
    await on_thread(_ask_reset, parts_of(request).runtime, email)


@post("/api/v1/users/{user_id:str}/verify-email", operation_id="verifyUser", status_code=204)
async def verify_user(request: AnyRequest, user_id: FromPath[str]) -> None:
    fields = await read_fields(request)
    number = UserId(parse_row_id("user", user_id))
    (code,) = required_texts(fields, "verificationString")
    is_pending = _is_pending(fields)
    await on_thread(_verify_user, parts_of(request).runtime, number, code, is_pending)


@post(
    "/api/v1/users/registrations/{registration_id:str}/verify-email",
    operation_id="verifyRegistrationEmail",
    status_code=204,
)
async def verify_asker(request: AnyRequest, registration_id: FromPath[str]) -> None:
    (code,) = required_texts(await read_fields(request), "verificationString")
    number = parse_row_id("registration", registration_id)
    await on_thread(_verify_registration, parts_of(request).runtime, number, code)


@post("/api/v1/users/{user_id:str}/reset-password", status_code=204)
async def reset(request: AnyRequest, user_id: FromPath[str]) -> None:
    fields = await read_fields(request)
    number = UserId(parse_row_id("user", user_id))
    code, password = required_texts(fields, "verificationString", "password")
    check_password_rules(password)
    await on_password_thread(_reset, parts_of(request).runtime, number, code, password)


def _ask_user(runtime: Runtime, email: str) -> None:
    with runtime.db.begin() as tx:
        ask_verification(tx, email)


def _ask_registration(runtime: Runtime, email: str) -> None:
    with runtime.db.begin() as tx:
        ask_registration_verification(tx, email)


def _ask_reset(runtime: Runtime, email: str) -> None:
    with runtime.db.begin() as tx:
        ask_password_reset(tx, email)


def _verify_user(runtime: Runtime, user_id: UserId, code: str, is_pending: bool) -> None:
    with runtime.db.begin() as tx:
        verify_email(tx, user_id, code, is_pending=is_pending, now=runtime.now())


def _verify_registration(runtime: Runtime, registration_id: int, code: str) -> None:
    with runtime.db.begin() as tx:
        verify_registration(tx, registration_id, code, now=runtime.now())


def _reset(runtime: Runtime, user_id: UserId, code: str, password: str) -> None:
    password_hash = hash_password(password)
    with runtime.db.begin() as tx:
        reset_password(tx, user_id, code, password_hash, now=runtime.now())


def _is_pending(fields: Mapping[str, Any]) -> bool:
    values = Values(fields)
    is_pending = values.flag("isPendingEmail") is True
    values.check()
    return is_pending


ROUTES = (
    ask_user_mail,
    ask_registration_mail,
    ask_reset_mail,
    verify_user,
    verify_asker,
    reset,
)
