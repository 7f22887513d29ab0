from email import message_from_bytes
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import NOON

from vitascope.notify.letter import AddressUnusable, Letter, as_message

# What texts from outside might try to begin another header with.
ENCODED = ["=?utf-8?q?a=0ABcc:_x?=", "=?utf-8?b?YQ0KQmNjOiB4?=", "=?utf-8?q?", "?="]
BREAKS = ["\r\n", "\n", "\r", "\x0b", "\u2028", "\x00"]
PLAIN = ["Bcc: eve@example.org", " ", "é", ",", "<", ">", '"', "a", "=", "?"]
HOSTILE = st.lists(st.sampled_from(ENCODED + BREAKS + PLAIN)).map("".join)
HEADERS = [
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Type"),
    *("Content-Transfer-Encoding", "MIME-Version"),
]


@given(name=HOSTILE, subject=HOSTILE, text=HOSTILE)
def test_no_text_begins_another_header(name: str, subject: str, text: str) -> None:
    letter = Letter(to="ada@example.org", subject=subject, text=text)

    made = as_message(letter, sender="videos@example.org", name=name, now=NOON)

    assert message_from_bytes(made.as_bytes(policy=SMTP)).keys() == HEADERS


@pytest.mark.parametrize(
    "address",
    [
        "ada@example.org\nBcc: eve@example.org",
        "ada@example.org, eve@example.org",
        "=?utf-8?q?a=0ABcc:x?=@example.org",
        "Ada <ada@example.org>",
        "ada",
        "",
    ],
)
def test_what_is_not_one_address_is_not_written_to(address: str) -> None:
    letter = Letter(to=address, subject="Hello", text="Hello\n")

    with pytest.raises(AddressUnusable):
        as_message(letter, sender="videos@example.org", name="", now=NOON)


def test_a_letter_does_not_show_its_text() -> None:
    letter = Letter(to="ada@example.org", subject="Hello", text="the secret")

    assert repr(letter) == "Letter(to='ada@example.org', subject='Hello')"
