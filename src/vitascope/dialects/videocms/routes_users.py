"""What administrators do to users."""

from dataclasses import replace

from litestar import delete, get, post, put
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.ids import UserId
from vitascope.core.access.model import Actor
from vitascope.core.access.passwords import hash_password
from vitascope.core.users.add import create_user
from vitascope.core.users.delete import delete_user
from vitascope.core.users.manage import UserChanges, change_user, see_user, see_users
from vitascope.core.users.queries import UserOrder, UserSelection
from vitascope.core.users.usage import DAY
from vitascope.db import Tx
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer
from vitascope.dialects.videocms.auth import administrator_of
from vitascope.dialects.videocms.ids import parse_id
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.dialects.videocms.user_fields import (
    read_changes,
    read_newcomer,
    read_password,
)
from vitascope.dialects.videocms.wire import UserOut, UsersMetaOut, UsersOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_password_thread, on_thread

_USERS = "/api/users"
_LIMIT, _MOST, _LAST_PAGE = 10, 100, 10**9
_LONGEST_SEARCH = 250


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    return [*_whole_list(runtime), *_single(runtime)]


def _whole_list(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get(_USERS)
    async def list_users(request: AnyRequest) -> Answer:
        actor = administrator_of(request)
        given = await read_input(request)
        return answer(await on_thread(_listed, runtime, actor, given))

    @post(_USERS)
    async def create(request: AnyRequest) -> Answer:
        actor = administrator_of(request)
        newcomer, password = read_newcomer(await read_input(request))
        password_hash = await on_password_thread(hash_password, password)

        def make() -> UserOut:
            with runtime.db.begin() as tx:
                whole = replace(newcomer, password_hash=password_hash)
                user = create_user(tx, actor, whole, now=runtime.now())
                return _shown(runtime, tx, actor, user.id)

        return answer(await on_thread(make), 201)

    return [list_users, create]


def _single(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get(_USERS + "/{user_id:str}", sync_to_thread=True)
    def see(request: AnyRequest, user_id: FromPath[str]) -> Answer:
        actor, number = administrator_of(request), _user_id(user_id)
        with runtime.db.read() as tx:
            return answer(_shown(runtime, tx, actor, number))

    @put(_USERS + "/{user_id:str}")
    async def change(request: AnyRequest, user_id: FromPath[str]) -> Answer:
        actor, number = administrator_of(request), _user_id(user_id)
        given = await read_input(request)

        def make() -> UserOut:
            with runtime.db.begin() as tx:
                user = see_user(tx, actor, number, now=runtime.now()).user
                change_user(tx, actor, number, read_changes(given, user), now=runtime.now())
                return _shown(runtime, tx, actor, number)

        return answer(await on_thread(make))

    @delete(_USERS + "/{user_id:str}", sync_to_thread=True)
    def remove(request: AnyRequest, user_id: FromPath[str]) -> None:
        actor, number = administrator_of(request), _user_id(user_id)
        with runtime.db.begin() as tx:
            delete_user(tx, actor, number)

    @post(_USERS + "/{user_id:str}/password")
    async def set_password(request: AnyRequest, user_id: FromPath[str]) -> Answer:
        actor, number = administrator_of(request), _user_id(user_id)
        password = read_password(await read_input(request), "NewPassword")
        changes = UserChanges(password_hash=await on_password_thread(hash_password, password))

        def make() -> None:
            with runtime.db.begin() as tx:
                change_user(tx, actor, number, changes, now=runtime.now())

        await on_thread(make)
        return answer({"message": "Password updated successfully"})

    return [see, change, remove, set_password]


def _listed(runtime: Runtime, actor: Actor, given: Given) -> UsersOut:
    """Pages begin at 1, which is what a smaller number means too; by the order of joining."""
    page = min(max(1, given.number("Page", least=-_LAST_PAGE) or 1), _LAST_PAGE)
    limit = given.number("Limit", least=-_LAST_PAGE) or _LIMIT
    limit = min(limit, _MOST) if limit > 0 else _LIMIT
    wanted = UserSelection(
        search=given.text("Search", longest=_LONGEST_SEARCH),
        order=UserOrder.ID,
        descending=False,
        start=(page - 1) * limit,
        count=limit,
        day_began=runtime.now() - DAY,
    )
    with runtime.db.read() as tx:
        found = see_users(tx, actor, wanted)
    data = [UserOut.of(entry) for entry in found.items]
    return UsersOut(data, UsersMetaOut(found.total or 0, page, limit))


def _shown(runtime: Runtime, tx: Tx, actor: Actor, user_id: UserId) -> UserOut:
    return UserOut.of(see_user(tx, actor, user_id, now=runtime.now()))


def _user_id(text: str) -> UserId:
    return UserId(parse_id(text, "Invalid User ID"))
