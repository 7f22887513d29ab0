from datetime import timedelta

import pytest
from tests.factories import NOON

from vitascope.web.charts import BYTES, NUMBER, PERCENT, SECONDS, Chart, Line, Unit


@pytest.mark.parametrize(
    ("unit", "summary", "rows"),
    [
        (
            BYTES,
            "In all: a 3.0 kB, b 500 bytes",
            [["2.0 kB", "500 bytes"], ["1.0 kB", "0 bytes"]],
        ),
        (SECONDS, "In all: a 50:00, b 8:20", [["33:20", "8:20"], ["16:40", "0:00"]]),
        (PERCENT, "On average: a 1500 %, b 250 %", [["2000 %", "500 %"], ["1000 %", "0 %"]]),
        (NUMBER, "In all: a 3,000, b 500", [["2,000", "500"], ["1,000", "0"]]),
    ],
)
def test_a_chart_is_told_in_words_and_as_a_table(
    unit: Unit, summary: str, rows: list[list[str]]
) -> None:
    chart = Chart(
        name="sent",
        title="Sent",
        unit=unit,
        starts_s=[int(NOON.timestamp()), int(NOON.timestamp()) + 3600],
        lines=[Line("a", [1000, 2000]), Line("b", [0, 500])],
    )

    later, first = rows
    assert chart.summary == summary
    assert chart.rows == [(NOON + timedelta(hours=1), later), (NOON, first)]
