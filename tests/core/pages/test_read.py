import pytest
from tests.factories import NOON

from vitascope.base.errors import NotFound
from vitascope.core.pages.model import PageFormat
from vitascope.core.pages.queries import insert_page
from vitascope.core.pages.read import published_page
from vitascope.db import Tx


def keep(tx: Tx, path: str = "terms", html: str = "<p>x</p>", published: bool = True) -> None:
    """A page as an older version may have left it."""
    insert_page(
        tx,
        NOON,
        path=path,
        title="Terms",
        format=PageFormat.HTML,
        source=html,
        html=html,
        is_in_footer=True,
        is_published=published,
    )


@pytest.mark.parametrize("path", ["a/terms", "/a/terms/", "a/terms/"])
def test_a_page_is_found_with_slashes_and_without(tx: Tx, path: str) -> None:
    keep(tx, "a/terms")

    assert published_page(tx, path).path == "a/terms"


@pytest.mark.parametrize("path", ["", "Terms", "terms2", "hidden", "term_", "%"])
def test_hidden_and_unknown_pages_look_the_same(tx: Tx, path: str) -> None:
    keep(tx)
    keep(tx, "hidden", published=False)

    with pytest.raises(NotFound):
        published_page(tx, path)


def test_a_page_from_before_a_stricter_rule_is_shown_harmless(tx: Tx) -> None:
    keep(tx, html="<p onclick='x'>x</p><script>y</script>")

    assert published_page(tx, "terms").html == "<p>x</p>"
