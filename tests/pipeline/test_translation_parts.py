import pytest

from vitascope.pipeline.translation_parts import text_parts


def test_what_is_short_stays_whole() -> None:
    assert text_parts(" One. Two. ", 11) == [" One. Two. "]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('One two. Three "four."  Five six', ['One two. Three "four."', "  ", "Five six"]),
        ("one two three four five six seven", ["one two three four five", " ", "six seven"]),
        ("x" * 60, ["x" * 25, "x" * 25, "x" * 10]),
        ("好的。" * 10, ["好的。" * 8, "好的。" * 2]),
        ("a" * 20 + "。{1}" + "b" * 20, ["a" * 20 + "。", "{1}" + "b" * 20]),
        (" " * 30 + "end", [" " * 25, " " * 5, "end"]),
    ],
)
def test_what_is_long_is_cut_at_ends_of_sentences_or_words(text: str, parts: list[str]) -> None:
    found = text_parts(text, 25)

    assert found == parts
    assert "".join(found) == text
