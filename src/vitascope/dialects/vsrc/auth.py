"""Who calls: the holder of an API key, ``Authorization: Bearer vsrc_…``, or of a session."""

from typing import Any, TypeAlias

from litestar import Request

from vitascope.core.access.model import Actor, CredentialKind, LoginRequired
from vitascope.http.runtime import Runtime

AnyRequest: TypeAlias = Request[Any, Any, Any]

# Facts: the table of section 6.4.
_ACCEPTED = frozenset({CredentialKind.VSRC_KEY, CredentialKind.JWT})


class KeyGate:
    """Lets in the holders of keys."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    def anybody(self, request: AnyRequest) -> Actor:
        """The caller; anonymous without a key. Blocking.

        Raises:
            CredentialRefused: as :meth:`reader`.
        """
        return self._runtime.callers.find(request.scope, _ACCEPTED)

    def reader(self, request: AnyRequest) -> Actor:
        """The caller.

        Raises:
            LoginRequired: no key.
            CredentialRefused: an unknown or expired one, or one of another API.
        """
        actor = self.anybody(request)
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
