import pytest

from vitascope.storage import StorageOptions, open_store


@pytest.mark.parametrize("url", ["", "ftp://x", "file:", "s3:", "s3:///prefix"])
def test_an_address_that_names_no_store_is_refused(url: str) -> None:
    options = StorageOptions(url=url, access_key="a", secret_key="b")

    with pytest.raises(ValueError, match=r"storage backend|needs"):
        open_store(options)


def test_options_never_print_their_secret() -> None:
    options = StorageOptions(url="s3://bucket", access_key="a", secret_key="hidden")

    text = repr(options)

    assert "hidden" not in text
