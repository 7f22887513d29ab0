from datetime import timedelta

import pytest
from tests.core.captcha.solving import EASY_BITS, solve, zero_bits
from tests.core.making import VAULT
from tests.factories import NOON

from vitascope.core.access.vault import Vault
from vitascope.core.captcha.challenge import (
    BITS,
    LIFETIME,
    Challenge,
    Solved,
    new_challenge,
    read_answer,
    spend_solved,
)
from vitascope.core.captcha.model import CaptchaWrong
from vitascope.core.captcha.tables import spent_challenges
from vitascope.db import Tx


@pytest.fixture(scope="module")
def asked() -> Challenge:
    return new_challenge(VAULT, now=NOON, bits=EASY_BITS)


@pytest.fixture(scope="module")
def answer(asked: Challenge) -> str:
    return f"{asked.text}.{solve(asked.salt, asked.bits)}"


def test_no_two_challenges_are_alike_and_each_costs_a_second_of_a_phone() -> None:
    one, other = new_challenge(VAULT, now=NOON), new_challenge(VAULT, now=NOON)

    assert one.salt != other.salt
    assert (one.bits, one.expires_at) == (BITS, NOON + LIFETIME)
    assert one.text.startswith(f"{one.salt}.{int(one.expires_at.timestamp())}.{BITS}.")


def test_the_answer_that_was_worked_for_names_its_challenge(
    asked: Challenge, answer: str
) -> None:
    assert read_answer(VAULT, answer, now=NOON) == Solved(asked.salt, asked.expires_at)


def test_an_answer_that_comes_too_late_is_none(answer: str) -> None:
    just_in_time = read_answer(VAULT, answer, now=NOON + LIFETIME - timedelta(seconds=1))

    with pytest.raises(CaptchaWrong):
        read_answer(VAULT, answer, now=NOON + LIFETIME)

    assert just_in_time.expires_at == NOON + LIFETIME


def test_a_challenge_of_another_server_opens_nothing(answer: str) -> None:
    with pytest.raises(CaptchaWrong):
        read_answer(Vault(b"the secret of another server"), answer, now=NOON)


def test_nobody_makes_a_challenge_easier_or_longer(asked: Challenge) -> None:
    salt, expiry, bits, signature = asked.text.split(".")
    easier = f"{salt}.{expiry}.0.{signature}.0"
    longer = f"{salt}.{int(expiry) + 60}.{bits}.{signature}.{solve(salt, EASY_BITS)}"
    own = f"{'0' * 32}.{expiry}.{bits}.{signature}.{solve('0' * 32, EASY_BITS)}"

    for made_up in (easier, longer, own):
        with pytest.raises(CaptchaWrong):
            read_answer(VAULT, made_up, now=NOON)


def test_a_number_that_solves_nothing_is_wrong(asked: Challenge) -> None:
    wrong = next(n for n in range(1000) if zero_bits(f"{asked.salt}{n}") < EASY_BITS)

    with pytest.raises(CaptchaWrong):
        read_answer(VAULT, f"{asked.text}.{wrong}", now=NOON)


@pytest.mark.parametrize(
    "answer", ["", "....", "a.b.c.d.e", "x" * 1500, "0.1.2.3", "\u0661.2.3.4.5", "1.2.3.4.5.6"]
)
def test_what_is_no_answer_is_wrong(answer: str) -> None:
    with pytest.raises(CaptchaWrong):
        read_answer(VAULT, answer, now=NOON)


@pytest.mark.parametrize("number", ["", "-1", "1.0", "\u0661", "1" * 16, " 1"])
def test_what_is_no_number_is_wrong(asked: Challenge, number: str) -> None:
    with pytest.raises(CaptchaWrong):
        read_answer(VAULT, f"{asked.text}.{number}", now=NOON)


def test_a_solved_challenge_opens_once(tx: Tx) -> None:
    solved = Solved("a salt", NOON + LIFETIME)
    spend_solved(tx, solved, now=NOON)

    with pytest.raises(CaptchaWrong):
        spend_solved(tx, solved, now=NOON)

    assert spent(tx) == ["a salt"]


def test_what_has_expired_is_kept_no_longer(tx: Tx) -> None:
    spend_solved(tx, Solved("an old salt", NOON + LIFETIME), now=NOON)
    later = NOON + LIFETIME

    spend_solved(tx, Solved("a new salt", later + LIFETIME), now=later)

    assert spent(tx) == ["a new salt"]


def spent(tx: Tx) -> list[str]:
    return list(tx.execute(spent_challenges.select()).scalars())
