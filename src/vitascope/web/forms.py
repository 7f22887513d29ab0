"""Forms: where they may come from, and what they carry. All of that is checked here."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection
from litestar.enums import RequestEncodingType
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.params import Body

from vitascope.http.runtime import Runtime
from vitascope.web.account_views import FormView, Problem

Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]

TOKEN_FIELD = "form_token"  # noqa: S105 -- the name of a field
_READING = {"GET", "HEAD", "OPTIONS"}
_SAME_SITE = {"same-origin", "none"}
_LONGEST_PATH = 2000


@dataclass(frozen=True, slots=True)
class Fields:
    """What was typed into a form."""

    given: Mapping[str, str]

    def text(self, name: str) -> str:
        """Without the blanks around it that phones add, and without what PostgreSQL refuses
        to keep.
        """
        return self.given.get(name, "").replace("\0", "").strip()

    def secret(self, name: str) -> str:
        """As it was typed: blanks may belong to a password."""
        return self.given.get(name, "")

    def number(self, name: str) -> int | None:
        """None when it is none, or has more digits than any of our numbers."""
        text = self.text(name)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None

    def view(self, name: str, *kept: str) -> FormView:
        """The form with the values of the fields ``kept``, to be shown again."""
        return FormView(name, {field: self.text(field) for field in kept})

    def empty(self, sentences: Mapping[str, str]) -> tuple[Problem, ...]:
        """The ``sentences`` of fields that have to be filled in and are not."""
        return tuple(
            Problem(sentence, name)
            for name, sentence in sentences.items()
            if not self.secret(name).strip()
        )


def is_sent_from_here(headers: Mapping[str, str], public_url: str) -> bool:
    """Whether a form came from a page of ours, as far as a browser tells (names of headers
    in lower case). What tells nothing is no browser, and nobody can abuse its cookies.

    Older browsers, and servers without TLS, get only ``Origin``.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in _SAME_SITE
    origin = headers.get("origin")
    if origin is None or origin.lower() == public_url.lower():
        return True
    return urlsplit(origin).netloc == headers.get("host")


def foreign_form_guard(runtime: Runtime) -> Callable[[Any, BaseRouteHandler], None]:
    """A guard that refuses whatever another site's page has sent."""

    def check(connection: ASGIConnection[Any, Any, Any, Any], _to: BaseRouteHandler) -> None:
        if connection.scope.get("method") in _READING:
            return
        if not is_sent_from_here(connection.headers, runtime.public_url):
            raise PermissionDeniedException("This form was sent from a page of another site.")

    return check


def form_token(key: bytes, session: str) -> str:
    """What the forms of a session carry. Only pages shown to that session know it."""
    return hmac.new(key, session.encode(), hashlib.sha256).hexdigest()


def form_token_holds(key: bytes, session: str, given: str) -> bool:
    return hmac.compare_digest(form_token(key, session).encode(), given.encode())


def local_path(text: str) -> str:
    """``text`` when it is a path of this server, else the home page: whoever logs in must
    not end on another site.
    """
    is_local = text.startswith("/") and not text.startswith(("//", "/\\"))
    # Browsers drop tabs and line ends, and turn a backslash into a slash.
    is_plain = text.isascii() and text.isprintable() and "\\" not in text
    return text if is_local and is_plain and len(text) <= _LONGEST_PATH else "/"
