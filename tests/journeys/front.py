"""nginx in front of a server, as operators run it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from tests.conftest import missing
from tests.journeys.server import PATIENCE_S, Server, wait_for

_CONFIG = """
daemon off;
worker_processes 1;
{user}
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen {address}:{port} {ssl};
        {certificate}
        client_max_body_size 0;
        proxy_request_buffering off;
        proxy_http_version 1.1;
        proxy_set_header Host {host};
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        location / {{
            proxy_pass {upstream};
        }}
    }}
}}
"""


@dataclass
class Front(Server):
    """The server as people reach it, at ``origin``. It is not started by itself."""

    origin: str = ""

    @property
    def url(self) -> str:
        return self.origin


@contextmanager
def nginx(
    server: Server, folder: Path, origin: str, *, host: str, certificate: Path | None = None
) -> Iterator[Front]:
    """Listen at ``origin``; what the server hears as its host is nginx's variable ``host``."""
    folder.mkdir()
    config = folder / "nginx.conf"
    address = httpx.URL(origin)
    lines = f"ssl_certificate {certificate};\nssl_certificate_key {certificate};"
    config.write_text(
        _CONFIG.format(
            folder=folder,
            # The one who starts it may be the only one who can look into the folder.
            user="user root;" if os.geteuid() == 0 else "",
            address=address.host,
            port=address.port,
            ssl="ssl" if certificate else "",
            certificate=lines if certificate else "",
            host=host,
            upstream=server.url,
        )
    )
    log = folder / "nginx.log"
    running = subprocess.Popen(
        [_program(), "-p", str(folder), "-c", str(config), "-e", str(log)],
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: _answers(running, origin, log), "nginx answers")
        yield Front(server.data, server.settings, origin=origin)
    finally:
        running.terminate()
        running.wait()


def _program() -> str:
    # Debian puts it where only root looks.
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if found is None:
        missing("nginx")
    return str(found)


def _answers(running: "subprocess.Popen[bytes]", origin: str, log: Path) -> bool:
    if running.poll() is not None:
        raise RuntimeError(f"nginx ended: {log.read_text()}")
    try:
        return httpx.get(f"{origin}/health", timeout=PATIENCE_S).is_success
    except httpx.TransportError:
        return False


def make_certificate(path: Path, address: str) -> Path:
    """A key and a certificate that only those trust who are told to."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "journey")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path
