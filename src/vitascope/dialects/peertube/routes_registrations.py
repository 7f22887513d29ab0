"""Joining this server, at once or by a request, and the answers to requests."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from litestar import delete, get, post
from litestar.params import FromPath

from vitascope.base.ids import parse_row_id
from vitascope.core.access.passwords import hash_password
from vitascope.core.registration.answer import (
    accept,
    delete_registration,
    reject,
    see_registrations,
)
from vitascope.core.registration.sign_up import ask_to_join, check_signup, sign_up
from vitascope.core.users.add import Newcomer, check_newcomer
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.bodies import read_fields
from vitascope.dialects.peertube.lists import ListOut
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.queries import read_query, read_span
from vitascope.dialects.peertube.required import required_texts
from vitascope.dialects.peertube.values import Values
from vitascope.dialects.peertube.wire_registrations import (
    ORDERS,
    Joining,
    RegistrationOut,
    read_joining,
    registration_out,
)
from vitascope.http.caller import client_of
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_password_thread, on_thread


@post("/api/v1/users/register", operation_id="registerUser", status_code=204)
async def register(request: AnyRequest) -> None:
    joining, address = await _read_joining(request, by_request=False)
    await on_password_thread(_register, parts_of(request).runtime, joining, address)


@post(
    "/api/v1/users/registrations/request",
    operation_id="requestRegistration",
    status_code=200,
)
async def ask(request: AnyRequest) -> Answer:
    joining, address = await _read_joining(request, by_request=True)
    asked = await on_password_thread(_ask, parts_of(request).runtime, joining, address)
    return answer(asked)


@get("/api/v1/users/registrations", operation_id="listRegistrations", sync_to_thread=True)
def list_all(request: AnyRequest) -> Answer:
    actor = get_caller(request)
    values = Values(read_query(request.scope["query_string"]), location="query")
    span = read_span(values)
    sort = " ".join(values.words("sort")) or "-createdAt"
    order = ORDERS.get(sort.removeprefix("-"), ORDERS["createdAt"])
    if sort.removeprefix("-") not in ORDERS:
        values.fault("sort", f"Should be one of {', '.join(ORDERS)}")
    values.check()
    with parts_of(request).runtime.db.read() as tx:
        page = see_registrations(
            tx,
            actor,
            search=" ".join(values.words("search")),
            order=order,
            descending=sort.startswith("-"),
            start=span.start,
            count=span.count,
        )
    return answer(ListOut(page.total, [registration_out(asked) for asked in page.items]))


@post(
    "/api/v1/users/registrations/{registration_id:str}/accept",
    operation_id="acceptRegistration",
    status_code=204,
)
async def accept_one(request: AnyRequest, registration_id: FromPath[str]) -> None:
    fields = await read_fields(request)
    await on_thread(_accept, request, registration_id, fields)


@post(
    "/api/v1/users/registrations/{registration_id:str}/reject",
    operation_id="rejectRegistration",
    status_code=204,
)
async def reject_one(request: AnyRequest, registration_id: FromPath[str]) -> None:
    fields = await read_fields(request)
    await on_thread(_reject, request, registration_id, fields)


@delete(
    "/api/v1/users/registrations/{registration_id:str}",
    operation_id="deleteRegistration",
    status_code=204,
    sync_to_thread=True,
)
def delete_one(request: AnyRequest, registration_id: FromPath[str]) -> None:
    actor = get_caller(request)
    with parts_of(request).runtime.db.begin() as tx:
        delete_registration(tx, actor, parse_row_id("registration", registration_id))


async def _read_joining(request: AnyRequest, *, by_request: bool) -> tuple[Joining, str]:
    """Who wants to join, and from which address.

    Whether anybody may is asked first: a password is not hashed for nothing.
    """
    address = client_of(request.scope).address
    fields = await read_fields(request)
    await on_thread(_check_signup, parts_of(request).runtime, address, by_request)
    joining = read_joining(fields, by_request=by_request)
    check_newcomer(joining.newcomer)
    return joining, address


def _check_signup(runtime: Runtime, address: str, by_request: bool) -> None:
    with runtime.db.read() as tx:
        check_signup(tx, runtime.signup, address=address, by_request=by_request)


def _register(runtime: Runtime, joining: Joining, address: str) -> None:
    newcomer = _hashed(joining)
    with runtime.db.begin() as tx:
        sign_up(tx, runtime.signup, newcomer, address=address, now=runtime.now())


def _ask(runtime: Runtime, joining: Joining, address: str) -> RegistrationOut:
    newcomer = _hashed(joining)
    with runtime.db.begin() as tx:
        asked = ask_to_join(
            tx,
            runtime.signup,
            newcomer,
            reason=joining.reason,
            address=address,
            now=runtime.now(),
        )
    return registration_out(asked)


def _hashed(joining: Joining) -> Newcomer:
    return replace(joining.newcomer, password_hash=hash_password(joining.password))


def _accept(request: AnyRequest, number: str, fields: Mapping[str, Any]) -> None:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    response, tells = _read_answer(fields)
    with runtime.db.begin() as tx:
        accept(
            tx,
            actor,
            runtime.signup,
            parse_row_id("registration", number),
            response=response,
            tells=tells,
            now=runtime.now(),
        )


def _reject(request: AnyRequest, number: str, fields: Mapping[str, Any]) -> None:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    response, tells = _read_answer(fields)
    with runtime.db.begin() as tx:
        reject(
            tx,
            actor,
            parse_row_id("registration", number),
            response=response,
            tells=tells,
            now=runtime.now(),
        )


def _read_answer(fields: Mapping[str, Any]) -> tuple[str, bool]:
    """What is said to whoever asked to join, and whether by mail."""
    (response,) = required_texts(fields, "moderationResponse")
    values = Values(fields)
    is_quiet = values.flag("preventEmailDelivery") is True
    values.check()
    return response, not is_quiet


ROUTES = (register, ask, list_all, accept_one, reject_one, delete_one)
