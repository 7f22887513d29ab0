"""A worker that mails, in a process of its own, to be killed.

Arguments: database URL, port of the mail server.
"""

import sys
import threading

from tests.notify.conftest import make_room

from vitascope.db import Database
from vitascope.jobs import Queue
from vitascope.jobs.engine import Engine
from vitascope.notify import MAIL, mail_handlers


def main(url: str, port: int) -> None:
    db = Database(url)
    Engine(db, mail_handlers(make_room(db, port)), [Queue(MAIL, 2)], dead_after_s=1.5).start()
    threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
