import pytest

from vitascope.base.errors import Invalid
from vitascope.core.accounts.emails import check_email


@pytest.mark.parametrize(
    "email",
    [
        "a@b",
        "ada@example.org",
        "a.b+c@sub.example.org",
        "ada@bücher.example",
        "x" * 388 + "@example.org",
    ],
)
def test_an_address_has_one_at_sign_and_something_on_both_sides(email: str) -> None:
    check_email(email)


@pytest.mark.parametrize(
    "email",
    [
        "",
        "ada",
        "@example.org",
        "ada@",
        "a@b@c",
        "a b@c",
        "a@b\n",
        "a\0@b",
        "a@b\r\nBcc: c@d",
        "<a@b>",
        '"a"@b',
        "a@b,c@d",
        "a@[127.0.0.1]",
        "x" * 389 + "@example.org",
    ],
)
def test_what_cannot_be_an_address_is_refused(email: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_email(email, field="pendingEmail")

    assert refused.value.field == "pendingEmail"
