"""Pages that administrators wrote, as everybody reads them."""

from dataclasses import dataclass

from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect

from vitascope.core.pages.read import published_page
from vitascope.web.desk import Answer, Desk
from vitascope.web.render import render_page
from vitascope.web.routing import shown
from vitascope.web.sessions import Visit

_HEADING = "<h1"


@dataclass(frozen=True, slots=True)
class WrittenPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        return [shown(self.desk, "/p/{path:path}", self.show)]

    def show(self, visit: Visit) -> Answer:
        """Raises NotFound for what is not published, or not there."""
        with self.desk.runtime.db.read() as tx:
            page = published_page(tx, str(visit.request.path_params["path"]))
        address = f"/p/{page.path}/"
        if visit.request.scope["raw_path"].decode("latin-1").partition("?")[0] != address:
            return Redirect(address, status_code=301)
        text = render_page(
            self.desk.site_for(visit),
            "written.html",
            title=page.title,
            html=page.html,
            address=address,
            # Whoever writes a heading of their own wants no other above it.
            has_heading=_HEADING in page.html,
        )
        return self.desk.html(text, is_personal=not visit.actor.is_anonymous)
