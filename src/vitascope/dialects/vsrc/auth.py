"""Who calls: the holder of an API key, ``Authorization: Bearer vsrc_…``, or of a session."""

from dataclasses import replace
from typing import Any, TypeAlias

from litestar import Request

from vitascope.core.access.credentials import CredentialRefused
from vitascope.core.access.keys import may_be_imported
from vitascope.core.access.model import ANONYMOUS, Actor, CredentialKind, LoginRequired
from vitascope.http.caller import Shown, shown_credential
from vitascope.http.runtime import Runtime

AnyRequest: TypeAlias = Request[Any, Any, Any]

# Facts: the table of section 6.4.
_ACCEPTED = frozenset({CredentialKind.VSRC_KEY, CredentialKind.JWT})


class KeyGate:
    """Lets in the holders of keys."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    def anybody(self, request: AnyRequest) -> Actor:
        """The caller where nobody needs a key: anonymous when what is shown opens nothing.
        Blocking, as all of these.
        """
        try:
            return self._runtime.callers.find(request.scope, _ACCEPTED)
        except CredentialRefused:
            return ANONYMOUS

    def reader(self, request: AnyRequest) -> Actor:
        """The caller. Keys from elsewhere, whose shape says nothing, open here as well.

        Raises:
            LoginRequired: no key.
            CredentialRefused: an unknown or expired one, or one of another API.
        """
        shown = _named(shown_credential(request.scope))
        actor = self._runtime.callers.actor_of(request.scope, shown, _ACCEPTED)
        if actor.is_anonymous:
            raise LoginRequired(
                "Send an API key in the header Authorization: Bearer YOUR_API_KEY"
            )
        return actor

    def writer(self, request: AnyRequest) -> Actor:
        """The caller, who may write.

        Raises:
            LoginRequired, CredentialRefused: as :meth:`reader`.
            Forbidden: the key has read permission only.
        """
        actor = self.reader(request)
        actor.check_writes()
        return actor


def _named(shown: Shown | None) -> Shown | None:
    """``shown``, taken for a key of this API where it may be one from elsewhere."""
    if shown is None or shown.as_api_key or not may_be_imported(shown.credential):
        return shown
    return replace(shown, kind=CredentialKind.VSRC_KEY)
