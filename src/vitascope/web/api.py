"""What the studio's scripts ask and are answered: JSON, for members only."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias, TypeVar

import msgspec
from litestar import HttpMethod, Response, get, route
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Forbidden, Invalid, NotFound, ProductError
from vitascope.core.access.model import LoginRequired
from vitascope.core.accounts.model import User
from vitascope.core.folders.reach import ForeignItem
from vitascope.http.threads import on_thread
from vitascope.web.desk import Desk
from vitascope.web.forms import form_token_holds
from vitascope.web.problems import problem_of, status_of
from vitascope.web.sessions import Visit, WebRequest

TOKEN_HEADER = "x-form-token"  # noqa: S105 -- the name of a header
HEADERS = {"cache-control": "private, no-store", "x-content-type-options": "nosniff"}

T = TypeVar("T")
Tell: TypeAlias = Callable[[Visit, User], object]


def told(desk: Desk, path: str, tell: Tell) -> HTTPRouteHandler:
    """What members may know."""

    @get(path)
    async def handle(request: WebRequest) -> Response[bytes]:
        def answer() -> object:
            visit = desk.visit(request)
            return tell(visit, known_user(visit))

        return await answered(on_thread(answer))

    return handle


def ordered(desk: Desk, method: HttpMethod, path: str, do: Tell) -> HTTPRouteHandler:
    """What members may do without saying more than the path does."""

    @route(path, http_method=method, status_code=200)
    async def handle(request: WebRequest) -> Response[bytes]:
        def answer() -> object:
            return do(*sender(desk, request))

        return await answered(on_thread(answer))

    return handle


def changed(
    desk: Desk, path: str, shape: type[T], change: Callable[[Visit, User, T], object]
) -> HTTPRouteHandler:
    """What members may change with a document of this ``shape``."""
    return _documented(desk, HttpMethod.PATCH, path, shape, change)


def posted(
    desk: Desk, path: str, shape: type[T], do: Callable[[Visit, User, T], object]
) -> HTTPRouteHandler:
    """What members may do that takes a document of this ``shape``."""
    return _documented(desk, HttpMethod.POST, path, shape, do)


def _documented(
    desk: Desk,
    method: HttpMethod,
    path: str,
    shape: type[T],
    do: Callable[[Visit, User, T], object],
) -> HTTPRouteHandler:
    async def answer(request: WebRequest) -> object:
        visit, user = await on_thread(sender, desk, request)
        document = _decoded(await _body(request), shape)
        return await on_thread(do, visit, user, document)

    @route(path, http_method=method, status_code=200)
    async def handle(request: WebRequest) -> Response[bytes]:
        return await answered(answer(request))

    return handle


def sender(desk: Desk, request: WebRequest) -> tuple[Visit, User]:
    """Who sends a request from a page that was made for this very login. Blocking.

    Raises:
        LoginRequired: nobody who is logged in.
        Forbidden: the page does not belong to the login.
    """
    visit = desk.visit(request)
    user = known_user(visit)
    given = request.headers.get(TOKEN_HEADER, "")
    if not form_token_holds(desk.runtime.vault.form_key, visit.session, given):
        raise Forbidden("This page belongs to a login that has ended. Load the page again")
    return visit, user


def known_user(visit: Visit) -> User:
    """Raises LoginRequired for strangers."""
    if visit.user is None:
        raise LoginRequired("You are not logged in any more. Load the page again")
    return visit.user


async def answered(answer: Awaitable[object]) -> Response[bytes]:
    """``answer``, awaited, as JSON; a product error as its status and what to do."""
    try:
        return json_response(await answer)
    except ProductError as error:
        return refusal(error)


def refusal(error: ProductError) -> Response[bytes]:
    """``item`` is said where one of several things is to blame."""
    problem = problem_of(error)
    told: dict[str, object] = {"sentence": problem.sentence, "field": problem.field}
    if isinstance(error, NotFound | ForeignItem):
        told["item"] = {"kind": error.kind, "ref": str(error.ref)}
    return json_response(told, status=status_of(error))


def json_response(value: object, *, status: int = 200) -> Response[bytes]:
    return Response(
        msgspec.json.encode(value),
        status_code=status,
        media_type="application/json",
        headers=HEADERS,
    )


async def _body(request: WebRequest) -> bytes:
    try:
        return await request.body()
    except HTTPException as error:
        raise Invalid("body", "This is too much text") from error


def _decoded(body: bytes, shape: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Invalid("body", f"This is not what belongs here: {error}") from error
