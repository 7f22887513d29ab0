from dataclasses import replace
from pathlib import Path

import pytest

from vitascope.config import BadSetting, Config, load


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "vitascope.toml"


def test_without_any_setting_everything_has_its_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    config = load({"PATH": "/bin"})

    assert config == Config()


def test_the_file_of_the_working_folder_is_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(
        'data = "/srv/video"\nport = 9000\nstorage_redirect = true\nresolutions = [720, 360]\n'
    )
    monkeypatch.chdir(file.parent)

    config = load({})

    assert config == Config(
        data=Path("/srv/video"), port=9000, storage_redirect=True, resolutions=(720, 360)
    )


def test_variables_win_over_the_file_and_options_over_both(file: Path) -> None:
    file.write_text('host = "file"\ninstance_name = "file"\nlog_level = "file"\n')
    environ = {"VITASCOPE_HOST": "variable", "VITASCOPE_INSTANCE_NAME": "variable"}

    config = load(environ, file=file, host="option", instance_name=None)

    assert config == Config(host="option", instance_name="variable", log_level="file")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        *((word, True) for word in ("true", "TRUE", "yes", "1")),
        *((word, False) for word in ("false", "False", "no", "0")),
    ],
)
def test_a_variable_can_say_yes_and_no(file: Path, text: str, read: bool) -> None:
    file.touch()

    config = load({"VITASCOPE_STORAGE_REDIRECT": text}, file=file)

    assert config == replace(Config(), storage_redirect=read)


def test_a_variable_lists_numbers_with_commas(file: Path) -> None:
    file.touch()

    config = load({"VITASCOPE_RESOLUTIONS": "1080, 480"}, file=file)

    assert config == Config(resolutions=(1080, 480))


def test_variables_of_the_tests_are_no_settings(file: Path) -> None:
    file.touch()

    config = load({"VITASCOPE_TEST_POSTGRES_URL": "postgresql://localhost/test"}, file=file)

    assert config == Config()


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        (
            {"VITASCOPE_PROT": "80"},
            "Unknown setting VITASCOPE_PROT; did you mean port?",
        ),
        (
            {"VITASCOPE_ZEBRA": "1"},
            "Unknown setting VITASCOPE_ZEBRA; docs/operate/settings.md has them all",
        ),
        ({"VITASCOPE_PORT": "http"}, "port: 'http' is not a number"),
        ({"VITASCOPE_PORT": "65536"}, "port: a TCP port is a number from 0 to 65535"),
        (
            {"VITASCOPE_STORAGE_REDIRECT": "perhaps"},
            "storage_redirect: 'perhaps' is not true or false",
        ),
        (
            {"VITASCOPE_RESOLUTIONS": "720,large"},
            "resolutions: '720,large' is not numbers with commas between",
        ),
        (
            {"VITASCOPE_RESOLUTIONS": "720,1000"},
            "resolutions: [1000] are not among [2160, 1440, 1080, 720, 480, 360, 240]",
        ),
        (
            {"VITASCOPE_WEBHOOK_HEADER_PREFIX": "X Videos:"},
            "webhook_header_prefix: letters, digits and hyphens, as in X-Videos",
        ),
    ],
)
def test_a_setting_that_makes_no_sense_stops_the_start(
    file: Path, environ: dict[str, str], sentence: str
) -> None:
    file.touch()

    with pytest.raises(BadSetting) as caught:
        load(environ, file=file)

    assert str(caught.value) == sentence


def test_an_unknown_setting_in_the_file_names_the_file(file: Path) -> None:
    file.write_text("hots = true\n")

    with pytest.raises(BadSetting) as caught:
        load({}, file=file)

    assert str(caught.value) == f"Unknown setting {file}: hots; did you mean host?"


def test_a_number_where_the_file_should_say_true_is_refused(file: Path) -> None:
    file.write_text("storage_redirect = 2\n")

    with pytest.raises(BadSetting) as caught:
        load({}, file=file)

    assert str(caught.value) == "storage_redirect: 2 is not true or false"


def test_a_file_that_is_not_toml_is_named(file: Path) -> None:
    file.write_text("port: 80\n")

    with pytest.raises(BadSetting, match="is not TOML"):
        load({}, file=file)


def test_a_named_file_must_be_there(file: Path) -> None:
    with pytest.raises(BadSetting) as caught:
        load({}, file=file)

    assert str(caught.value) == f"{file} cannot be read: No such file or directory"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"provider": "parrot"}, "choose one of libretranslate, openai, argos"),
        ({"provider": "libretranslate"}, "set translation_url too"),
        ({"provider": "openai", "url": "http://127.0.0.1:1"}, "set translation_model too"),
    ],
)
def test_a_translator_is_named_with_all_that_it_takes(
    file: Path, given: dict[str, str], message: str
) -> None:
    file.write_text("")
    named = {f"VITASCOPE_TRANSLATION_{name.upper()}": text for name, text in given.items()}

    with pytest.raises(BadSetting, match=message):
        load(named, file=file)
