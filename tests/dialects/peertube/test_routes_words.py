from tests.dialects.runtimes import Client


def test_privacies_are_numbered(client: Client) -> None:
    answer = client.get("/api/v1/videos/privacies")

    assert answer.json() == {
        "1": "Public",
        "2": "Unlisted",
        "3": "Private",
        "4": "Internal",
        "5": "Password protected",
    }


def test_there_is_a_word_for_every_number_of_the_contract(client: Client) -> None:
    categories = client.get("/api/v1/videos/categories").json()
    licences = client.get("/api/v1/videos/licences").json()

    assert list(categories) == [str(number) for number in range(1, 19)]
    assert (categories["1"], categories["18"]) == ("Music", "Food")
    assert list(licences) == [str(number) for number in range(1, 8)]
    assert licences["7"] == "Public Domain Dedication"


def test_languages_have_the_codes_clients_know(client: Client) -> None:
    languages = client.get("/api/v1/videos/languages").json()

    expected = {
        "en": "English",
        "el": "Greek",
        "pt": "Portuguese (Brazilian)",
        "pt-PT": "Portuguese (Portugal)",
        "zh-Hans": "Simplified Chinese",
        "ase": "American Sign Language",
        "eo": "Esperanto",
        "zxx": "No linguistic content",
    }
    assert {code: languages.get(code) for code in expected} == expected
    assert languages.get("ae") is None
