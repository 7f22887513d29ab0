"""Addresses signed with AWS Signature Version 4, as every S3 server understands them."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote, urlsplit

_ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    access_key: str
    secret_key: str = field(repr=False)
    region: str


def presign(
    url: str,
    credentials: Credentials,
    *,
    now: datetime,
    expires_s: int,
    overrides: Mapping[str, str],
) -> str:
    """``url`` with a query that allows GET for ``expires_s`` seconds from ``now``.

    ``url`` has a quoted path and no query. ``overrides`` are the ``response-*`` parameters with
    which S3 replaces headers of its answer.
    """
    parts = urlsplit(url)
    stamp = now.strftime("%Y%m%dT%H%M%SZ")
    scope = f"{stamp[:8]}/{credentials.region}/s3/aws4_request"
    query = {
        "X-Amz-Algorithm": _ALGORITHM,
        "X-Amz-Credential": f"{credentials.access_key}/{scope}",
        "X-Amz-Date": stamp,
        "X-Amz-Expires": str(expires_s),
        "X-Amz-SignedHeaders": "host",
        **overrides,
    }
    encoded = "&".join(f"{_quote(name)}={_quote(query[name])}" for name in sorted(query))
    request = f"GET\n{parts.path}\n{encoded}\nhost:{parts.netloc}\n\nhost\nUNSIGNED-PAYLOAD"
    digest = hashlib.sha256(request.encode()).hexdigest()
    to_sign = f"{_ALGORITHM}\n{stamp}\n{scope}\n{digest}"
    signature = _mac(_signing_key(credentials, scope), to_sign).hex()
    return f"{url}?{encoded}&X-Amz-Signature={signature}"


def _signing_key(credentials: Credentials, scope: str) -> bytes:
    key = b"AWS4" + credentials.secret_key.encode()
    for word in scope.split("/"):
        key = _mac(key, word)
    return key


def _mac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def _quote(text: str) -> str:
    return quote(text, safe="-_.~")
