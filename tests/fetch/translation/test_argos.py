import sys
from pathlib import Path

import pytest

from vitascope.fetch.errors import FetchError
from vitascope.fetch.translation.model import Pair
from vitascope.fetch.translation.opening import Named, open_translator

# What an installed Argos Translate has, as far as it is used.
PROGRAM = '''
"""A translator that knows English and French, and shouts."""

import os
from types import SimpleNamespace


class Language:
    def __init__(self, code):
        self.code = code

    def get_translation(self, to):
        if (self.code, to.code) != ("en", "fr"):
            return None
        print("loading the model from", os.environ["HOME"])
        return SimpleNamespace(translate=str.upper)


def get_installed_languages():
    return [Language("en"), Language("fr")]
'''


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "argostranslate"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "translate.py").write_text(PROGRAM)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


async def translate(texts: list[str], pair: Pair) -> list[str]:
    async with open_translator(Named(provider="argos"), pair) as translator:
        return await translator.translate(texts)


@pytest.mark.usefixtures("installed")
async def test_a_model_on_this_machine_translates_line_by_line() -> None:
    answer = await translate(["One", "Two\nthree"], Pair("en-GB", "fr"))

    assert answer == ["ONE", "TWO\nTHREE"]


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("pair", [Pair("fr", "en"), Pair("en", "de"), Pair("und", "fr")])
async def test_a_model_that_is_missing_is_named(pair: Pair) -> None:
    with pytest.raises(FetchError, match=f"no model from {pair.source} to {pair.target}") as no:
        await translate(["One"], pair)

    assert no.value.permanent


@pytest.mark.skipif("argostranslate" in sys.modules, reason="it is installed here")
async def test_a_server_without_the_program_says_how_to_get_it() -> None:
    with pytest.raises(FetchError, match="pip install argostranslate") as refused:
        await translate(["One"], Pair("en", "fr"))

    assert refused.value.permanent
