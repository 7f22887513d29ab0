import io
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyotp
import pytest
from tests.cli.conftest import Run, Said
from tests.factories import make_video

from vitascope.app import Parts, open_parts, signup_policy
from vitascope.cli.actor import NoAdministrator
from vitascope.cli.start import first_start, hold, prepare_database
from vitascope.config import load
from vitascope.core.access.model import ClientInfo, SessionKind
from vitascope.core.access.passwords import hash_password
from vitascope.core.access.queries.sessions import list_sessions
from vitascope.core.access.sessions import open_session
from vitascope.core.access.two_factor import confirm_two_factor, request_two_factor
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.login.password import Attempt, LoginRefused, log_in
from vitascope.core.registration.sign_up import ask_to_join
from vitascope.core.users.add import Newcomer
from vitascope.core.users.mailboxes import reset_password
from vitascope.jobs import pending

NOW = datetime.now(UTC)
_HASH_RULE = "Only hashes of bcrypt and Argon2id can be taken over"
_HANDLE_RULE = (
    "A name has 1 to 50 lower-case letters, digits or underscores; dots and hyphens may stand "
    "inside it"
)
BCRYPT = "$2b$04$eiwKVLYmqR2QcqFTQeLFeuP7ZsUaPiUzmMMA0MEFfkZXLEb2lNRFS"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder after the first start: copying it is cheaper than making it."""
    folder = tmp_path_factory.mktemp("started") / "data"
    parts = open_parts(load({}, data=folder, admin_password="long enough"))
    prepare_database(parts)
    first_start(parts)
    parts.db.close()
    return folder


@pytest.fixture
def site(
    run: Run, started: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Parts]:
    """What the commands work on, with an administrator."""
    monkeypatch.setenv("VITASCOPE_PUBLIC_URL", "https://video.example")
    shutil.copytree(started, tmp_path / "data")
    parts = open_parts(load({}, data=tmp_path / "data", signup="approval"))
    yield parts
    parts.db.close()


def test_a_user_is_added_with_a_drawn_password_that_works(run: Run, site: Parts) -> None:
    said = run("user", "add", "ada", "--email", "ada@example.org", "--role", "moderator")

    lines = said.out.splitlines()
    assert lines[0] == "The moderator ada can log in."
    assert lines[2] == "It is shown only this once."
    _log_in(site, "ada", lines[1].removeprefix("The password is "))
    user = _user(site, "ada")
    assert (user.email, user.role, user.quota_bytes, user.daily_quota_bytes) == (
        "ada@example.org",
        Role.MODERATOR,
        None,
        None,
    )


def test_a_user_is_added_with_a_given_password_and_quotas(run: Run, site: Parts) -> None:
    words = ("--password", "long enough", "--quota", "50GB", "--daily-quota", "1GB")

    said = run("user", "add", "ada", *words)

    assert said.out == "The user ada can log in.\n"
    _log_in(site, "ada", "long enough")
    user = _user(site, "ada")
    assert (user.quota_bytes, user.daily_quota_bytes) == (50 * 1024**3, 1024**3)


def test_a_user_comes_with_the_hash_of_another_program(run: Run, site: Parts) -> None:
    said = run("user", "add", "ada", "--password-hash", BCRYPT)

    assert said.out == "The user ada can log in.\n"
    assert _user(site, "ada").password_hash == BCRYPT


def test_newcomers_get_the_quota_of_the_settings(
    run: Run, site: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITASCOPE_USER_QUOTA_BYTES", "1000")

    run("user", "add", "ada")
    run("user", "add", "bob", "--quota", "unlimited")

    assert (_user(site, "ada").quota_bytes, _user(site, "bob").quota_bytes) == (1000, None)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("Ada",), _HANDLE_RULE),
        (("root",), "The name root is taken by another account or channel"),
        (("ada", "--email", "ada"), "This is not an e-mail address"),
        (("ada", "--password", "short"), "A password has 6 to 255 characters"),
        (("ada", "--password-hash", "md5"), _HASH_RULE),
        (
            ("ada", "--password", "long enough", "--password-hash", BCRYPT),
            "Give --password or --password-hash, not both",
        ),
        (("ada", "--quota", "much"), "'much' is no size: write 500MB, 20GB or unlimited"),
    ],
)
def test_a_user_who_cannot_be_added_is_refused_in_words(
    run: Run, site: Parts, words: tuple[str, ...], reason: str
) -> None:
    said = run("user", "add", *words)

    assert (said.exit_code, said.out, said.err) == (1, "", f"vitascope: {reason}\n")


def test_adding_a_user_to_a_fresh_folder_makes_the_administrator(run: Run) -> None:
    said = run("user", "add", "ada", "--password", "long enough")

    first, second = said.out.splitlines()
    assert first.startswith("root has the password ")
    assert second == "The user ada can log in."


def test_without_an_administrator_the_words_say_what_to_do(run: Run) -> None:
    said = run("user", "list")

    assert (said.exit_code, said.err) == (
        1,
        f"vitascope: {NoAdministrator()}\n",
    )


def test_users_are_listed_with_what_they_use(run: Run, site: Parts) -> None:
    run("user", "add", "ada", "--email", "ada@example.org", "--quota", "2MB")
    _log_in(site, "root", "long enough")
    with site.db.begin() as tx:
        make_video(tx, _user(site, "ada"))
    run("user", "block", "ada", "--reason", "[b]Spam")

    everybody, found = run("user", "list"), run("user", "list", "--search", "ADA@")

    ada = ["2", "ada", "ada@example.org", "user", "1000 bytes", "2.0 MB", "[b]Spam", "never"]
    rows = _rows(everybody)
    assert [row[1] for row in rows] == ["root", "ada"]
    assert rows[0][:7] == [
        *("1", "root", "root@localhost.localdomain", "administrator"),
        *("0 bytes", "unlimited", ""),
    ]
    assert rows[0][7].startswith(f"{datetime.now(UTC):%Y-}")
    assert (rows[1], _rows(found)) == (ada, [ada])


def test_a_blocked_user_is_out_until_unblocked(run: Run, site: Parts) -> None:
    run("user", "add", "ada", "--password", "long enough")
    _open_session(site, "ada")

    blocked = run("user", "block", "ada", "--reason", "Spam")
    found = _user(site, "ada")
    unblocked = run("user", "unblock", "ada")

    assert (blocked.out, unblocked.out) == ("ada is blocked.\n", "ada is not blocked.\n")
    assert (found.is_blocked, found.blocked_reason) == (True, "Spam")
    assert _user(site, "ada").is_blocked is False
    assert _sessions(site, "ada") == 0


def test_root_is_protected(run: Run, site: Parts) -> None:
    words = "vitascope: The user root cannot be blocked, deleted or degraded\n"

    said = [
        run("user", "block", "root"),
        run("user", "delete", "root", "--yes"),
        run("user", "role", "root", "user"),
    ]

    assert [(each.exit_code, each.err) for each in said] == [(1, words)] * 3


def test_features_are_kept_from_a_user_and_given_back(run: Run, site: Parts) -> None:
    run("user", "add", "ada")

    said = [
        run("user", "features", "ada", "--without", "ai", "--without", "presets"),
        run("user", "features", "ada"),
    ]

    assert [each.out for each in said] == [
        "ada has every feature but: ai, presets.\n",
        "ada has every feature.\n",
    ]
    assert _user(site, "ada").allowances.withheld == ()


def test_a_role_is_changed(run: Run, site: Parts) -> None:
    run("user", "add", "ada")

    said = run("user", "role", "ada", "administrator")

    assert said.out == "ada has the role administrator now.\n"
    assert _user(site, "ada").role is Role.ADMINISTRATOR


def test_a_password_is_replaced_and_sessions_end(run: Run, site: Parts) -> None:
    run("user", "add", "ada", "--password", "long enough")
    _open_session(site, "ada")

    said = run("user", "reset-password", "ada")

    lines = said.out.splitlines()
    assert lines[0] == "ada has a new password; all sessions have ended."
    assert _sessions(site, "ada") == 0
    _log_in(site, "ada", lines[1].removeprefix("The password is "))
    with pytest.raises(LoginRefused):
        _log_in(site, "ada", "long enough")


def test_a_link_lets_the_user_choose_a_password(run: Run, site: Parts) -> None:
    run("user", "add", "ada", "--password", "long enough")

    said = run("user", "reset-password", "ada", "--link")

    link = said.out.splitlines()[1]
    user = _user(site, "ada")
    begin = f"https://video.example/reset-password?userId={user.id}&verificationString="
    assert link.startswith(begin)
    _log_in(site, "ada", "long enough")
    with site.db.begin() as tx:
        reset_password(tx, user.id, link.removeprefix(begin), "a hash", now=NOW)


def test_whoever_lost_the_app_gets_in_without_it(run: Run, site: Parts) -> None:
    run("user", "add", "ada")
    _turn_two_factor_on(site, "ada")

    said = run("user", "reset-password", "ada", "--two-factor-off")

    password = said.out.splitlines()[1].removeprefix("The password is ")
    _log_in(site, "ada", password)


def test_deleting_asks_first_and_says_what_goes(
    run: Run, site: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("user", "add", "ada")
    with site.db.begin() as tx:
        make_video(tx, _user(site, "ada"))
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))

    said = run("user", "delete", "ada")

    assert said.out == (
        "What goes with ada:\n"
        "  videos: 1, 1000 bytes\n"
        "  channels: ada_channel\n"
        "  all sessions and API keys\n"
        "Delete all of it, for good? [y/N]: Nothing was deleted.\n"
    )
    assert _user(site, "ada").username == "ada"


def test_a_deleted_user_is_gone(run: Run, site: Parts) -> None:
    run("user", "add", "ada")

    said = run("user", "delete", "ada", "--yes")

    assert said.out.splitlines()[-1] == (
        "ada is deleted. The files follow while the server runs."
    )
    with site.db.read() as tx:
        assert find_user_by_login(tx, "ada") is None


@pytest.mark.parametrize(
    "words",
    [
        ("block", "nobody"),
        ("unblock", "nobody"),
        ("delete", "nobody"),
        ("reset-password", "nobody"),
        ("role", "nobody", "user"),
    ],
)
def test_an_unknown_user_is_named(run: Run, site: Parts, words: tuple[str, ...]) -> None:
    said = run("user", *words)

    assert (said.exit_code, said.err) == (1, "vitascope: No such user: nobody\n")


def test_a_request_to_join_is_listed_and_accepted(run: Run, site: Parts) -> None:
    _ask_to_join(site, "zoe", reason="I like\x1b[2J films.")

    listed = run("user", "registrations")
    said = run("user", "accept", "1", "--response", "Welcome")
    again = run("user", "accept", "1", "--response", "Welcome")

    (row,) = _rows(listed)
    assert [*row[:5], row[6]] == [
        *("1", "zoe", "zoe@example.org", "", ""),
        "I like�[2J films.",
    ]
    assert said.out == "zoe can log in. No mail goes out: smtp_url is not set.\n"
    assert (again.exit_code, again.err) == (
        1,
        "vitascope: This request was answered already\n",
    )
    assert _rows(run("user", "registrations")) == []
    _log_in(site, "zoe", "long enough")


def test_a_request_to_join_is_rejected_and_told(
    run: Run, site: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITASCOPE_SMTP_URL", "smtp://mail.example")
    _ask_to_join(site, "zoe")

    said = run("user", "reject", "1", "--response", "We are full")

    assert said.out == "zoe is turned away. A mail with your words is on its way.\n"
    with site.db.read() as tx:
        assert find_user_by_login(tx, "zoe") is None
        assert pending(tx)[-1] == (
            "RegistrationAnswered",
            {
                "email": "zoe@example.org",
                "username": "zoe",
                "is_accepted": False,
                "response": "We are full",
            },
        )


def test_users_are_managed_while_a_server_is_at_work(run: Run, site: Parts) -> None:
    lock = hold(site)
    assert lock is not None

    said = run("user", "add", "ada", "--password", "long enough")

    lock.release()
    assert said.exit_code == 0
    _log_in(site, "ada", "long enough")


def _user(site: Parts, name: str) -> User:
    with site.db.read() as tx:
        user = find_user_by_login(tx, name)
    assert user is not None
    return user


def _log_in(site: Parts, name: str, password: str) -> None:
    """Raises as :func:`log_in`."""
    attempt = Attempt(login=name, password=password)
    log_in(site.db, site.vault, attempt, kind=SessionKind.TOKEN, client=ClientInfo(), now=NOW)


def _open_session(site: Parts, name: str) -> None:
    with site.db.begin() as tx:
        user = find_user_by_login(tx, name)
        assert user is not None
        open_session(tx, site.vault, user, SessionKind.TOKEN, ClientInfo(), now=NOW)


def _sessions(site: Parts, name: str) -> int | None:
    user = _user(site, name)
    with site.db.read() as tx:
        return list_sessions(tx, user.id, NOW).total


def _turn_two_factor_on(site: Parts, name: str) -> None:
    user = _user(site, name)
    asked = request_two_factor(site.vault, user, issuer="video.example", now=NOW)
    code = pyotp.TOTP(asked.secret).at(NOW)
    with site.db.begin() as tx:
        confirm_two_factor(tx, site.vault, user, asked.token, code, now=NOW)


def _ask_to_join(site: Parts, name: str, *, reason: str = "I like films.") -> None:
    newcomer = Newcomer(
        username=name,
        email=f"{name}@example.org",
        password_hash=hash_password("long enough"),
    )
    policy = signup_policy(site.config)
    with site.db.begin() as tx:
        ask_to_join(tx, policy, newcomer, reason=reason, address="192.0.2.1", now=NOW)


def _rows(said: Said) -> list[list[str]]:
    """The cells of a table, without its head."""
    lines = [line for line in said.out.splitlines() if line.startswith("│")]
    return [[cell.strip() for cell in line.strip("│").split("│")] for line in lines]
