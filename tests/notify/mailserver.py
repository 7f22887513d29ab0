"""A real mail server on loopback, on a thread of its own."""

import asyncio
import datetime as dt
import email
import ipaddress
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_LINK = re.compile(r"^https?://\S+\?\S+$", re.MULTILINE)


@dataclass(frozen=True)
class Received:
    sender: str | None
    recipients: list[str]
    message: EmailMessage
    is_encrypted: bool
    login: str | None

    @property
    def text(self) -> str:
        return str(self.message.get_content()).replace("\r\n", "\n")

    @property
    def link(self) -> str:
        """The only address with a query in the text."""
        (found,) = _LINK.findall(self.text)
        return str(found)


@dataclass
class Mailbox:
    """What a server is told, and what it answers: ``answers`` to RCPT in their order and
    then yes, ``data_answer`` to a mail. While ``gate`` is closed it answers nothing.
    """

    port: int = 0
    received: list[Received] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    data_answer: str = "250 OK"
    gate: threading.Event = field(default_factory=threading.Event)

    async def handle_RCPT(  # noqa: N802 -- aiosmtpd calls it so
        self, _server: SMTP, _session: Session, envelope: Envelope, to: str, _options: Any
    ) -> str:
        self.asked.append(to)
        while not self.gate.is_set():
            await asyncio.sleep(0.01)
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(to)
        return answer

    async def handle_DATA(  # noqa: N802 -- aiosmtpd calls it so
        self, _server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        message = email.message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        if self.data_answer.startswith("250"):
            is_encrypted, login = session.ssl is not None, session.auth_data
            self.received.append(
                Received(envelope.mail_from, envelope.rcpt_tos, message, is_encrypted, login)
            )
        return self.data_answer


@contextmanager
def serving(
    *, tls: ssl.SSLContext | None = None, login: tuple[str, str] | None = None, **options: Any
) -> Iterator[Mailbox]:
    """A server on a free port; with ``tls`` it is encrypted from the first byte, with
    ``login`` it wants to be logged in to. ``options`` are aiosmtpd's.
    """

    def authenticate(_s: SMTP, _se: Session, _e: Envelope, _m: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        name, password = data.login.decode(), data.password.decode()
        is_right = (name, password) == login
        return AuthResult(success=is_right, handled=False, auth_data=name)

    if login is not None:
        options |= {"authenticator": authenticate, "auth_required": True}
    mailbox = Mailbox()
    mailbox.gate.set()
    loop = asyncio.new_event_loop()

    async def listen(listening: socket.socket) -> asyncio.AbstractServer:
        def connected() -> SMTP:
            return SMTP(mailbox, hostname="mail.test", loop=loop, **options)

        return await loop.create_server(connected, sock=listening, ssl=tls)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        mailbox.port = listening.getsockname()[1]
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        server = asyncio.run_coroutine_threadsafe(listen(listening), loop).result()
        try:
            yield mailbox
        finally:
            asyncio.run_coroutine_threadsafe(_close(server), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()


def certificate(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a certificate that it signed itself, and a client's context
    that trusts it.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.test")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(path)
    return server, ssl.create_default_context(cafile=str(path))


async def _close(server: asyncio.AbstractServer) -> None:
    server.close()
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
