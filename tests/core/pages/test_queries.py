from tests.factories import NOON

from vitascope.core.pages.model import PageFormat, PageLink
from vitascope.core.pages.queries import find_page_at, insert_page, list_published_links
from vitascope.db import Tx


def keep(tx: Tx, path: str, *, in_footer: bool = True, published: bool = True) -> None:
    insert_page(
        tx,
        NOON,
        path=path,
        title=path.title(),
        format=PageFormat.HTML,
        source="x",
        html="x",
        is_in_footer=in_footer,
        is_published=published,
    )


def test_links_lead_to_what_is_published_by_path(tx: Tx) -> None:
    keep(tx, "terms")
    keep(tx, "hidden", published=False)
    keep(tx, "about", in_footer=False)

    links = list_published_links(tx)

    assert links == [PageLink("about", "About", False), PageLink("terms", "Terms", True)]


def test_a_page_is_found_by_its_path_alone(tx: Tx) -> None:
    keep(tx, "terms")

    found = find_page_at(tx, "terms")

    assert found is not None
    assert (found.path, find_page_at(tx, "other")) == ("terms", None)
