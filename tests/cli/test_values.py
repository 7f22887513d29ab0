import io

import pytest
from rich.console import Console

from vitascope.cli.values import plain, read_size, size


@pytest.mark.parametrize(
    ("text", "size_bytes"),
    [
        ("0", 0),
        ("1000", 1000),
        ("12B", 12),
        ("1k", 1024),
        ("1.5 GB", 1_610_612_736),
        ("500MB", 524_288_000),
        ("2tb", 2_199_023_255_552),
        ("unlimited", None),
        (" Unlimited ", None),
    ],
)
def test_a_size_is_read_as_people_write_it(text: str, size_bytes: int | None) -> None:
    assert read_size(text) == size_bytes


@pytest.mark.parametrize("text", ["", "GB", "-1", "1 PB", "1,5GB", "much"])
def test_what_is_no_size_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ValueError, match="write 500MB, 20GB or unlimited"):
        read_size(text)


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [
        (None, "unlimited"),
        (0, "0 bytes"),
        (1023, "1023 bytes"),
        (1024, "1.0 KB"),
        (1_610_612_736, "1.5 GB"),
        (5000 * 1024**4, "5000.0 TB"),
    ],
)
def test_a_size_is_shown_rounded(size_bytes: int | None, words: str) -> None:
    assert size(size_bytes) == words


def test_words_of_strangers_cannot_command_the_terminal() -> None:
    shown = io.StringIO()

    Console(file=shown).print(plain("[red]\x1b]0;title\x07\x1b[2J\u202e[/red]"))

    assert shown.getvalue() == "[red]�]0;title��[2J�[/red]\n"
