"""What leaves when something happened: mails and webhooks."""

from collections.abc import Callable

from vitascope.notify.handlers import MAIL, mail_handlers
from vitascope.notify.log_only import LogPostbox
from vitascope.notify.mailroom import Mailroom
from vitascope.notify.postbox import Postbox
from vitascope.notify.site import Site
from vitascope.notify.smtp import SmtpPostbox, read_server

__all__ = ["MAIL", "Mailroom", "Postbox", "Site", "mail_handlers", "open_postbox"]


def open_postbox(url: str, sender: str, *, name: Callable[[], str] = str) -> Postbox:
    """Where mails go: to the server at ``url`` (``smtp://`` or ``smtps://``), or into the log
    when it is empty. They come from the address ``sender``, shown with
    the ``name`` that the server has at that moment.

    No server is asked yet.

    Raises:
        ValueError: the url or the sender cannot be used; the text says why.
    """
    if not url:
        return LogPostbox()
    return SmtpPostbox(read_server(url), sender, name=name)
