from datetime import timedelta

import pytest
from tests.factories import NOON

from vitascope.core.access.mailed_codes import (
    CodeRefused,
    Purpose,
    draw_mailed_code,
    use_mailed_code,
    void_mailed_codes,
)
from vitascope.core.access.queries.codes import delete_expired_codes, take_mailed_code
from vitascope.core.access.tokens import hash_token
from vitascope.db import Tx

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
LIFETIMES = {
    Purpose.VERIFY_EMAIL: HOUR,
    Purpose.VERIFY_PENDING_EMAIL: HOUR,
    Purpose.VERIFY_REGISTRATION: HOUR,
    Purpose.RESET_PASSWORD: HOUR,
    Purpose.CREATE_PASSWORD: timedelta(days=7),
}


@pytest.mark.parametrize("purpose", Purpose)
def test_a_code_is_good_once(tx: Tx, purpose: Purpose) -> None:
    code = draw_mailed_code(tx, purpose, 1, now=NOON)

    use_mailed_code(tx, purpose, 1, code, now=NOON)

    with pytest.raises(CodeRefused, match="ask for another"):
        use_mailed_code(tx, purpose, 1, code, now=NOON)


@pytest.mark.parametrize(("purpose", "lifetime"), LIFETIMES.items())
def test_a_code_is_good_for_its_time(tx: Tx, purpose: Purpose, lifetime: timedelta) -> None:
    code = draw_mailed_code(tx, purpose, 1, now=NOON)

    with pytest.raises(CodeRefused):
        use_mailed_code(tx, purpose, 1, code, now=NOON + lifetime)
    use_mailed_code(tx, purpose, 1, code, now=NOON + lifetime - SECOND)


@pytest.mark.parametrize("purpose", Purpose)
def test_a_code_proves_nothing_else_and_of_nobody_else(tx: Tx, purpose: Purpose) -> None:
    code = draw_mailed_code(tx, purpose, 1, address="ada@example.org", now=NOON)

    for others in set(Purpose) - {purpose}:
        with pytest.raises(CodeRefused):
            use_mailed_code(tx, others, 1, code, address="ada@example.org", now=NOON)
    for subject, address in ((2, "ada@example.org"), (1, "eve@example.org"), (1, "")):
        with pytest.raises(CodeRefused):
            use_mailed_code(tx, purpose, subject, code, address=address, now=NOON)
    use_mailed_code(tx, purpose, 1, code, address="ada@example.org", now=NOON)


@pytest.mark.parametrize("code", ["", "0" * 40, "é", "a\0b"])
def test_a_wrong_code_is_refused(tx: Tx, code: str) -> None:
    draw_mailed_code(tx, Purpose.RESET_PASSWORD, 1, now=NOON)

    with pytest.raises(CodeRefused):
        use_mailed_code(tx, Purpose.RESET_PASSWORD, 1, code, now=NOON)


def test_every_code_that_was_sent_works_until_one_is_used(tx: Tx) -> None:
    first = draw_mailed_code(tx, Purpose.RESET_PASSWORD, 1, now=NOON)
    second = draw_mailed_code(tx, Purpose.RESET_PASSWORD, 1, now=NOON)
    other = draw_mailed_code(tx, Purpose.RESET_PASSWORD, 2, now=NOON)

    use_mailed_code(tx, Purpose.RESET_PASSWORD, 1, first, now=NOON)

    with pytest.raises(CodeRefused):
        use_mailed_code(tx, Purpose.RESET_PASSWORD, 1, second, now=NOON)
    use_mailed_code(tx, Purpose.RESET_PASSWORD, 2, other, now=NOON)


def test_codes_that_are_on_their_way_can_be_made_void(tx: Tx) -> None:
    codes = {purpose: draw_mailed_code(tx, purpose, 1, now=NOON) for purpose in Purpose}
    other = draw_mailed_code(tx, Purpose.RESET_PASSWORD, 2, now=NOON)

    void_mailed_codes(tx, 1, Purpose.RESET_PASSWORD, Purpose.CREATE_PASSWORD)

    for purpose, code in codes.items():
        if purpose in (Purpose.RESET_PASSWORD, Purpose.CREATE_PASSWORD):
            with pytest.raises(CodeRefused):
                use_mailed_code(tx, purpose, 1, code, now=NOON)
        else:
            use_mailed_code(tx, purpose, 1, code, now=NOON)
    use_mailed_code(tx, Purpose.RESET_PASSWORD, 2, other, now=NOON)


def test_codes_that_are_too_old_are_forgotten(tx: Tx) -> None:
    code = draw_mailed_code(tx, Purpose.RESET_PASSWORD, 1, now=NOON)

    delete_expired_codes(tx, NOON + HOUR)

    assert not take_mailed_code(
        tx,
        code_hash=hash_token(f"{code} "),
        purpose=Purpose.RESET_PASSWORD,
        subject=1,
        now=NOON,
    )
