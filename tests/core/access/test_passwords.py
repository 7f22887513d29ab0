import time
from collections.abc import Callable

import argon2
import bcrypt
import pytest

from vitascope.base.errors import Invalid
from vitascope.core.access.passwords import (
    check_hash,
    check_password_rules,
    hash_password,
    needs_rehash,
    verify_password,
)

PASSWORD = "correct horse battery"


def bcrypt_hash(password: str, prefix: str = "$2b$", rounds: int = 4) -> str:
    """As another program would have made it. PHP's $2y$ is $2b$ by another name."""
    made = bcrypt.hashpw(password.encode()[:72], bcrypt.gensalt(rounds)).decode()
    return made.replace("$2b$", prefix, 1)


@pytest.fixture
def argon_runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The hashes that Argon2 is run against."""
    runs: list[str] = []
    true_verify = argon2.low_level.verify_secret

    def counting(known: bytes, secret: bytes, kind: argon2.Type) -> bool:
        runs.append(known.decode())
        return true_verify(known, secret, kind)

    monkeypatch.setattr("argon2._password_hasher.verify_secret", counting)
    return runs


def test_our_own_hash_is_argon2id_with_the_promised_cost() -> None:
    made = hash_password(PASSWORD)

    assert made.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert verify_password(made, PASSWORD)
    assert not verify_password(made, PASSWORD.upper())
    assert not needs_rehash(made)


def test_the_same_password_is_hashed_differently_each_time() -> None:
    assert hash_password(PASSWORD) != hash_password(PASSWORD)


@pytest.mark.parametrize("prefix", ["$2a$", "$2b$", "$2y$"])
def test_hashes_of_other_programs_are_understood_and_wait_for_a_better_one(prefix: str) -> None:
    taken_over = bcrypt_hash(PASSWORD, prefix)

    check_hash(taken_over)

    assert verify_password(taken_over, PASSWORD)
    assert not verify_password(taken_over, PASSWORD + "!")
    assert needs_rehash(taken_over)


@pytest.mark.parametrize(
    "known",
    [
        # Made by bcryptjs with cost 10, as PeerTube does, and by Go's bcrypt, as VideoCMS does.
        "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
    ],
)
def test_a_hash_with_the_cost_that_the_others_use_is_understood(known: str) -> None:
    assert not verify_password(known, "not the password")
    assert needs_rehash(known)


def test_bcrypt_looks_at_the_first_72_bytes_as_the_other_programs_had_it() -> None:
    long = "ä" * 40
    taken_over = bcrypt_hash(long)

    assert verify_password(taken_over, long)
    assert verify_password(taken_over, "ä" * 36 + "cut off")
    assert not verify_password(taken_over, "ä" * 35)


def test_our_own_hash_looks_at_every_byte() -> None:
    long = "ä" * 255

    made = hash_password(long)

    assert verify_password(made, long)
    assert not verify_password(made, long[:-1])


@pytest.mark.parametrize(("passes", "memory_kib"), [(1, 19 * 1024), (2, 8 * 1024)])
def test_a_hash_with_weaker_settings_waits_for_a_better_one(
    passes: int, memory_kib: int
) -> None:
    weaker = argon2.PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=1)
    made = weaker.hash(PASSWORD)

    assert verify_password(made, PASSWORD)
    assert needs_rehash(made)


@pytest.mark.parametrize(
    "known", [None, "", "$2b$", "$2b$04$short", "$argon2id$", "plain", "$1$x"]
)
@pytest.mark.parametrize("password", ["", "plain", "nobody has this password", "a\0b"])
def test_what_is_no_hash_is_nobodys_password(known: str | None, password: str) -> None:
    assert not verify_password(known, password)


def test_nothing_to_compare_with_costs_one_run_like_a_wrong_password(
    argon_runs: list[str],
) -> None:
    known = hash_password(PASSWORD)

    verify_password(None, PASSWORD)
    for_nobody = len(argon_runs)
    verify_password(known, "wrong")

    assert (for_nobody, len(argon_runs)) == (1, 2)
    assert argon_runs[0].split("$")[:4] == argon_runs[1].split("$")[:4]


def test_an_unknown_user_takes_as_long_as_a_wrong_password() -> None:
    known = hash_password(PASSWORD)

    unknown_s = _best_cpu_s(lambda: verify_password(None, "wrong"))
    wrong_s = _best_cpu_s(lambda: verify_password(known, "wrong"))

    assert unknown_s / wrong_s == pytest.approx(1, rel=0.5)


@pytest.mark.parametrize(
    "known", ["", "plain", "$1$md5", "$argon2i$v=19$m=8,t=1,p=1$x$y", "2b"]
)
def test_only_hashes_that_are_understood_can_be_taken_over(known: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_hash(known)

    assert refused.value.field == "password_hash"


@pytest.mark.parametrize(
    ("password", "is_fine"),
    [("", False), ("a" * 5, False), ("a" * 6, True), ("ä" * 255, True), ("a" * 256, False)],
)
def test_a_password_has_6_to_255_characters(password: str, *, is_fine: bool) -> None:
    if is_fine:
        check_password_rules(password)
    else:
        with pytest.raises(Invalid) as refused:
            check_password_rules(password, field="newPassword")
        assert refused.value.field == "newPassword"


def _best_cpu_s(deed: Callable[[], object]) -> float:
    """The least of five runs: nothing but the deed itself makes that one long."""
    times = []
    for _ in range(5):
        begun = time.thread_time()
        deed()
        times.append(time.thread_time() - begun)
    return min(times)
