import uuid

from vitascope.base.ids import UserId
from vitascope.core.access.vault import Vault
from vitascope.db.sealing import Sealer


def test_everything_that_is_derived_differs_by_secret_and_by_purpose() -> None:
    one, other = Vault(b"one"), Vault(b"other")

    keys = {one.jwt_key, one.form_key, other.jwt_key, other.form_key, b"one", b"other"}

    assert len(keys) == 6
    assert Vault(b"one").jwt_key == one.jwt_key


def test_a_vault_reads_what_the_database_of_the_same_secret_sealed() -> None:
    assert Vault(b"one").unseal(Sealer(b"one").seal("a text")) == "a text"


def test_feed_tokens_differ_by_user_and_by_serial() -> None:
    vault = Vault(b"one")

    tokens = {
        vault.feed_token(UserId(user), serial) for user in (1, 11) for serial in (0, 1, 10)
    }

    assert len(tokens) == 6
    assert all(uuid.UUID(token).version == 4 for token in tokens)
