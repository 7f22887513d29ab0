"""What all pages share: the running parts, and how a page is answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from litestar import Response
from litestar.response import Redirect

from vitascope.base.errors import ProductError, Unavailable
from vitascope.core.access.model import SessionTokens
from vitascope.core.registration.model import SignupMode
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import gone_session_cookie, session_cookie
from vitascope.web.account_views import FormView
from vitascope.web.headers import page_headers
from vitascope.web.problems import problem_of, status_of
from vitascope.web.render import render_page
from vitascope.web.sessions import Visit, WebRequest, find_visit, visitor_view
from vitascope.web.views import LinkView, Site

Answer: TypeAlias = Response[str] | Redirect

_BAD_FORM = 400


@dataclass(frozen=True, slots=True)
class Desk:
    """``assets`` is the path of our files, ``sign_on`` the name of the service that people may
    log in with, ``media_hosts`` are origins beside our own that send media.
    """

    runtime: Runtime
    assets: str
    sign_on: str | None = None
    media_hosts: Sequence[str] = ()

    @property
    def site(self) -> Site:
        """What pages show of the instance, as it is now."""
        instance = self.runtime.instance
        return Site(
            name=instance.name,
            description=instance.description,
            public_url=self.runtime.public_url,
            assets=self.assets,
            sign_on=self.sign_on,
            footer=tuple(
                LinkView(f"/p/{link.path}/", link.title)
                for link in self.runtime.footer.current()
            ),
        )

    def visit(self, request: WebRequest) -> Visit:
        """Blocking."""
        return find_visit(self.runtime, request)

    def site_for(self, visit: Visit) -> Site:
        return replace(
            self.site,
            takes_newcomers=self.runtime.signup.mode is not SignupMode.CLOSED,
            visitor=visitor_view(self.runtime, visit),
            login_path=visit.login_path,
        )

    def html(
        self,
        text: str,
        *,
        status: int = 200,
        framed_by: Sequence[str] | None = (),
        is_personal: bool = False,
        others: Sequence[str] = (),
    ) -> Response[str]:
        headers = page_headers(
            media_hosts=self.media_hosts,
            framed_by=framed_by,
            is_personal=is_personal,
            others=others,
        )
        return Response(text, status_code=status, media_type="text/html", headers=headers)

    def page(
        self,
        visit: Visit,
        template: str,
        *,
        status: int = 200,
        others: Sequence[str] = (),
        **values: Any,
    ) -> Response[str]:
        """A page with a form, or about one: nobody keeps it."""
        text = render_page(self.site_for(visit), template, **values)
        return self.html(text, status=status, is_personal=True, others=others)

    def form(
        self, visit: Visit, template: str, form: FormView, *, status: int = 200, **values: Any
    ) -> Response[str]:
        """As :meth:`page`, for a form; one with problems is a bad request at least."""
        if form.problems and status == 200:
            status = _BAD_FORM
        return self.page(visit, template, status=status, form=form, **values)

    def refused(
        self, visit: Visit, template: str, form: FormView, error: ProductError, **values: Any
    ) -> Response[str]:
        """The form again, with what was wrong with it."""
        again, status = with_error(form, error), status_of(error)
        answer = self.form(visit, template, again, status=status, **values)
        return hint_at_time(answer, error)

    def welcome(self, tokens: SessionTokens, path: str) -> Redirect:
        """Log the browser in and go to ``path``."""
        cookie = session_cookie(tokens.access_token, is_secure=self.runtime.is_secure)
        return see_other(path, cookie)

    def farewell(self, path: str) -> Redirect:
        """Log the browser out and go to ``path``."""
        return see_other(path, gone_session_cookie(is_secure=self.runtime.is_secure))


def see_other(path: str, cookie: str | None = None) -> Redirect:
    headers = {"cache-control": "private, no-store"}
    if cookie is not None:
        headers["set-cookie"] = cookie
    return Redirect(path, status_code=303, headers=headers)


def with_error(form: FormView, error: ProductError) -> FormView:
    return replace(form, problems=(*form.problems, problem_of(error)))


def hint_at_time(answer: Response[str], error: ProductError) -> Response[str]:
    """Say in a header when it may work, where that is known."""
    if isinstance(error, Unavailable) and error.retry_after_s is not None:
        answer.headers["retry-after"] = str(error.retry_after_s)
    return answer
