from datetime import timedelta
from typing import Any

import pytest
from tests.core.imports.asking import ask
from tests.core.stats.counting import totals
from tests.core.uploads.announcing import ROOMY
from tests.factories import NOON, actor_of, make_source, make_user

from vitascope.core.imports.advance import begin_import, complete_import
from vitascope.core.stats.model import Meter, Scope
from vitascope.core.stats.queries.top import name_hosts
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx


def test_an_import_counts_its_bytes_and_seconds_once(tx: Tx) -> None:
    user = make_user(tx)
    ada, account_id = actor_of(user), user.account.id
    found = ask(tx, ada)
    begin_import(tx, found.id, now=NOON)
    later = NOON + timedelta(seconds=89.6)

    for _ in range(2):
        entry, _ = complete_import(
            tx, ada, found.id, make_source(), VideoFields(), room=ROOMY, now=later
        )

    for meter, amount in ((Meter.IMPORT_BYTES, 1000), (Meter.IMPORT_SECONDS, 90)):
        ((host_id, _),) = totals(tx, meter, Scope.HOST)
        assert {scope: totals(tx, meter, scope) for scope in Scope} == {
            Scope.ALL: {(0, 0): amount},
            Scope.ACCOUNT: {(account_id, 0): amount},
            Scope.VIDEO: {(entry.video.id, account_id): amount},
            Scope.RENDITION: {},
            Scope.HOST: {(host_id, account_id): amount},
        }
        assert name_hosts(tx, [host_id]) == {host_id: "films.example"}


@pytest.mark.parametrize(
    ("asked", "host"),
    [
        ({"url": "https://Films.Example:8443/cat.mp4"}, "films.example"),
        ({"url": "http://[2001:db8::1]/cat.mp4"}, "2001:db8::1"),
        (
            {
                "url": None,
                "magnet": f"magnet:?xt=urn:btih:{'a' * 40}",
            },
            "",
        ),
    ],
)
def test_the_host_is_that_of_the_address_if_any(
    tx: Tx, asked: dict[str, Any], host: str
) -> None:
    ada = actor_of(make_user(tx))
    found = ask(tx, ada, **asked)
    begin_import(tx, found.id, now=NOON)

    complete_import(tx, ada, found.id, make_source(), VideoFields(), room=ROOMY, now=NOON)

    # What took no time at all took a second.
    assert set(totals(tx, Meter.IMPORT_SECONDS, Scope.ALL).values()) == {1}
    ((host_id, _),) = totals(tx, Meter.IMPORT_BYTES, Scope.HOST)
    assert name_hosts(tx, [host_id]) == {host_id: host}
