import re
from pathlib import Path

import pytest

from vitascope.core.presets.contrast import BAR_COLOR, contrast

STYLES = Path(__file__).parents[3] / "frontend/src/styles/player.css"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#777777", 1.0),
        # As other programs that check contrast tell it.
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_reckoned_as_wcag_has_it(one: str, other: str, expected: float) -> None:
    assert round(contrast(one, other), 2) == expected


def test_the_ground_is_that_of_the_player_s_own_controls() -> None:
    found = re.search(r"--vp-bar: rgb\((\d+) (\d+) (\d+) /", STYLES.read_text())

    assert found is not None
    assert "#{:02x}{:02x}{:02x}".format(*map(int, found.groups())) == BAR_COLOR
