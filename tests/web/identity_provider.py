"""An OpenID Connect service on this machine: discovery, login, tokens, keys.

Whoever comes to its login is logged in at once as ``person`` and sent back.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

CLIENT_ID, CLIENT_SECRET = "vitascope", "agreed between the two"
ADA = {
    "sub": "0815",
    "preferred_username": "Ada.Lovelace",
    "name": "Ada Lovelace",
    "email": "ada@example.org",
    "email_verified": True,
}


class IdentityProvider:
    """Served while the context is entered. ``claims`` are put over those of the ID token, and
    a test may replace ``key``, so that the published keys do not fit.
    """

    def __init__(self) -> None:
        self.person: dict[str, Any] = dict(ADA)
        self.claims: dict[str, Any] = {}
        self.key = ECKey.generate_key("P-256", parameters={"kid": "one"})
        self.published = self.key
        self._codes: dict[str, dict[str, str]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())

    def __enter__(self) -> "IdentityProvider":
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(self, path: str, given: dict[str, str]) -> tuple[int, dict[str, Any] | str]:
        """Status, and JSON or the address to go to."""
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
            }
        if path == "/keys":
            return 200, dict(KeySet([self.published]).as_dict(private=False))
        if path == "/authorize":
            code = secrets.token_hex(8)
            self._codes[code] = given
            back = urlencode({"code": code, "state": given["state"]})
            return 302, f"{given['redirect_uri']}?{back}"
        if path == "/token":
            return self._token(given)
        return 404, {}

    def _token(self, given: dict[str, str]) -> tuple[int, dict[str, Any]]:
        asked = self._codes.pop(given.get("code", ""), None)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if asked is None or asked.get("code_challenge") != challenge:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **self.person,
            **self.claims,
        }
        token = jwt.encode({"alg": "ES256", "kid": "one"}, claims, self.key)
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": token}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                address = urlsplit(self.path)
                self._send(*provider.answer(address.path, _flat(address.query)))

            def do_POST(self) -> None:
                length = int(self.headers["content-length"])
                given = _flat(self.rfile.read(length).decode())
                expected = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
                if self.headers["authorization"] != f"Basic {expected}":
                    self._send(401, {"error": "invalid_client"})
                else:
                    self._send(*provider.answer(self.path, given))

            def log_message(self, *_: object) -> None:
                """Silent."""

            def _send(self, status: int, answer: dict[str, Any] | str) -> None:
                body = b"" if isinstance(answer, str) else json.dumps(answer).encode()
                self.send_response(status)
                if isinstance(answer, str):
                    self.send_header("location", answer)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        return Handler


def _flat(query: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(query).items()}
