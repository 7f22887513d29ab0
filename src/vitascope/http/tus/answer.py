"""What is answered to a tus request."""

from dataclasses import dataclass, field, replace
from typing import Self

from vitascope.http.asgi import Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class TusAnswer:
    """An ASGI application that sends the answer."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    def telling(self, headers: dict[str, str]) -> Self:
        """The same with more headers; those it has stay."""
        return replace(self, headers={**headers, **self.headers})

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in self.headers.items()
        ]
        # An answer that may have a body says that it has none; a 204 may not even say that.
        if self.status != 204:
            headers.append((b"content-length", b"%d" % len(self.body)))
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})
