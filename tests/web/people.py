"""People in front of the pages: they log in, read forms and send them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from html.parser import HTMLParser
from typing import Any

from tests.dialects.built import built
from tests.dialects.runtimes import PUBLIC_URL, VAULT, Client
from tests.factories import NOON
from tests.one_loop import OneLoopClient

from vitascope.core.access.model import ClientInfo, SessionKind
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import NAME
from vitascope.web import build

PHONE = ClientInfo(
    address="203.0.113.5",
    device="Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0",
)


@contextmanager
def browsing(runtime: Runtime) -> Iterator[Client]:
    """A browser of its own in front of the pages, which follows no redirects."""
    with OneLoopClient(built(build, runtime), base_url=PUBLIC_URL) as client:
        client.follow_redirects = False
        yield client


def open_session_of(
    db: Database,
    user: User,
    *,
    kind: SessionKind = SessionKind.WEB,
    client: ClientInfo = PHONE,
    now: datetime = NOON,
) -> str:
    """A session that is there already. Returns its token."""
    with db.begin() as tx:
        return open_session(tx, VAULT, user, kind, client, now=now).access_token


def log_in(client: Client, db: Database, user: User, *, now: datetime = NOON) -> str:
    """As if ``user`` had logged in with this browser. Returns what the cookie holds."""
    token = open_session_of(db, user, now=now)
    client.cookies.set(NAME, token)
    return token


class FormReader(HTMLParser):
    """The forms of a page: where each goes, and what it would send as it stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.alerts: list[str] = []
        self._alert_depth = 0
        self._area: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((given["action"], {}))
        if tag == "input" and self.forms and "name" in given:
            is_unticked = given.get("type") == "checkbox" and "checked" not in given
            if not is_unticked:
                self.forms[-1][1][given["name"]] = given.get("value", "")
        if tag == "textarea":
            self._area = given["name"]
        if tag == "option" and "selected" in given:
            self.forms[-1][1].setdefault("selected", given["value"])
        if given.get("role") == "alert":
            self._alert_depth = 1
            self.alerts.append("")
        elif self._alert_depth and tag not in {"input", "br"}:
            self._alert_depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None
        if self._alert_depth:
            self._alert_depth -= 1

    def handle_data(self, data: str) -> None:
        if self._alert_depth and data.strip():
            self.alerts[-1] = f"{self.alerts[-1]} {data.strip()}".strip()
        if self._area is not None:
            self.forms[-1][1][self._area] = data.removeprefix("\n")


def form_of(html: str, action: str) -> dict[str, str]:
    """What the form that goes to ``action`` would send."""
    return next(fields for goes_to, fields in FormReader(html).forms if goes_to == action)


def alerts_of(html: str) -> list[str]:
    """What the page says is wrong, without the headings of summaries."""
    title = "This did not work "
    return [alert.removeprefix(title) for alert in FormReader(html).alerts]


def send(client: Client, page: str, action: str, **typed: str) -> Any:
    """Load ``page``, fill in the form that goes to ``action``, and send it."""
    fields = form_of(client.get(page).text, action)
    return client.post(action, data={**fields, **typed})
