import pytest

from vitascope.pipeline.translation_batches import text_batches


@pytest.mark.parametrize(
    ("texts", "batches"),
    [
        ([], []),
        (["a"], [["a"]]),
        (["a", "b", "c", "d"], [["a", "b", "c"], ["d"]]),
        (["aaaa", "bb"], [["aaaa"], ["bb"]]),
        (["aa", "bbb"], [["aa", "bbb"]]),
        (["a", "bbbbbbbbb", "c"], [["a"], ["bbbbbbbbb"], ["c"]]),
    ],
)
def test_texts_are_sent_as_many_at_once_as_are_taken(
    texts: list[str], batches: list[list[str]]
) -> None:
    assert list(text_batches(texts, most_texts=3, most_characters=5)) == batches
