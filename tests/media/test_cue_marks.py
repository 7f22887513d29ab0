import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.media.cue_marks import mask, unmask


def shouted(words: str) -> str:
    masked = mask(words)
    return unmask(masked, masked.plain.upper())


def test_tags_around_the_words_are_not_translated() -> None:
    masked = mask("<v Bob><i>Tom &amp; Jerry</i>")

    assert (masked.plain, masked.marks) == ("Tom & Jerry", ())
    assert unmask(masked, "Tom et Jerry") == "<v Bob><i>Tom et Jerry</i>"


def test_tags_between_words_travel_as_marks_and_come_back() -> None:
    masked = mask("You <b>never</b> know")

    assert masked.plain == "You {1}never{2} know"
    assert unmask(masked, "On ne sait { 1 }jamais{2}") == "On ne sait <b>jamais</b>"


@pytest.mark.parametrize(
    "translated",
    ["On ne sait jamais", "{2}On{1} ne sait jamais", "On {1}ne {1} sait jamais{2}"],
)
def test_words_whose_marks_were_lost_are_plain_but_for_who_speaks(translated: str) -> None:
    masked = mask("<v Bob><i>You <b>never</b> know</i>")

    said = unmask(masked, translated)

    assert said == "<v Bob>On ne sait jamais"


@pytest.mark.parametrize(
    ("translated", "said"),
    [
        ("One\n\n\nTwo", "One\nTwo"),
        (" One \r\n", "One"),
        ("One --> Two", "One --&gt; Two"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ("", "Words"),
        (" \n ", "Words"),
        ("{7}", "Words"),
    ],
)
def test_a_translation_cannot_end_its_cue_or_begin_another(translated: str, said: str) -> None:
    assert unmask(mask("Words"), translated) == said


@pytest.mark.parametrize("words", ["♪", "<i>...</i>", "- 1984 -", "{1}", "&nbsp;"])
def test_what_has_no_letters_need_not_be_translated(words: str) -> None:
    assert not mask(words).says_something


def test_marks_in_the_words_themselves_come_back_too() -> None:
    assert shouted("Press {1} and {2} <b>now</b>!") == "PRESS {1} AND {2} <b>NOW</b>!"


SOME = st.sampled_from(
    [
        "a word",
        "<i>",
        "</i>",
        "<v Bob>",
        "<00:01.000>",
        "&amp;",
        "&nbsp;",
        "<",
        ">",
        "{1}",
        "\n",
    ]
)


@given(st.lists(SOME | st.text("aé {}<>&;/\n1", max_size=5)).map("".join))
def test_words_that_come_back_unchanged_are_what_they_were(words: str) -> None:
    masked = mask(words)

    assert unmask(masked, masked.plain) == words
