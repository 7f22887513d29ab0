"""Who calls: an API key in ``X-API-Key``, ``?api_key=`` or ``Authorization: Bearer``, or the
token of a session as a bearer.
"""

from typing import Any, TypeAlias

from litestar import Request

from vitascope.core.access.credentials import CredentialRefused, Refusal
from vitascope.core.access.features import FeatureWithheld, check_feature
from vitascope.core.access.model import ANONYMOUS, Actor, CredentialKind, LoginRequired
from vitascope.core.accounts.model import Feature
from vitascope.dialects.avcaption.limits import READS, UPLOADS, WRITES, Meter
from vitascope.http.asgi import Scope
from vitascope.http.caller import shown_credential
from vitascope.http.limits import Policy
from vitascope.http.runtime import Runtime

AnyRequest: TypeAlias = Request[Any, Any, Any]

# Facts: the table of section 6.4.
_ACCEPTED = frozenset(CredentialKind) - {CredentialKind.VSRC_KEY}


def credential_of(request: AnyRequest) -> str:
    """What the caller shows, empty when nothing."""
    shown = shown_credential(request.scope)
    return "" if shown is None else shown.credential


class Gate:
    """Lets callers in, and counts them. All of it blocks."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._meter = Meter(runtime.limiter)

    def reader(self, request: AnyRequest, policy: Policy = READS) -> Actor:
        """The caller.

        Raises:
            LoginRequired: no credential.
            CredentialRefused: one that opens nothing, or is of an API that is not taken.
            FeatureWithheld: the user's plan has no API.
            RateLimited: too many requests.
        """
        actor = self._find(request.scope, policy)
        self._meter.count(request.scope, policy, actor)
        return _known(actor)

    def writer(self, request: AnyRequest, policy: Policy = WRITES) -> Actor:
        """The caller, who may write.

        Raises:
            LoginRequired, CredentialRefused, RateLimited: as :meth:`reader`.
            Forbidden: the key is for reading only.
        """
        actor = self.reader(request, policy)
        actor.check_writes()
        return actor

    def sender(self, request: AnyRequest) -> Actor:
        """The caller, who sends a part of an upload: as :meth:`writer`, but nobody who is
        known is counted.
        """
        actor = self._find(request.scope, UPLOADS)
        if actor.is_anonymous:
            self._meter.count(request.scope, UPLOADS, actor)
        _known(actor).check_writes()
        return actor

    def stranger(self, request: AnyRequest, policy: Policy = WRITES) -> None:
        """Count somebody who is about to say who they are, or need not. Raises RateLimited."""
        self._meter.count(request.scope, policy, ANONYMOUS)

    def _find(self, scope: Scope, policy: Policy) -> Actor:
        """Who is calling; those whom a credential does not open for are counted at once."""
        try:
            return self._opened(scope)
        except (CredentialRefused, FeatureWithheld):
            self._meter.count(scope, policy, ANONYMOUS)
            raise

    def _opened(self, scope: Scope) -> Actor:
        shown = shown_credential(scope)
        is_avc = shown is not None and shown.kind is CredentialKind.AVCAPTION_KEY
        if shown is not None and shown.as_api_key and not is_avc:
            # The name of the header says whose key it has to be. None of ours is an `avc_`
            # key, whatever else it may look like.
            raise CredentialRefused(CredentialKind.AVCAPTION_KEY, Refusal.UNKNOWN)
        actor = self._runtime.callers.actor_of(scope, shown, _ACCEPTED)
        if not actor.is_anonymous:
            with self._runtime.db.read() as tx:
                check_feature(tx, actor, Feature.API)
        return actor


def _known(actor: Actor) -> Actor:
    if actor.is_anonymous:
        raise LoginRequired("Send an API key as X-API-Key, or a token as a bearer")
    return actor
