"""Who is calling: the credential in a request, and the actor behind it.

Dialects say which kinds they take; what a kind is worth is the core's business.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from vitascope.core.access.credentials import (
    CredentialRefused,
    Refusal,
    authenticate,
    classify,
)
from vitascope.core.access.model import ANONYMOUS, Actor, ClientInfo, CredentialKind
from vitascope.core.access.vault import Vault
from vitascope.db import Database
from vitascope.http.asgi import Scope
from vitascope.http.session_cookie import NAME

EVERY_KIND = frozenset(CredentialKind)
_LONGEST_DEVICE = 200
_LONGEST_CREDENTIAL = 4096


@dataclass(frozen=True, slots=True)
class Shown:
    """A credential as it was sent. ``kind`` is None when it looks like none of ours, unless a
    dialect takes it for one; ``as_api_key`` when it came where only API keys belong.
    """

    credential: str
    kind: CredentialKind | None
    as_api_key: bool = False


def shown_credential(scope: Scope) -> Shown | None:
    """What the request shows: ``X-API-Key``, else ``?api_key=``, else ``Authorization``
    (facts: section 6.4). None when it shows nothing.
    """
    headers = dict(reversed(scope["headers"]))
    key = headers.get(b"x-api-key")
    if key is not None:
        return _shown(key.decode("latin-1"), as_api_key=True)
    query = scope["query_string"]
    if b"api_key=" in query:
        given = parse_qs(query.decode("latin-1"), keep_blank_values=True).get("api_key")
        if given:
            return _shown(given[0], as_api_key=True)
    bearer = headers.get(b"authorization")
    # Some clients write the scheme in their own way; the token is what stands last.
    return None if bearer is None else _shown(bearer.decode("latin-1").rpartition(" ")[2])


def cookie_credential(scope: Scope) -> Shown | None:
    """What the browser shows that logged in to the pages. Only for pages and media: an API
    that took it would act for any site that the browser visits.
    """
    for name, value in scope["headers"]:
        if name == b"cookie" and NAME.encode() in value:
            try:
                found = SimpleCookie(value.decode("latin-1")).get(NAME)
            except CookieError:
                return None
            if found is not None and found.value:
                return _shown(found.value)
    return None


def visitor_credential(scope: Scope) -> Shown | None:
    """What a visitor of pages and media shows. Browsers send the cookie along by themselves,
    so what a program shows on purpose goes before it.
    """
    return shown_credential(scope) or cookie_credential(scope)


def client_of(scope: Scope) -> ClientInfo:
    """Where the request comes from. A proxy's word has been weighed before."""
    device = next((value for name, value in scope["headers"] if name == b"user-agent"), b"")
    client = scope.get("client")
    return ClientInfo(
        address=client[0] if client else "",
        device=device.decode("latin-1")[:_LONGEST_DEVICE],
    )


class Callers:
    """Turns requests into actors, and leaves the actor in ``scope["state"]`` for the audit
    and the limits.
    """

    def __init__(self, db: Database, vault: Vault, now: Callable[[], datetime]) -> None:
        self._db = db
        self._vault = vault
        self._now = now

    def find(self, scope: Scope, accepted: frozenset[CredentialKind] = EVERY_KIND) -> Actor:
        """The caller; anonymous when no credential is shown. Blocking.

        Raises:
            CredentialRefused: one is shown and opens nothing, or is of a kind that is not
                ``accepted``. It never makes its bearer anonymous: a client would take the
                shorter answer for the whole one.
        """
        return self.actor_of(scope, shown_credential(scope), accepted)

    def find_visitor(self, scope: Scope) -> Actor:
        """The caller of a page or a media file, who may have logged in to the pages. A
        credential that opens nothing makes a visitor anonymous. Blocking.
        """
        try:
            return self.actor_of(scope, visitor_credential(scope), EVERY_KIND)
        except CredentialRefused:
            return ANONYMOUS

    def actor_of(
        self, scope: Scope, shown: Shown | None, accepted: frozenset[CredentialKind]
    ) -> Actor:
        """As :meth:`find`, for a credential that was read already."""
        if shown is None:
            return ANONYMOUS
        if shown.kind is None or shown.kind not in accepted:
            raise CredentialRefused(shown.kind, Refusal.UNKNOWN)
        with self._db.read() as tx:
            actor = authenticate(
                tx, self._vault, shown.credential, kind=shown.kind, now=self._now()
            )
        scope.setdefault("state", {})["actor"] = actor
        return actor


def _shown(credential: str, *, as_api_key: bool = False) -> Shown:
    text = credential.strip()[:_LONGEST_CREDENTIAL]
    return Shown(text, classify(text), as_api_key)
