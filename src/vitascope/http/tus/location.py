"""The addresses of uploads, as the client reaches them."""

import re
import uuid
from collections.abc import Mapping
from urllib.parse import urlsplit

from vitascope.http.asgi import Scope

_HOST = re.compile(r"[A-Za-z0-9.-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?")
_UNTOLD = {"localhost", "127.0.0.1", "::1"}


def origin_for(scope: Scope, headers: Mapping[str, str], public_url: str) -> str:
    """The public origin. Where nobody has told the server what that is, the one that this
    client asked for: it alone gets the answer, and an address of ours would lead it to itself.
    """
    if urlsplit(public_url).hostname not in _UNTOLD:
        return public_url
    host = headers.get("host", "")
    return f"{scope['scheme']}://{host}" if _HOST.fullmatch(host) else public_url


def upload_url(origin: str, path: str, upload: uuid.UUID) -> str:
    return f"{origin}{path}/{upload.hex}"
