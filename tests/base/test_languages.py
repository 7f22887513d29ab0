import pytest

from vitascope.base.languages import is_language_tag


@pytest.mark.parametrize("tag", ["en", "gsg", "pt-BR", "zh-Hans", "es-419", "ca-valencia"])
def test_a_tag_of_a_language_is_known(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "text", ["", "e", "english", "en-2", "en-12", "en_US", "../en", "en\n", "de-" + "a" * 20]
)
def test_what_is_no_tag_is_told(text: str) -> None:
    assert not is_language_tag(text)
