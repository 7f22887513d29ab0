import msgspec

from vitascope.core.settings.model import SECRETS, Settings
from vitascope.web.admin_settings_fields import SECTIONS
from vitascope.web.admin_settings_kinds import SECRET

FIELDS = [field for section in SECTIONS for field in section.fields]


def test_every_setting_stands_in_one_section() -> None:
    known = sorted(field.name for field in msgspec.structs.fields(Settings))

    assert sorted(field.name for field in FIELDS) == known


def test_every_setting_is_told_in_a_sentence() -> None:
    odd = [
        field.name
        for field in FIELDS
        if not field.sentence.endswith(".") or not field.sentence[0].isupper()
    ]

    assert odd == []
    assert len({field.label for field in FIELDS}) == len(FIELDS)


def test_exactly_the_secrets_are_treated_as_such() -> None:
    assert {field.name for field in FIELDS if field.kind is SECRET} == SECRETS


def test_sections_have_addresses_of_plain_letters() -> None:
    names = [section.name for section in SECTIONS]

    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.isalpha() for name in names)
