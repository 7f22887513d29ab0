"""Who looks at a page."""

from dataclasses import dataclass
from urllib.parse import quote

from litestar import Request
from litestar.datastructures import State

from vitascope.core.access.model import ANONYMOUS, Actor, ClientInfo, Right
from vitascope.core.accounts.model import ImageKind, User
from vitascope.core.accounts.queries import find_user, list_images
from vitascope.db import Tx
from vitascope.http.caller import client_of, cookie_credential, visitor_credential
from vitascope.http.runtime import Runtime
from vitascope.web.forms import form_token
from vitascope.web.views import VisitorView

WebRequest = Request[None, None, State]

# Whoever logs in there goes on to the home page.
_NO_RETURN = ("/login", "/logout", "/register", "/reset-password", "/verify-account")
_SMALL_PX = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request for a page. ``user`` is whoever logged in to the pages, None for strangers,
    who may still be a known ``actor`` by a credential in a header; ``session`` is what the
    cookie holds, and ``picture`` the file name of the user's picture.
    """

    request: WebRequest
    actor: Actor = ANONYMOUS
    user: User | None = None
    session: str = ""
    picture: str | None = None

    @property
    def client(self) -> ClientInfo:
        return client_of(self.request.scope)

    def query(self, name: str) -> str:
        return str(self.request.query_params.get(name, ""))

    def numbered(self, name: str) -> int:
        """The number in the path under ``name``; 0, which nothing has, when it is none."""
        text = str(self.request.path_params.get(name, ""))
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0

    @property
    def login_path(self) -> str:
        """Where to log in, and be brought back here."""
        url = self.request.url
        if self.request.method not in {"GET", "HEAD"} or url.path.startswith(_NO_RETURN):
            return "/login"
        if url.path == "/":
            return "/login"
        here = f"{url.path}?{url.query}" if url.query else url.path
        return f"/login?next={quote(here, safe='/')}"


def find_visit(runtime: Runtime, request: WebRequest) -> Visit:
    """Read who makes the request. Blocking."""
    actor = runtime.callers.find_visitor(request.scope)
    shown = cookie_credential(request.scope)
    if shown is None or shown != visitor_credential(request.scope):
        return Visit(request=request, actor=actor)
    if actor.user_id is None or actor.is_key:
        return Visit(request=request, actor=actor)
    with runtime.db.read() as tx:
        user = find_user(tx, actor.user_id)
        picture = None if user is None else _picture(tx, user)
    return Visit(
        request=request, actor=actor, user=user, session=shown.credential, picture=picture
    )


def visitor_view(runtime: Runtime, visit: Visit) -> VisitorView | None:
    """What the page shows of a visitor; None of a stranger."""
    if visit.user is None:
        return None
    picture = visit.picture
    return VisitorView(
        name=visit.user.account.display_name,
        username=visit.user.username,
        avatar=None if picture is None else f"/lazy-static/avatars/{picture}",
        form_token=form_token(runtime.vault.form_key, visit.session),
        administrates=visit.actor.may(Right.MANAGE_CONFIGURATION),
    )


def _picture(tx: Tx, user: User) -> str | None:
    name = user.account.name
    images = list_images(tx, [name], ImageKind.AVATAR).get(name, ())
    fitting = [image for image in images if image.width >= _SMALL_PX]
    return fitting[-1].filename if fitting else None
