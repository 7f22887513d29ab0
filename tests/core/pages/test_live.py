import sqlalchemy as sa
from tests.core.pages.test_queries import keep

from vitascope.core.pages.live import LiveFooter
from vitascope.core.pages.model import PageLink
from vitascope.db import Database

TERMS = PageLink("terms", "Terms", True)


def test_links_are_remembered_for_a_moment(db: Database) -> None:
    clock = [0.0]
    footer = LiveFooter(db, clock=lambda: clock[0])

    before = footer.current()
    with db.begin() as tx:
        keep(tx, "terms")
        keep(tx, "aside", in_footer=False)
    soon = footer.current()
    clock[0] = 2.0
    later = footer.current()

    assert (before, soon, later) == ((), (), (TERMS,))


def test_a_change_here_counts_at_once(db: Database) -> None:
    footer = LiveFooter(db, clock=lambda: 0.0)
    before = footer.current()
    with db.begin() as tx:
        keep(tx, "terms")

    footer.forget()

    assert (before, footer.current()) == ((), (TERMS,))


def test_a_broken_database_takes_no_page_along(sqlite_db: Database) -> None:
    clock = [0.0]
    footer = LiveFooter(sqlite_db, clock=lambda: clock[0])
    with sqlite_db.begin() as tx:
        keep(tx, "terms")
    before = footer.current()
    with sqlite_db.begin() as tx:
        tx.execute(sa.text("DROP TABLE pages"))
    clock[0] = 2.0

    after = footer.current()

    assert (before, after) == ((TERMS,), (TERMS,))
