import pytest

from vitascope.fetch.translation.codes import code_among


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("pt-BR", "pt-BR"),
        ("pt-PT", "pt"),
        ("de-AT", "de"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zt"),
        ("no", "nb"),
        ("sr-Latn", None),
        ("xx", None),
    ],
)
def test_a_language_is_found_whatever_a_translator_calls_it(tag: str, code: str | None) -> None:
    assert code_among(["en", "pt", "pt-BR", "de", "zh-Hans", "zt", "nb"], tag) == code


def test_underscores_are_as_good_as_hyphens() -> None:
    assert code_among(["pt_BR"], "pt-br") == "pt_BR"
