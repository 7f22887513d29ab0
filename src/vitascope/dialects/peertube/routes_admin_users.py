"""Users, for those who manage them, and names to choose from for everybody."""

from dataclasses import replace
from itertools import chain

from litestar import delete, get, post, put
from litestar.params import FromPath

from vitascope.base.ids import UserId, parse_row_id
from vitascope.core.access.model import Actor
from vitascope.core.access.passwords import hash_password
from vitascope.core.accounts.model import User
from vitascope.core.channels.queries import list_account_channels, list_channels_of
from vitascope.core.users.add import Newcomer, create_user
from vitascope.core.users.delete import delete_user
from vitascope.core.users.manage import (
    UserChanges,
    block_user,
    change_user,
    managed_user,
    see_user,
    see_users,
    unblock_user,
)
from vitascope.core.users.queries import list_usernames
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.avatars import avatars_of
from vitascope.dialects.peertube.bodies import read_fields
from vitascope.dialects.peertube.errors import Fault, InvalidFields
from vitascope.dialects.peertube.lists import ListOut
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.queries import MOST, read_query
from vitascope.dialects.peertube.user_fields import (
    read_newcomer,
    read_user_changes,
    read_users_query,
)
from vitascope.dialects.peertube.values import Values
from vitascope.dialects.peertube.wire_users import add_statistics, add_use, user_out
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_password_thread, on_thread

_NO_MAIL = "This server sends no mail, so that the user could not choose a password"


@get("/api/v1/users", operation_id="getUsers", sync_to_thread=True)
def list_all(request: AnyRequest) -> Answer:
    parts, actor = parts_of(request), get_caller(request)
    runtime = parts.runtime
    wanted = read_users_query(read_query(request.scope["query_string"]), now=runtime.now())
    with runtime.db.read() as tx:
        page = see_users(tx, actor, wanted)
        accounts = [entry.user.account for entry in page.items]
        channels = list_channels_of(tx, [account.id for account in accounts])
        avatars = avatars_of(tx, chain(accounts, *channels.values()))
    users = []
    for entry in page.items:
        mine = channels.get(entry.user.account.id, ())
        users.append(add_use(user_out(entry.user, mine, parts.site, avatars), entry.usage))
    return answer(ListOut(page.total, users))


@post("/api/v1/users", operation_id="addUser", status_code=200)
async def add(request: AnyRequest) -> Answer:
    runtime = parts_of(request).runtime
    actor = await on_thread(get_caller, request)
    newcomer, password = read_newcomer(await read_fields(request), runtime.signup)
    # Asked here too: a password is not hashed for nothing.
    actor.check_manages_role(newcomer.role)
    if password:
        hashed = await on_password_thread(hash_password, password)
        newcomer = replace(newcomer, password_hash=hashed)
    elif not runtime.instance.sends_mail:
        raise InvalidFields({"password": Fault(msg=_NO_MAIL)})
    user = await on_thread(_add, runtime, actor, newcomer)
    return answer({"user": {"id": user.id, "account": {"id": user.account.id}}})


@get("/api/v1/users/{user_id:str}", operation_id="getUser", sync_to_thread=True)
def one(request: AnyRequest, user_id: FromPath[str]) -> Answer:
    parts, actor = parts_of(request), get_caller(request)
    values = Values(read_query(request.scope["query_string"]), location="query")
    with_statistics = values.flag("withStats") is True
    values.check()
    with parts.runtime.db.read() as tx:
        entry = see_user(tx, actor, _number(user_id), now=parts.runtime.now())
        user = entry.user
        channels = list_account_channels(tx, user.account.id, count=MOST).items
        avatars = avatars_of(tx, (user.account, *channels))
    shown = user_out(user, channels, parts.site, avatars)
    return answer(add_statistics(shown, entry.usage) if with_statistics else shown)


@put("/api/v1/users/{user_id:str}", operation_id="putUser", status_code=204)
async def update(request: AnyRequest, user_id: FromPath[str]) -> None:
    runtime = parts_of(request).runtime
    actor, number = await on_thread(get_caller, request), _number(user_id)
    changes, password = read_user_changes(await read_fields(request))
    if isinstance(password, str):
        await on_thread(_check_manages, runtime, actor, number)
        hashed = await on_password_thread(hash_password, password)
        changes = replace(changes, password_hash=hashed)
    await on_thread(_change, runtime, actor, number, changes)


@delete(
    "/api/v1/users/{user_id:str}", operation_id="delUser", status_code=204, sync_to_thread=True
)
def remove(request: AnyRequest, user_id: FromPath[str]) -> None:
    actor = get_caller(request)
    with parts_of(request).runtime.db.begin() as tx:
        delete_user(tx, actor, _number(user_id))


@post("/api/v1/users/{user_id:str}/block", status_code=204)
async def block(request: AnyRequest, user_id: FromPath[str]) -> None:
    actor = await on_thread(get_caller, request)
    values = Values(await read_fields(request))
    reason = values.text("reason", 3, 250)
    values.check()
    given = reason if isinstance(reason, str) else None
    await on_thread(_block, parts_of(request).runtime, actor, _number(user_id), given)


@post("/api/v1/users/{user_id:str}/unblock", status_code=204, sync_to_thread=True)
def unblock(request: AnyRequest, user_id: FromPath[str]) -> None:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    with runtime.db.begin() as tx:
        unblock_user(tx, actor, _number(user_id), now=runtime.now())


@get("/api/v1/users/autocomplete", sync_to_thread=True)
def autocomplete(request: AnyRequest) -> Answer:
    values = Values(read_query(request.scope["query_string"]), location="query")
    search = " ".join(values.words("search")).strip()
    if not search:
        values.fault("search", "Is missing")
    values.check()
    with parts_of(request).runtime.db.read() as tx:
        return answer(list_usernames(tx, search))


def _number(user_id: str) -> UserId:
    return UserId(parse_row_id("user", user_id))


def _add(runtime: Runtime, actor: Actor, newcomer: Newcomer) -> User:
    with runtime.db.begin() as tx:
        return create_user(tx, actor, newcomer, now=runtime.now())


def _check_manages(runtime: Runtime, actor: Actor, user_id: UserId) -> None:
    with runtime.db.read() as tx:
        managed_user(tx, actor, user_id)


def _change(runtime: Runtime, actor: Actor, user_id: UserId, changes: UserChanges) -> None:
    with runtime.db.begin() as tx:
        change_user(tx, actor, user_id, changes, now=runtime.now())


def _block(runtime: Runtime, actor: Actor, user_id: UserId, reason: str | None) -> None:
    with runtime.db.begin() as tx:
        block_user(tx, actor, user_id, reason=reason, now=runtime.now())


ROUTES = (list_all, add, one, update, remove, block, unblock, autocomplete)
