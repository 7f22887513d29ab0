import msgspec
import pytest
from tests.dialects.peertube.importing import MAGNET, imported
from tests.factories import NOON, actor_of, make_user

from vitascope.core.imports.ask import ImportPolicy, NewImport, ask_import
from vitascope.core.imports.model import ImportState
from vitascope.core.imports.queries import update_import
from vitascope.db import Tx
from vitascope.dialects.peertube.answers import encode
from vitascope.dialects.peertube.wire_imports import import_out


@pytest.mark.parametrize(
    ("state", "number"),
    [
        (ImportState.PENDING, 1),
        (ImportState.DOWNLOADING, 6),
        (ImportState.FINISHING, 6),
        (ImportState.DONE, 2),
        (ImportState.FAILED, 3),
        (ImportState.CANCELING, 6),
        (ImportState.CANCELED, 5),
    ],
)
def test_each_state_has_its_number(tx: Tx, state: ImportState, number: int) -> None:
    new, policy = NewImport(magnet=MAGNET), ImportPolicy(torrents=True)
    asked = ask_import(tx, actor_of(make_user(tx)), new, policy=policy, now=NOON)
    found = update_import(tx, asked.id, now=NOON, state=state)

    shown = msgspec.json.decode(encode(import_out(found, None, None)))

    assert shown == imported(None, number, targetUrl=None, magnetUri=MAGNET)
