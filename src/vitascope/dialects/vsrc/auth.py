"""Who calls: the holder of an API key, ``Authorization: Bearer vsrc_…``."""

from typing import Any, TypeAlias

from litestar import Request

from vitascope.base.errors import Forbidden
from vitascope.core.access.keys import find_key_actor
from vitascope.core.access.model import Actor, KeyKind, Permission
from vitascope.http.key_uses import KeyUses
from vitascope.http.runtime import Runtime

AnyRequest: TypeAlias = Request[Any, Any, Any]


class KeyRefused(Forbidden):
    """No key, or one that is unknown or revoked."""


class KeyGate:
    """Lets in the holders of keys and notes that their keys were used."""

    def __init__(self, runtime: Runtime, uses: KeyUses) -> None:
        self._runtime = runtime
        self._uses = uses

    def reader(self, request: AnyRequest) -> Actor:
        """The caller.

        Raises:
            KeyRefused: no key, or an unknown one.
        """
        with self._runtime.db.read() as tx:
            found = find_key_actor(tx, KeyKind.VSRC, _bearer(request))
        if found is None:
            raise KeyRefused("This API key is unknown or has been revoked")
        actor, key_id = found
        self._uses.note(key_id, self._runtime.now())
        return actor

    def writer(self, request: AnyRequest) -> Actor:
        """The caller, who may write.

        Raises:
            KeyRefused: as :meth:`reader`.
            Forbidden: the key has read permission only.
        """
        actor = self.reader(request)
        if Permission.WRITE not in actor.permissions:
            raise Forbidden("This needs an API key with write permission")
        return actor


def _bearer(request: AnyRequest) -> str:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        raise KeyRefused("Send an API key in the header Authorization: Bearer YOUR_API_KEY")
    return key.strip()
