"""How pages and forms become routes: each on a thread, and forms of members only from them."""

from collections.abc import Callable
from typing import TypeAlias

from litestar import HttpMethod, post, route
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import HTTPRouteHandler

from vitascope.core.accounts.model import User
from vitascope.http.threads import on_password_thread, on_thread
from vitascope.web.desk import Answer, Desk, see_other
from vitascope.web.forms import TOKEN_FIELD, Fields, Form, form_token_holds
from vitascope.web.sessions import Visit, WebRequest

READING = [HttpMethod.GET, HttpMethod.HEAD]
LARGEST_FORM_BYTES = 64_000
_STALE = (
    "This form belongs to a login that has ended. Go back, load the page again, and send the "
    "form once more."
)

Show: TypeAlias = Callable[[Visit], Answer]
Take: TypeAlias = Callable[[Visit, Fields], Answer]
ShowMember: TypeAlias = Callable[[Visit, User], Answer]
TakeMember: TypeAlias = Callable[[Visit, User, Fields], Answer]


def shown(desk: Desk, path: str, show: Show) -> HTTPRouteHandler:
    """A page for everybody."""

    # Async, because Litestar wraps a threaded handler twice when another one has its path.
    @route(path, http_method=READING)
    async def handle(request: WebRequest) -> Answer:
        return await on_thread(lambda: show(desk.visit(request)))

    return handle


def taken(
    desk: Desk,
    path: str,
    take: Take,
    *,
    hashes: bool = False,
    most_bytes: int = LARGEST_FORM_BYTES,
) -> HTTPRouteHandler:
    """A form that everybody may send. ``hashes`` says that a password is hashed or compared,
    which has threads of its own; ``most_bytes`` what it has at most.
    """
    on = on_password_thread if hashes else on_thread

    @post(path, request_max_body_size=most_bytes)
    async def handle(request: WebRequest, data: Form) -> Answer:
        return await on(lambda: take(desk.visit(request), Fields(data)))

    return handle


def shown_to_members(desk: Desk, path: str, show: ShowMember) -> HTTPRouteHandler:
    """A page for those who are logged in; others are asked to."""

    def show_if_known(visit: Visit) -> Answer:
        return see_other(visit.login_path) if visit.user is None else show(visit, visit.user)

    return shown(desk, path, show_if_known)


def taken_from_members(
    desk: Desk,
    path: str,
    take: TakeMember,
    *,
    hashes: bool = False,
    most_bytes: int = LARGEST_FORM_BYTES,
) -> HTTPRouteHandler:
    """A form that only those may send who are logged in, from a page that was made for this
    very login.
    """

    def take_if_known(visit: Visit, fields: Fields) -> Answer:
        if visit.user is None:
            return see_other(visit.login_path)
        check_form(desk, visit, fields)
        return take(visit, visit.user, fields)

    return taken(desk, path, take_if_known, hashes=hashes, most_bytes=most_bytes)


def check_form(desk: Desk, visit: Visit, fields: Fields) -> None:
    """Raises PermissionDeniedException unless the form was made for the visitor's login."""
    given = fields.secret(TOKEN_FIELD)
    if not form_token_holds(desk.runtime.vault.form_key, visit.session, given):
        raise PermissionDeniedException(_STALE)
