"""A mailroom whose mails go to a real mail server."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from tests.factories import NOON
from tests.notify.mailserver import Mailbox, serving

from vitascope.db import Database
from vitascope.notify import Mailroom, Site, open_postbox

SITE = Site(name="Our videos", url="https://video.example")


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with serving() as mailbox:
        yield mailbox


@pytest.fixture
def room(db: Database, mailbox: Mailbox) -> Mailroom:
    return make_room(db, mailbox.port)


def make_room(db: Database, port: int, *, retry_after_s: float = 30.0) -> Mailroom:
    return Mailroom(
        db=db,
        postbox=open_postbox(
            f"smtp://127.0.0.1:{port}", "videos@example.org", name=lambda: SITE.name
        ),
        site=lambda: SITE,
        now=Clock(),
        retry_after_s=retry_after_s,
    )
