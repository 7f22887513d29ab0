"""Mails through a mail server."""

import ipaddress
import logging
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import SplitResult, unquote, urlsplit

from aiosmtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPNotSupported,
    SMTPRecipientRefused,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from vitascope.notify.letter import (
    AddressUnusable,
    Letter,
    as_message,
    check_address,
)
from vitascope.notify.postbox import MailDelayed, MailRefused

log = logging.getLogger(__name__)

_PORTS = {"smtp": 587, "smtps": 465}
_TIMEOUT_S = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """``is_tls`` speaks TLS from the first byte. Without ``username`` nobody logs in."""

    host: str
    port: int
    is_tls: bool
    username: str | None = None
    password: str = field(default="", repr=False)

    @property
    def is_here(self) -> bool:
        """Whether what is said to it stays on this machine."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def start_tls(self) -> bool | None:
        """True when the connection must become TLS, None when it does if it can."""
        if self.is_tls:
            return False
        return None if self.username is None or self.is_here else True


def read_server(url: str) -> MailServer:
    """Read ``smtp://user:password@host:587`` or ``smtps://…``.

    Raises:
        ValueError: it is something else. The text never shows the password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _bad("the port is a number, and : / ? # @ in a password are %XX") from error
    if parts.scheme not in _PORTS:
        raise _bad("it begins with smtp:// or smtps://")
    if not parts.hostname:
        raise _bad("it names no host, as in smtp://user:password@host:587")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise _bad("nothing follows the port; write / ? # in a password as %2F %3F %23")
    username, password = _login(parts)
    return MailServer(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        is_tls=parts.scheme == "smtps",
        username=username,
        password=password,
    )


class SmtpPostbox:
    """Hands mails to ``server``, each over a connection of its own. ``context`` says which
    certificates are good; by default those that the system trusts.

    Raises:
        ValueError: ``sender`` is not an address.
    """

    def __init__(
        self,
        server: MailServer,
        sender: str,
        *,
        name: Callable[[], str] = str,
        context: ssl.SSLContext | None = None,
    ) -> None:
        try:
            check_address(sender)
        except AddressUnusable as error:
            raise ValueError(f"mail_from (by default admin_email): {error}") from error
        self._server = server
        self._sender = sender
        self._name = name
        self._context = context

    async def post(self, letter: Letter, *, now: datetime) -> None:
        """Hand ``letter`` over.

        Raises:
            MailDelayed: the server cannot be reached, will not talk to us, or wants us to
                try again later.
            MailRefused: it refuses the recipient or the mail for good.
            AddressUnusable: the recipient cannot be written to.
        """
        message = as_message(letter, sender=self._sender, name=self._name(), now=now)
        try:
            async with self._client() as client:
                await client.send_message(message, sender=self._sender, recipients=[letter.to])
        except (SMTPException, OSError) as error:
            words = f"{letter.to}: {_words(error)}"
            if _is_final(error, letter):
                raise MailRefused(words) from error
            raise MailDelayed(words) from error
        log.info("mail sent", extra={"to": letter.to, "subject": letter.subject})

    def _client(self) -> SMTP:
        server = self._server
        return SMTP(
            hostname=server.host,
            port=server.port,
            username=server.username,
            password=server.password if server.username is not None else None,
            use_tls=server.is_tls,
            start_tls=server.start_tls,
            tls_context=self._context,
            # Mail servers on the same machine sign their certificates themselves, and what
            # they are told by STARTTLS would not leave the machine without it either.
            validate_certs=server.is_tls or not server.is_here,
            timeout=_TIMEOUT_S,
        )


def _login(parts: SplitResult) -> tuple[str | None, str]:
    if not parts.username and not parts.password:
        return None, ""
    if not parts.username or not parts.password:
        raise _bad("a username and a password come together")
    return unquote(parts.username), unquote(parts.password)


def _bad(words: str) -> ValueError:
    return ValueError(f"smtp_url: {words}")


def _is_final(error: Exception, letter: Letter) -> bool:
    """Whether the server refused this recipient, or this mail, rather than us."""
    if isinstance(error, SMTPNotSupported):
        # The server cannot write to addresses with letters beyond ASCII.
        return not letter.to.isascii()
    refused = _answer(error)
    about_it = isinstance(refused, SMTPRecipientRefused | SMTPDataError)
    return about_it and isinstance(refused, SMTPResponseException) and refused.code >= 500


def _answer(error: Exception) -> Exception:
    """Of a refusal of all recipients, of whom there is one, the only one."""
    return error.recipients[0] if isinstance(error, SMTPRecipientsRefused) else error


def _words(error: Exception) -> str:
    answer = _answer(error)
    if isinstance(answer, SMTPResponseException):
        return f"{answer.code} {answer.message}"
    return f"{type(answer).__name__}: {answer}"
