import logging
import ssl
from pathlib import Path

import pytest
from tests.factories import NOON
from tests.notify.mailserver import Mailbox, certificate, serving

from vitascope.notify import open_postbox
from vitascope.notify.letter import Letter
from vitascope.notify.postbox import MailDelayed, MailRefused
from vitascope.notify.smtp import MailServer, SmtpPostbox, read_server

LETTER = Letter(to="ada@example.org", subject="Grüße", text="Schöne Grüße\n.\nAda\n")
LOGIN = ("our server", "p@ss/word?#")
# aiosmtpd does not know that it is encrypted from the first byte.
without_tls = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
LOGIN_IN_URL = "our%20server:p%40ss%2Fword%3F%23"


async def test_a_mail_arrives_whole(mailbox: Mailbox) -> None:
    postbox = _postbox(mailbox)

    await postbox.post(LETTER, now=NOON)

    (received,) = mailbox.received
    headers = dict(received.message.items())
    message_id = headers.pop("Message-ID")
    assert (received.sender, received.recipients) == (
        "videos@example.org",
        ["ada@example.org"],
    )
    assert received.text == LETTER.text
    assert headers == {
        "From": "Our videos <videos@example.org>",
        "To": "ada@example.org",
        "Subject": "Grüße",
        "Date": "Sun, 01 Mar 2026 12:00:00 +0000",
        "Auto-Submitted": "auto-generated",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "8bit",
        "MIME-Version": "1.0",
    }
    assert message_id.endswith("@example.org>")


async def test_starttls_comes_before_the_login(tmp_path: Path) -> None:
    theirs, ours = certificate(tmp_path)

    with serving(tls_context=theirs, require_starttls=True, login=LOGIN) as mailbox:
        await _postbox(mailbox, LOGIN_IN_URL, ours).post(LETTER, now=NOON)

    (received,) = mailbox.received
    assert (received.is_encrypted, received.login) == (True, "our server")


@without_tls
async def test_smtps_is_encrypted_from_the_first_byte(tmp_path: Path) -> None:
    theirs, ours = certificate(tmp_path)

    with serving(tls=theirs, login=LOGIN, auth_require_tls=False) as mailbox:
        await _postbox(mailbox, LOGIN_IN_URL, ours, "smtps").post(LETTER, now=NOON)

    assert [received.login for received in mailbox.received] == ["our server"]


async def test_smtps_wants_a_certificate_that_the_system_trusts(tmp_path: Path) -> None:
    theirs, _ = certificate(tmp_path)

    with serving(tls=theirs) as mailbox, pytest.raises(MailDelayed) as caught:
        await _postbox(mailbox, scheme="smtps").post(LETTER, now=NOON)

    assert "CERTIFICATE_VERIFY_FAILED" in str(caught.value)
    assert mailbox.received == []


async def test_a_server_on_this_machine_may_sign_its_own_certificate(tmp_path: Path) -> None:
    theirs, _ = certificate(tmp_path)

    with serving(tls_context=theirs) as mailbox:
        await _postbox(mailbox).post(LETTER, now=NOON)

    assert [received.is_encrypted for received in mailbox.received] == [True]


@without_tls
async def test_a_server_on_this_machine_gets_the_login_without_tls() -> None:
    with serving(login=LOGIN, auth_require_tls=False) as mailbox:
        await _postbox(mailbox, LOGIN_IN_URL).post(LETTER, now=NOON)

    assert [received.is_encrypted for received in mailbox.received] == [False]


@pytest.mark.parametrize(
    ("url", "wants"),
    [
        ("smtp://mail.example", None),
        ("smtp://u:p@mail.example", True),
        ("smtp://u:p@localhost", None),
        ("smtp://u:p@127.0.0.2", None),
        ("smtp://u:p@[::1]", None),
        ("smtps://u:p@mail.example", False),
    ],
)
def test_a_login_never_crosses_a_network_in_clear(url: str, wants: bool | None) -> None:
    assert read_server(url).start_tls is wants


async def test_a_wrong_password_delays_the_mail_until_somebody_mends_it(
    tmp_path: Path,
) -> None:
    theirs, ours = certificate(tmp_path)

    with (
        serving(tls_context=theirs, login=LOGIN) as mailbox,
        pytest.raises(MailDelayed, match=r"^ada@example\.org: 535 "),
    ):
        await _postbox(mailbox, "our%20server:wrong", ours).post(LETTER, now=NOON)

    assert mailbox.received == []


async def test_a_recipient_who_is_refused_for_now_is_delayed(mailbox: Mailbox) -> None:
    mailbox.answers = ["451 4.7.1 Try again later"]

    with pytest.raises(MailDelayed) as caught:
        await _postbox(mailbox).post(LETTER, now=NOON)

    assert str(caught.value) == "ada@example.org: 451 4.7.1 Try again later"


async def test_a_recipient_who_is_refused_is_refused_for_good(mailbox: Mailbox) -> None:
    mailbox.answers = ["550 5.1.1 No such user"]

    with pytest.raises(MailRefused) as caught:
        await _postbox(mailbox).post(LETTER, now=NOON)

    assert str(caught.value) == "ada@example.org: 550 5.1.1 No such user"
    assert caught.value.permanent is True


@pytest.mark.parametrize(
    ("answer", "error"),
    [("554 We do not want this", MailRefused), ("452 Disk full", MailDelayed)],
)
async def test_a_mail_can_be_refused_after_it_was_read(
    mailbox: Mailbox, answer: str, error: type[Exception]
) -> None:
    mailbox.data_answer = answer

    with pytest.raises(error):
        await _postbox(mailbox).post(LETTER, now=NOON)

    assert mailbox.received == []


async def test_a_server_that_is_away_delays_the_mail() -> None:
    with serving() as mailbox:
        postbox = _postbox(mailbox)

    with pytest.raises(MailDelayed, match=r"ada@example\.org: SMTPConnectError"):
        await postbox.post(LETTER, now=NOON)


async def test_an_address_beyond_ascii_needs_a_server_that_can_write_it() -> None:
    letter = Letter(to="jörg@exämple.org", subject="Hello", text="Hello\n")

    with serving() as plain, pytest.raises(MailRefused):
        await _postbox(plain).post(letter, now=NOON)
    with serving(enable_SMTPUTF8=True) as able:
        await _postbox(able).post(letter, now=NOON)

    assert [received.recipients for received in able.received] == [["jörg@exämple.org"]]


async def test_without_a_server_the_log_has_recipient_and_subject_only(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)

    await open_postbox("", "videos@example.org").post(LETTER, now=NOON)

    (record,) = caplog.records
    assert record.getMessage() == "mail not sent: smtp_url is not set"
    assert (vars(record)["to"], vars(record)["subject"]) == ("ada@example.org", "Grüße")
    assert "Schöne" not in str(vars(record))


def test_a_server_is_read_from_its_address() -> None:
    assert read_server(f"smtp://{LOGIN_IN_URL}@mail.example:2525") == MailServer(
        host="mail.example", port=2525, is_tls=False, username=LOGIN[0], password=LOGIN[1]
    )
    assert read_server("smtp://mail.example").port == 587
    assert read_server("smtps://mail.example") == MailServer(
        host="mail.example", port=465, is_tls=True
    )


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mail.example:587", "it begins with smtp:// or smtps://"),
        ("https://mail.example", "it begins with smtp:// or smtps://"),
        ("smtp://", "it names no host, as in smtp://user:password@host:587"),
        ("smtp://u:hidden@", "it names no host, as in smtp://user:password@host:587"),
        ("smtp://u@mail.example", "a username and a password come together"),
        (
            "smtp://u:hidden@mail.example:port",
            "the port is a number, and : / ? # @ in a password are %XX",
        ),
        (
            "smtp://mail.example/hidden",
            "nothing follows the port; write / ? # in a password as %2F %3F %23",
        ),
    ],
)
def test_a_bad_address_of_a_server_is_refused_in_words_without_its_password(
    url: str, words: str
) -> None:
    with pytest.raises(ValueError, match="smtp_url") as caught:
        open_postbox(url, "videos@example.org")

    assert str(caught.value) == f"smtp_url: {words}"


def test_a_sender_that_is_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="'nobody' is not an e-mail address"):
        open_postbox("smtp://mail.example", "nobody")


def _postbox(
    mailbox: Mailbox,
    login: str = "",
    context: ssl.SSLContext | None = None,
    scheme: str = "smtp",
) -> SmtpPostbox:
    at = f"{login}@" if login else ""
    server = read_server(f"{scheme}://{at}127.0.0.1:{mailbox.port}")
    return SmtpPostbox(server, "videos@example.org", name=lambda: "Our videos", context=context)
