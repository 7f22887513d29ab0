"""Where mails are put in."""

from datetime import datetime
from typing import Protocol

from vitascope.notify.letter import Letter


class MailDelayed(Exception):
    """The mail was not taken now; it may be later."""


class MailRefused(Exception):
    """The mail will not be taken at all."""

    permanent = True


class Postbox(Protocol):
    async def post(self, letter: Letter, *, now: datetime) -> None:
        """Hand ``letter`` over for delivery.

        Raises:
            MailDelayed: trying again later may help.
            MailRefused, AddressUnusable: it does not.
        """
