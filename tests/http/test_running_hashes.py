import hashlib
import uuid

from vitascope.http.running_hashes import RunningHashes

UPLOAD = uuid.UUID(int=1)


def test_a_hash_runs_on_where_it_was_left() -> None:
    hashes = RunningHashes()
    first = hashes.take(UPLOAD, 0)
    assert first is not None
    first.update(b"ab")
    hashes.keep(UPLOAD, 2, first)

    second = hashes.take(UPLOAD, 2)

    assert second is not None
    second.update(b"c")
    assert second.hexdigest() == hashlib.sha256(b"abc").hexdigest()


def test_a_hash_of_other_bytes_is_not_given() -> None:
    hashes = RunningHashes()
    hashes.keep(UPLOAD, 2, hashlib.sha256(b"ab"))

    assert hashes.take(UPLOAD, 3) is None
    assert hashes.take(UPLOAD, 2) is None


def test_an_unknown_hash_is_nothing_to_keep() -> None:
    hashes = RunningHashes()

    hashes.keep(UPLOAD, 2, None)

    assert hashes.take(UPLOAD, 2) is None


def test_the_oldest_is_forgotten_when_there_are_many() -> None:
    hashes = RunningHashes()
    for number in range(1025):
        hashes.keep(uuid.UUID(int=number), 1, hashlib.sha256(b"a"))

    assert hashes.take(uuid.UUID(int=0), 1) is None
    assert hashes.take(uuid.UUID(int=1024), 1) is not None
