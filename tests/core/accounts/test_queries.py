from datetime import timedelta

import pytest
from tests.factories import NOON, make_user

from vitascope.base.errors import Conflict, NotFound
from vitascope.base.ids import AccountId, UserId
from vitascope.core.accounts.model import Allowances, Preferences
from vitascope.core.accounts.queries import (
    find_external_user,
    find_user,
    find_user_by_email,
    find_user_by_login,
    get_account,
    get_account_by_name,
    get_user,
    insert_external_login,
    is_name_free,
    list_accounts,
    release_name,
    take_name,
    update_user,
)
from vitascope.core.channels.queries import default_channel, get_channel_by_name
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)


def test_accounts_and_channels_are_found_by_name_in_any_case(tx: Tx) -> None:
    ada = make_user(tx, "ada").account

    assert get_account_by_name(tx, "ADA") == get_account(tx, ada.id) == ada
    assert get_channel_by_name(tx, "Ada_Channel") == default_channel(tx, ada.id)


def test_unknown_names_are_not_found(tx: Tx) -> None:
    make_user(tx, "ada")

    with pytest.raises(NotFound):
        get_account_by_name(tx, "ada_channel")
    with pytest.raises(NotFound):
        get_channel_by_name(tx, "ada")
    with pytest.raises(NotFound):
        get_account(tx, AccountId(9))


def test_users_are_found_by_username_in_any_case_or_by_their_address(tx: Tx) -> None:
    ada = make_user(tx, "ada")

    found = [find_user_by_login(tx, login) for login in ("ADA", "ada@example.org")]
    missed = [find_user_by_login(tx, login) for login in ("eve", "ADA@example.org", "a\0", "")]

    assert found == [ada, ada]
    assert missed == [None] * 4
    assert (find_user_by_email(tx, "ada@example.org"), find_user(tx, ada.id)) == (ada, ada)
    assert (find_user_by_email(tx, "ada"), find_user(tx, UserId(9))) == (None, None)


def test_documents_and_large_numbers_come_back_as_they_were(tx: Tx) -> None:
    ada = make_user(tx, "ada")
    preferences = Preferences(languages=("de", "en"), dismissed=("welcome",))

    update_user(
        tx,
        ada.id,
        LATER,
        preferences=preferences,
        allowances=Allowances(balance=0.1),
        quota_bytes=2**62,
    )

    after = get_user(tx, ada.id)
    assert (after.preferences, after.allowances) == (preferences, Allowances(balance=0.1))
    assert (after.quota_bytes, after.updated_at) == (2**62, LATER)


def test_changing_nobody_is_not_found(tx: Tx) -> None:
    with pytest.raises(NotFound):
        update_user(tx, UserId(9), NOON, email="new@example.org")


def test_a_name_is_taken_until_it_is_released(tx: Tx) -> None:
    take_name(tx, "films")

    with pytest.raises(Conflict, match="films is taken"):
        take_name(tx, "films")
    assert not is_name_free(tx, "films")
    release_name(tx, "films")
    assert is_name_free(tx, "films")
    take_name(tx, "films")


def test_accounts_are_listed_by_age(tx: Tx) -> None:
    accounts = [make_user(tx, name).account for name in ("ada", "eve", "zoe")]

    newest = list_accounts(tx, count=2)
    oldest = list_accounts(tx, newest_first=False, start=1)

    assert (newest.total, newest.items) == (3, accounts[:0:-1])
    assert (oldest.total, oldest.items) == (3, accounts[1:])


def test_another_service_knows_one_user_by_a_name(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    insert_external_login(tx, ada.id, issuer="https://id.example", subject="1", now=NOON)

    with pytest.raises(Conflict):
        insert_external_login(tx, eve.id, issuer="https://id.example", subject="1", now=NOON)

    found = [
        find_external_user(tx, issuer, subject)
        for issuer, subject in [
            ("https://id.example", "1"),
            ("https://id.example", "2"),
            ("https://other.example", "1"),
        ]
    ]
    assert found == [ada.id, None, None]
