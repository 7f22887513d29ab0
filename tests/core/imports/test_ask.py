from dataclasses import replace

import pytest
from tests.core.imports.asking import ALL, URL, ask, ask_with_video
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid
from vitascope.core.access.model import ANONYMOUS, LoginRequired, Permission
from vitascope.core.accounts.model import Allowances
from vitascope.core.accounts.queries import update_user
from vitascope.core.imports.ask import (
    UNNAMED,
    ImportPolicy,
    NewImport,
    ask_import,
    check_import_address,
)
from vitascope.core.imports.model import (
    Import,
    ImportKind,
    ImportQueueFull,
    ImportsDisabled,
    ImportState,
)
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, State
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.jobs import pending


def test_an_import_waits_and_somebody_is_told(tx: Tx) -> None:
    ada = make_user(tx)

    found = ask(tx, actor_of(ada), fields=VideoFields(privacy=Privacy.PRIVATE))

    assert found == Import(
        id=found.id,
        uuid=found.uuid,
        user_id=ada.id,
        kind=ImportKind.URL,
        state=ImportState.PENDING,
        url=URL,
        magnet=None,
        torrent=None,
        torrent_name=None,
        name=None,
        fields={"privacy": "private"},
        has_video=False,
        video_id=None,
        sync_id=None,
        usual_only=False,
        received_bytes=0,
        total_bytes=None,
        failure=None,
        attempts=0,
        source=None,
        created_at=NOON,
        updated_at=NOON,
        started_at=None,
        finished_at=None,
        cancel_asked_at=None,
        canceled_at=None,
    )
    assert found.fraction == 0.0
    assert pending(tx) == [("ImportAsked", {"import_id": found.id})]


def test_a_video_can_be_there_at_once_and_wait_for_its_source(tx: Tx) -> None:
    found = ask_with_video(tx, actor_of(make_user(tx)))

    assert found.video_id is not None
    entry = get_entry(tx, found.video_id)
    assert (entry.video.state, entry.video.title, entry.media) == (State.WAITING, UNNAMED, None)
    assert found.has_video


def test_a_torrent_gives_the_video_its_name_until_one_is_known(tx: Tx) -> None:
    found = ask_with_video(
        tx, actor_of(make_user(tx)), url=None, torrent=b"d4:infoe", torrent_name="Cats.mkv"
    )

    assert (found.kind, found.torrent) == (ImportKind.TORRENT, b"d4:infoe")
    assert found.video_id is not None
    assert get_entry(tx, found.video_id).video.title == "Cats.mkv"


@pytest.mark.parametrize(
    ("new", "policy"),
    [
        (NewImport(url=URL), replace(ALL, urls=False)),
        (NewImport(magnet="magnet:?xt=urn:btih:" + "a" * 40), replace(ALL, torrents=False)),
        (NewImport(torrent=b"d"), replace(ALL, torrents=False)),
    ],
)
def test_what_the_operator_does_not_offer_is_refused(
    tx: Tx, new: NewImport, policy: ImportPolicy
) -> None:
    with pytest.raises(ImportsDisabled) as refused:
        ask_import(tx, actor_of(make_user(tx)), new, policy=policy, now=NOON)

    assert not refused.value.is_personal


def test_a_user_may_be_kept_from_importing(tx: Tx) -> None:
    ada = make_user(tx)
    update_user(tx, ada.id, NOON, allowances=Allowances(imports_enabled=False))

    with pytest.raises(ImportsDisabled) as refused:
        ask(tx, actor_of(ada))

    assert refused.value.is_personal


def test_the_queue_of_a_user_has_an_end(tx: Tx) -> None:
    ada = actor_of(make_user(tx, "ada"))
    ask(tx, actor_of(make_user(tx, "eve")), most_active=2)
    for _ in range(2):
        ask(tx, ada, most_active=2)

    with pytest.raises(ImportQueueFull) as refused:
        ask(tx, ada, most_active=2)

    assert (refused.value.used, refused.value.limit) == (2, 2)


def test_nobody_and_no_reader_imports_anything(tx: Tx) -> None:
    reader = replace(actor_of(make_user(tx)), permissions=frozenset({Permission.READ}))

    with pytest.raises(LoginRequired):
        ask(tx, ANONYMOUS)
    with pytest.raises(Forbidden):
        ask(tx, reader)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://films.example/cat.mp4", "Only http and https"),
        ("file:///etc/passwd", "Only http and https"),
        ("cat.mp4", "Only http and https"),
        ("http://", "names no host"),
        ("http:///cat.mp4", "names no host"),
        ("http://[::1", "not an address"),
        ("http://films.example:99999/", "not an address"),
        ("https://films.example/" + "x" * 2000, "at most 2000"),
    ],
)
def test_what_is_no_address_is_refused(url: str, words: str) -> None:
    with pytest.raises(Invalid, match=words):
        check_import_address(url)


def test_nothing_to_import_is_refused(tx: Tx) -> None:
    with pytest.raises(Invalid, match="Say what to import"):
        ask(tx, actor_of(make_user(tx)), url=None)
