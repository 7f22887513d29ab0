"""A mail: what it says, and its form on the wire."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTPUTF8
from email.utils import format_datetime, make_msgid

from vitascope.base.errors import Invalid
from vitascope.core.accounts.emails import check_email

# What begins an encoded word. The standard library decodes one that it is given, and writes a
# line break that was hidden in it into the header, where it begins another.
_ENCODED = "=?"
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


class AddressUnusable(ValueError):
    """Nothing can be sent to this address; trying again does not help."""

    permanent = True


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to one person. ``text`` may hold a secret: only ``to`` may see it."""

    to: str
    subject: str
    text: str = field(repr=False)


def as_message(letter: Letter, *, sender: str, name: str, now: datetime) -> EmailMessage:
    """``letter`` as it goes over the wire; nothing in it can begin another header.

    Raises:
        AddressUnusable: an address that no header can hold.
    """
    check_address(letter.to)
    local, _, domain = sender.rpartition("@")
    message = EmailMessage(policy=SMTPUTF8)
    message["From"] = Address(_one_line(name), local, domain)
    message["To"] = letter.to
    message["Subject"] = _one_line(letter.subject)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = make_msgid(domain=domain)
    # Tells programs that answer mails (RFC 3834) to leave this one alone.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, charset="utf-8")
    return message


def check_address(address: str) -> None:
    """Raises AddressUnusable for what no header can hold as an address."""
    try:
        check_email(address)
    except Invalid as error:
        raise AddressUnusable(f"{address!r} is not an e-mail address") from error
    if _ENCODED in address:
        raise AddressUnusable(f"{address!r} cannot be written to")


def _one_line(text: str) -> str:
    return _UNSEEN.sub(" ", text).replace(_ENCODED, "= ?").strip()
