from datetime import timedelta

import pytest
from tests.factories import NOON

from vitascope.db.sealing import SealBroken, Sealer, derive_key

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


def test_only_the_same_secret_reads_what_was_sealed() -> None:
    sealed = Sealer(b"a secret").seal("viele liebe grüße")

    assert Sealer(b"a secret").unseal(sealed) == "viele liebe grüße"
    assert "liebe" not in sealed.lower()
    with pytest.raises(SealBroken):
        Sealer(b"another").unseal(sealed)


def test_the_same_text_is_sealed_differently_each_time() -> None:
    sealer = Sealer(b"a secret")

    assert sealer.seal("text") != sealer.seal("text")


def test_a_seal_is_too_old_after_its_time() -> None:
    sealer = Sealer(b"a secret")
    sealed = sealer.seal("text", now=NOON)

    assert sealer.unseal(sealed, max_age=MINUTE, now=NOON + MINUTE) == "text"
    assert sealer.unseal(sealed) == "text"
    with pytest.raises(SealBroken):
        sealer.unseal(sealed, max_age=MINUTE, now=NOON + MINUTE + SECOND)


def test_a_seal_from_the_future_is_broken() -> None:
    sealer = Sealer(b"a secret")
    sealed = sealer.seal("text", now=NOON + 10 * MINUTE)

    with pytest.raises(SealBroken):
        sealer.unseal(sealed, max_age=MINUTE, now=NOON)


def test_one_changed_character_breaks_the_seal() -> None:
    sealer = Sealer(b"a secret")
    sealed = sealer.seal("text")
    middle = len(sealed) // 2
    other = "A" if sealed[middle] != "A" else "B"

    with pytest.raises(SealBroken):
        sealer.unseal(sealed[:middle] + other + sealed[middle + 1 :])


@pytest.mark.parametrize("sealed", ["", "nonsense", "é", "gAAAAA", "=" * 100])
def test_nonsense_is_a_broken_seal(sealed: str) -> None:
    with pytest.raises(SealBroken):
        Sealer(b"a secret").unseal(sealed)


def test_keys_differ_by_secret_and_by_purpose() -> None:
    keys = {derive_key(secret, purpose) for secret in (b"a", b"b") for purpose in ("x", "y")}

    assert {len(key) for key in keys} == {32}
    assert len(keys) == 4
    assert derive_key(b"a", "x") in keys
