import pytest

from vitascope.base.languages import canonical_tag, is_language_tag


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "gsg",
        "pt-BR",
        "zh-Hans",
        "es-419",
        "ca-valencia",
        "de-1996",
        "de-CH-1996",
        "sl-rozaj-1994",
        "en-US-x-twain",
        "de-u-co-phonebk",
    ],
)
def test_a_tag_of_a_language_is_known(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "e",
        "english",
        "en-2",
        "en-12",
        "de-1996-2",
        "en-x",
        "en-x-2",
        "en_US",
        "../en",
        "en\n",
        "en-",
        "\u212aa",
        "de-" + "a" * 20,
        "de" + "-variant" * 5,
    ],
)
def test_what_is_no_tag_is_told(text: str) -> None:
    assert not is_language_tag(text)


@pytest.mark.parametrize(
    ("tag", "canonical"),
    [
        ("DE", "de"),
        ("PT-br", "pt-BR"),
        ("zh-hANT-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("DE-ch-1996", "de-CH-1996"),
        ("SL-Rozaj", "sl-rozaj"),
        ("en-us-X-TWAIN-uk", "en-US-x-twain-uk"),
        ("", ""),
    ],
)
def test_a_tag_has_its_usual_capitals(tag: str, canonical: str) -> None:
    assert canonical_tag(tag) == canonical
