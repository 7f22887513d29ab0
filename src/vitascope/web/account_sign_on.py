"""Logging in by way of another service, and connecting a user to it."""

from dataclasses import dataclass

from litestar import get, post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import ProductError
from vitascope.core.access.model import SessionTokens
from vitascope.core.login.external import ExternalIdentity, connect, log_in_externally
from vitascope.http.threads import on_thread
from vitascope.web.account_views import FormView
from vitascope.web.captcha import captcha_values
from vitascope.web.desk import Answer, Desk, see_other
from vitascope.web.forms import Fields, Form, local_path
from vitascope.web.oidc import SingleSignOn
from vitascope.web.routing import check_form
from vitascope.web.sessions import Visit, WebRequest

BEGIN, RETURN = "/login/sso", "/login/sso/return"
CONNECT = "/settings/security/connect"
_SECURITY = "/settings/security"
_COOKIE = "vitascope_sign_on"
_COOKIE_LIFE_S = 600


@dataclass(frozen=True, slots=True)
class SignOnPages:
    desk: Desk
    sso: SingleSignOn

    def routes(self) -> list[HTTPRouteHandler]:
        @get(BEGIN)
        async def begin(request: WebRequest) -> Answer:
            return await self.begin(await on_thread(self.desk.visit, request))

        @get(RETURN)
        async def come_back(request: WebRequest) -> Answer:
            return await self.come_back(await on_thread(self.desk.visit, request))

        @post(CONNECT)
        async def begin_connecting(request: WebRequest, data: Form) -> Answer:
            visit = await on_thread(self.desk.visit, request)
            return await self.begin_connecting(visit, Fields(data))

        return [begin, come_back, begin_connecting]

    async def begin(self, visit: Visit) -> Answer:
        """Send a stranger to the service."""
        path = local_path(visit.query("next"))
        if visit.user is not None:
            return see_other(path)
        try:
            address, kept = await self.sso.begin(
                next_path=path, connects=False, now=self.desk.runtime.now()
            )
        except ProductError as error:
            return await self._refused(visit, error)
        return see_other(address, self._cookie(kept))

    async def begin_connecting(self, visit: Visit, fields: Fields) -> Answer:
        """Ask a member to go on to the service. Browsers let no form of ours lead to another
        site, so it takes a link.
        """
        if visit.user is None:
            return see_other(visit.login_path)
        check_form(self.desk, visit, fields)
        try:
            address, kept = await self.sso.begin(
                next_path=_SECURITY, connects=True, now=self.desk.runtime.now()
            )
        except ProductError as error:
            return await self._refused(visit, error)
        page = await on_thread(self._leaving, visit, address)
        page.headers["set-cookie"] = self._cookie(kept)
        return page

    async def come_back(self, visit: Visit) -> Answer:
        """The service has sent somebody back."""
        runtime = self.desk.runtime
        kept = visit.request.cookies.get(_COOKIE)
        query = {name: str(value) for name, value in visit.request.query_params.items()}
        try:
            identity, began = await self.sso.finish(query, kept, now=runtime.now())
            if began.connects:
                await on_thread(self._connect, visit, identity)
                return see_other(f"{_SECURITY}?done=connected")
            tokens = await on_thread(self._log_in, visit, identity)
        except ProductError as error:
            return await self._refused(visit, error)
        return self.desk.welcome(tokens, local_path(began.next_path))

    def _log_in(self, visit: Visit, identity: ExternalIdentity) -> SessionTokens:
        runtime = self.desk.runtime
        with runtime.db.begin() as tx:
            return log_in_externally(
                tx,
                runtime.vault,
                identity,
                client=visit.client,
                policy=runtime.signup,
                creates_users=self.sso.service.creates_users,
                now=runtime.now(),
            )

    def _connect(self, visit: Visit, identity: ExternalIdentity) -> None:
        runtime = self.desk.runtime
        with runtime.db.begin() as tx:
            connect(tx, visit.actor, identity, now=runtime.now())

    def _leaving(self, visit: Visit, address: str) -> Answer:
        return self.desk.page(
            visit, "account/leaving.html", service=self.sso.service.name, address=address
        )

    async def _refused(self, visit: Visit, error: ProductError) -> Answer:
        form = FormView("login", {"next": local_path(visit.query("next"))})
        return await on_thread(self._refuse, visit, form, error)

    def _refuse(self, visit: Visit, form: FormView, error: ProductError) -> Answer:
        shown = captcha_values(self.desk.runtime)
        return self.desk.refused(
            visit, "account/login.html", form, error, **shown, is_unverified=False
        )

    def _cookie(self, kept: str) -> str:
        secure = "; Secure" if self.desk.runtime.is_secure else ""
        # Lax, because the service's page is what leads back here.
        return (
            f"{_COOKIE}={kept}; Path={BEGIN}; Max-Age={_COOKIE_LIFE_S}; HttpOnly; SameSite=Lax"
            f"{secure}"
        )
