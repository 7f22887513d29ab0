"""Pages and forms of administrators; for everybody else there are none."""

from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import NotFound
from vitascope.core.access.model import Right
from vitascope.core.accounts.model import User
from vitascope.web.desk import Answer, Desk
from vitascope.web.forms import Fields
from vitascope.web.routing import (
    LARGEST_FORM_BYTES,
    ShowMember,
    TakeMember,
    shown_to_members,
    taken_from_members,
)
from vitascope.web.sessions import Visit


def shown_to_administrators(desk: Desk, path: str, show: ShowMember) -> HTTPRouteHandler:
    """A page for administrators; strangers are asked to log in."""

    def show_if_administrator(visit: Visit, user: User) -> Answer:
        check_administrates(visit)
        return show(visit, user)

    return shown_to_members(desk, path, show_if_administrator)


def taken_from_administrators(
    desk: Desk, path: str, take: TakeMember, *, most_bytes: int = LARGEST_FORM_BYTES
) -> HTTPRouteHandler:
    """A form of such a page."""

    def take_if_administrator(visit: Visit, user: User, fields: Fields) -> Answer:
        check_administrates(visit)
        return take(visit, user, fields)

    return taken_from_members(desk, path, take_if_administrator, most_bytes=most_bytes)


def check_administrates(visit: Visit) -> None:
    """Raises NotFound unless the visitor may administrate: others see no such page."""
    if not visit.actor.may(Right.MANAGE_CONFIGURATION):
        raise NotFound("page", visit.request.url.path)
