"""The real program, started as a user starts it, on a free port of this machine."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psutil

PASSWORD = "journey password"
# Only ends a test that would hang.
PATIENCE_S = 300.0
# Below those that connections get, which are taken and left at any moment.
_PORTS = range(20_000, 32_000)
_kept: list[socket.socket] = []


@dataclass
class Server:
    """``vitascope serve`` on ``data``. Log in as root with :data:`PASSWORD`."""

    data: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.port = self.port or free_port()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def launch(self) -> "Server":
        """Begin to start it; :meth:`start` waits until it answers."""
        words = ["serve", "--data", str(self.data), "--port", str(self.port)]
        self.process = spawn(words, self.environ(), self.data.with_suffix(".log"))
        return self

    def start(self) -> "Server":
        if self.process is None or self.process.poll() is not None:
            self.launch()
        wait_for(self._answers, "the server answers")
        return self

    def environ(self) -> dict[str, str]:
        return {
            "VITASCOPE_ADMIN_PASSWORD": PASSWORD,
            "VITASCOPE_PUBLIC_URL": self.url,
            **self.settings,
        }

    def stop(self) -> int:
        """End it as an operator does, and say how it went."""
        if self.process is None:
            raise RuntimeError("the server was not started")
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE_S)

    def kill(self) -> None:
        """Pull the plug."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _answers(self) -> bool:
        if self.process is None or self.process.poll() is not None:
            log = self.data.with_suffix(".log").read_text()
            raise RuntimeError(f"the server ended: {log[-2000:]}")
        try:
            return httpx.get(f"{self.url}/health", timeout=PATIENCE_S).is_success
        except httpx.TransportError:
            return False


@dataclass
class Peertube:
    """The PeerTube API of a server, as its root user."""

    server: Server
    token: str = ""

    def log_in(self) -> "Peertube":
        client = self.get("/oauth-clients/local")
        answer = httpx.post(
            f"{self.server.url}/api/v1/users/token",
            data={
                **{name: client[name] for name in ("client_id", "client_secret")},
                "grant_type": "password",
                "username": "root",
                "password": PASSWORD,
            },
            timeout=PATIENCE_S,
        )
        answer.raise_for_status()
        self.token = answer.json()["access_token"]
        return self

    def get(self, path: str) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        url = f"{self.server.url}/api/v1{path}"
        answer = httpx.get(url, headers=headers, timeout=PATIENCE_S)
        answer.raise_for_status()
        return answer.json()

    def upload(self, path: Path, name: str = "A film", **fields: str) -> httpx.Response:
        channel = self.get("/users/me")["videoChannels"][0]["id"]
        with path.open("rb") as file:
            return httpx.post(
                f"{self.server.url}/api/v1/videos/upload",
                headers={"Authorization": f"Bearer {self.token}"},
                data={"channelId": str(channel), "name": name, "privacy": "1", **fields},
                files={"videofile": (path.name, file, "video/mp4")},
                timeout=PATIENCE_S,
            )

    def wait_until_published(self, uuid: str) -> dict[str, Any]:
        """The video once every quality is there."""
        found: dict[str, Any] = {}

        def is_ready() -> bool:
            found.update(self.get(f"/videos/{uuid}"))
            if found["state"]["id"] == 7:
                raise RuntimeError(f"{uuid} failed")
            return bool(found["state"]["id"] == 1)

        wait_for(is_ready, f"{uuid} is published")
        return found


def vitascope(
    words: Sequence[str], environ: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*_program(), *words],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def spawn(
    words: Sequence[str], environ: Mapping[str, str], log: Path
) -> subprocess.Popen[bytes]:
    with log.open("ab") as file:
        return subprocess.Popen(
            [*_program(), *words],
            env={**os.environ, **environ},
            stdout=file,
            stderr=file,
            # As a terminal starts it: what runs in the background of a script ignores Ctrl+C,
            # and hands that on to its children.
            preexec_fn=_listen_to_interrupts,
        )


def _listen_to_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(condition: Any, what: str) -> None:
    """Ask until it is so."""
    until = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError(f"waited too long until {what}")
        time.sleep(0.05)


def free_port() -> int:
    """A port that no other program of these tests is given before this one ends, so that a
    server that was stopped can come back to it.
    """
    while True:
        port = random.choice(_PORTS)
        sign = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            # Whoever has the port of this kind may use the other.
            sign.bind(("127.0.0.1", port))
            with socket.socket() as probe:
                probe.bind(("", port))
        except OSError:
            sign.close()
        else:
            _kept.append(sign)
            return port


def programs_about(folder: Path) -> list[str]:
    """Command lines of the running programs that mention ``folder``."""
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        words = process.info["cmdline"] or []
        if process.info["status"] != psutil.STATUS_ZOMBIE and str(folder) in " ".join(words):
            found.append(" ".join(words))
    return found


def _program() -> list[str]:
    return [sys.executable, "-c", "from vitascope.cli import main; main()"]
