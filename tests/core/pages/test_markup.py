import pytest
from tests.hostile import HOSTILE, HOSTILE_MARKDOWN, acting

from vitascope.core.pages.markup import clean_html, render_source
from vitascope.core.pages.model import PageFormat


@pytest.mark.parametrize("hostile", HOSTILE)
def test_html_comes_out_harmless_whatever_is_in_it(hostile: str) -> None:
    html = render_source(PageFormat.HTML, f"<p>before</p>{hostile}<p>after</p>")

    assert (acting(html), html.startswith("<p>before</p>")) == ([], True)


@pytest.mark.parametrize("hostile", [*HOSTILE, *HOSTILE_MARKDOWN])
def test_markdown_comes_out_harmless_whatever_is_in_it(hostile: str) -> None:
    html = render_source(PageFormat.MARKDOWN, f"before\n\n{hostile}\n\nafter")

    assert (acting(html), html.startswith("<p>before</p>")) == ([], True)


def test_it_would_act_if_it_were_let_through() -> None:
    harmless = [hostile for hostile in HOSTILE if not acting(hostile)]

    # Those two act once somebody has taken a part out of them.
    assert [each for each in harmless if not each.startswith(("<scr<", "<!-->"))] == []


def test_markdown_becomes_what_pages_are_made_of() -> None:
    words = "# Terms\n\nBe *kind*, ~~rude~~ **always**. [More](/p/more/)"
    source = f"{words}\n\n- a\n- b\n\n|x|\n|-|\n|1|"

    html = render_source(PageFormat.MARKDOWN, source)

    assert html.replace("\n", "") == (
        "<h1>Terms</h1><p>Be <em>kind</em>, <s>rude</s> <strong>always</strong>. "
        '<a href="/p/more/" rel="noopener noreferrer">More</a></p>'
        "<ul><li>a</li><li>b</li></ul>"
        "<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
    )


def test_html_between_lines_of_markdown_is_text() -> None:
    html = render_source(PageFormat.MARKDOWN, "a <b>bold</b> word")

    assert html == "<p>a &lt;b&gt;bold&lt;/b&gt; word</p>\n"


def test_what_is_clean_stays_as_it_is() -> None:
    html = '<h2 dir="rtl" lang="ar">x</h2><p><img src="/a.png" alt="A &amp; b"></p>'

    assert (clean_html(html), clean_html(clean_html(html))) == (html, html)
