import pytest
from tests.dialects.videocms.settings_texts import FRESH, SECRETS, put

from vitascope.dialects.videocms.input import Given
from vitascope.dialects.videocms.settings_kinds import MASK
from vitascope.dialects.videocms.wire_settings import read_row, row_out


def test_secrets_are_masked_and_a_mask_leaves_them_alone() -> None:
    texts = {name: f"hush {name}"[:40] for name in SECRETS}
    settings = put(FRESH, **texts)

    row = row_out(settings)

    assert {name: row[name] for name in SECRETS} == dict.fromkeys(SECRETS, MASK)
    assert settings.jwt_secret == "hush JwtSecretKey"
    assert settings.turnstile_secret == "hush Captcha_Turnstile_PrivateKey"
    assert put(settings, **dict.fromkeys(SECRETS, MASK)) == settings
    assert put(settings, Captcha_Turnstile_PrivateKey="").turnstile_secret == ""


@pytest.mark.parametrize(
    ("texts", "changes"),
    [
        (
            {"EncodingEnabled": "0", "UploadEnabled": "FALSE"},
            ("encoding_enabled", "uploads_enabled"),
        ),
        ({"EncodingEnabled": "1", "ReloadHtml": "0"}, ("extras",)),
    ],
)
def test_truth_is_written_in_several_ways(
    texts: dict[str, str], changes: tuple[str, ...]
) -> None:
    given = Given({**row_out(FRESH), **texts})

    assert tuple(sorted(read_row(given, FRESH))) == tuple(sorted(changes))
