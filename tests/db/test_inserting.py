from tests.factories import NOON

from vitascope.core.settings.tables import instance_settings
from vitascope.db import Tx, insert_new


def test_a_row_that_is_there_already_stays_as_it_is(tx: Tx) -> None:
    row = {"name": "a", "value": "1", "updated_at": NOON}

    first = insert_new(tx, instance_settings, "name", row)
    second = insert_new(tx, instance_settings, "name", {**row, "value": "2"})

    assert (first, second) == (True, False)
    assert [tuple(each) for each in tx.execute(instance_settings.select())] == [
        ("a", "1", NOON)
    ]
