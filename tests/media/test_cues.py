import re

from hypothesis import given
from hypothesis import strategies as st

from vitascope.media.cues import Piece, join_cues, split_cues

FILE = """WEBVTT - A film

STYLE
::cue { color: red }

NOTE 00:00 is where it begins

intro
00:00.000 --> 00:01.000 align:start position:10%
Hello
- there

00:00:02.000 --> 00:00:03.000
<v Bob>You
"""


def test_the_words_of_cues_are_told_from_everything_else() -> None:
    pieces = split_cues(FILE)

    assert [piece.text for piece in pieces if piece.is_words] == [
        "Hello\n- there",
        "<v Bob>You",
    ]
    assert "".join(piece.text for piece in pieces) == FILE


def test_times_settings_notes_and_styles_stay_as_they_are() -> None:
    said = join_cues(split_cues(FILE), lambda words: words.upper())

    expected = FILE.replace("Hello\n- there", "HELLO\n- THERE")
    assert said == expected.replace("<v Bob>You", "<V BOB>YOU")


def test_a_cue_without_an_empty_line_before_the_next_ends_there() -> None:
    crowded = "WEBVTT\n\n00:00.000 --> 00:01.000\nOne\n00:01.000 --> 00:02.000\nTwo"

    pieces = split_cues(crowded)

    assert [piece.text for piece in pieces if piece.is_words] == ["One", "Two"]


def test_a_cue_that_says_nothing_and_times_that_are_none_are_no_words() -> None:
    empty = "WEBVTT\n\n00:00.000 --> 00:01.000\n\nsoon --> later\nNo cue\n"

    assert split_cues(empty) == [Piece(empty, is_words=False)]


LINES = st.text(
    st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=20
)
TIMES = st.sampled_from(["00:00.000 --> 00:01.000", "1:00:00.000 --> 1:00:01.500 line:0"])


@given(st.lists(LINES | TIMES))
def test_any_text_is_its_pieces_put_together_again(lines: list[str]) -> None:
    text = "\n".join(lines)

    pieces = split_cues(text)

    assert join_cues(pieces, lambda words: words) == text
    assert not any(re.search("-->|\n\n", piece.text) for piece in pieces if piece.is_words)
