"""For servers without a mail server: mails are noted, and go nowhere."""

import logging
from datetime import datetime

from vitascope.notify.letter import Letter

log = logging.getLogger(__name__)


class LogPostbox:
    """Notes who would have got which mail. The text stays out of the log: its links let
    whoever reads them in.
    """

    async def post(self, letter: Letter, *, now: datetime) -> None:
        log.info(
            "mail not sent: smtp_url is not set",
            extra={"to": letter.to, "subject": letter.subject},
        )
