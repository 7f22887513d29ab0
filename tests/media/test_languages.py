import pytest

from vitascope.media.languages import bibliographic_code, language_code, language_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("eng", "en"),
        ("ger", "de"),
        ("deu", "de"),
        ("de", "de"),
        ("ENG", "en"),
        ("por-BR", "pt"),
        ("zh_TW", "zh"),
        ("ase", "ase"),
        ("mul", "mul"),
        ("und", None),
        ("qqq", None),
        ("english", None),
        ("../..", None),
        ("", None),
        (None, None),
    ],
)
def test_what_a_file_says_becomes_the_shortest_code(text: str | None, code: str | None) -> None:
    assert language_code(text) == code


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("el", "Modern Greek"),
        ("ase", "American Sign Language"),
        ("und", "Undetermined"),
        ("qqq", "qqq"),
    ],
)
def test_a_language_has_its_english_name(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("fr", "fre"),
        ("deu", "ger"),
        ("en", "eng"),
        ("pt-BR", "por"),
        ("und", None),
        ("x", None),
    ],
)
def test_matroska_has_codes_of_its_own(text: str, code: str | None) -> None:
    assert bibliographic_code(text) == code
