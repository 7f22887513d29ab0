"""Users of a running server, with a credential of every API."""

from dataclasses import dataclass
from typing import Any

import httpx
from tests.journeys.server import PASSWORD, PATIENCE_S, Server, vitascope

_UNLIMITED = -1


@dataclass(frozen=True, slots=True)
class Person:
    """``token`` opens VideoCMS's, PeerTube's and AVCaption's API, ``key`` opens VSRC's.
    ``url`` is where the server is asked.
    """

    url: str
    token: str
    key: str
    channel: int

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def keyed(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}

    def ask(self, method: str, path: str, **values: Any) -> httpx.Response:
        headers = {**self.bearer, **values.pop("headers", {})}
        url = path if "://" in path else f"{self.url}{path}"
        return httpx.request(method, url, headers=headers, timeout=60, **values)


def root(server: Server) -> Person:
    return _known(server, "root")


def join(server: Server, name: str, *, quota_bytes: int = _UNLIMITED) -> Person:
    """A new user, made by the administrator through PeerTube's API."""
    said = {
        "username": name,
        "password": PASSWORD,
        "email": f"{name}@example.org",
        "role": 2,
        "videoQuota": quota_bytes,
        "videoQuotaDaily": _UNLIMITED,
    }
    headers = {"Authorization": f"Bearer {_log_in(server, 'root')}"}
    made = httpx.post(
        f"{server.url}/api/v1/users", headers=headers, json=said, timeout=PATIENCE_S
    )
    made.raise_for_status()
    return _known(server, name)


def make_key(server: Server, name: str, kind: str = "vsrc") -> str:
    words = ["key", "create", "journey", "--user", name, "--kind", kind]
    made = vitascope([*words, "--data", str(server.data)], {})
    assert made.returncode == 0, made.stdout + made.stderr
    return made.stdout.strip()


def _log_in(server: Server, name: str) -> str:
    login = {"username": name, "password": PASSWORD}
    opened = httpx.post(f"{server.url}/api/auth/login", json=login, timeout=PATIENCE_S)
    token: str = opened.raise_for_status().json()["token"]
    return token


def _known(server: Server, name: str) -> Person:
    token = _log_in(server, name)
    headers = {"Authorization": f"Bearer {token}"}
    me = httpx.get(f"{server.url}/api/v1/users/me", headers=headers, timeout=PATIENCE_S).json()
    key = make_key(server, name)
    return Person(server.url, token, key, me["videoChannels"][0]["id"])
