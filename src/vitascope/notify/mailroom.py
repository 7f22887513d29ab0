"""What everything that mails may use."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from vitascope.db import Database
from vitascope.notify.postbox import Postbox
from vitascope.notify.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailroom:
    """``site`` answers what the server is called now. ``retry_after_s`` is the first pause
    after a mail was not taken; each is four times as long as the one before.
    """

    db: Database
    postbox: Postbox
    site: Callable[[], Site]
    now: Callable[[], datetime]
    retry_after_s: float = 30.0
