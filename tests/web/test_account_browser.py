"""Logging in, joining and settings in a real browser, with scripts and without."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pyotp
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page
from tests.dialects.runtimes import make_runtime
from tests.factories import NOON, PASSWORD, make_user, make_video
from tests.web.browser import Record, follow, shoot, width_in
from tests.web.site import serving

from vitascope.base.ids import short_uuid
from vitascope.core.access.keys import create_key
from vitascope.core.access.model import ClientInfo, KeyKind, KeyUse, Permission, SessionKind
from vitascope.core.access.queries.keys import insert_key_uses
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.model import User
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.core.users.mailboxes import draw_reset_code, draw_verification_code
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import Privacy
from vitascope.db import Database
from vitascope.http.files import SendBytes
from vitascope.http.runtime import Runtime
from vitascope.web import build

pytestmark = pytest.mark.browser


@pytest.fixture
def db(sqlite_db: Database) -> Database:
    """What a browser shows does not depend on the engine."""
    return sqlite_db


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    signup = SignupPolicy(mode=SignupMode.OPEN)
    return make_runtime(
        db,
        tmp_path,
        public_url="http://localhost:8080",
        instance_name="Quarry",
        sends_mail=True,
        signup=signup,
    )


@pytest.fixture
def url(runtime: Runtime) -> Iterator[str]:
    with serving(build(runtime)) as url:
        yield url


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, display_name="Ada Lovelace")


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        locale="en-GB",
        java_script_enabled=request.param,
    )
    yield context
    context.close()


def log_in(page: Page, url: str, path: str = "/login") -> None:
    page.goto(url + path)
    page.get_by_label("Username or e-mail address").fill("ada")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Log in")


def press(page: Page, name: str) -> None:
    """Send a form, and wait for the page that comes back."""
    follow(page.get_by_role("button", name=name))


def menu_of(page: Page, name: str) -> Locator:
    """What only those see who are logged in."""
    return page.locator("summary", has_text=f"Menu of {name}")


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_people_log_in_are_brought_back_and_log_out(
    db: Database, ada: User, url: str, page: Page, record: Record
) -> None:
    with db.begin() as tx:
        entry = make_video(tx, ada, title="Only for me", privacy=Privacy.PRIVATE)
        assert entry.media is not None
        mark_ready(tx, entry.media.id, now=NOON)
    path = f"/w/{short_uuid(entry.video.uuid)}"

    page.goto(url + path)
    hidden = heading(page)
    follow(page.get_by_role("link", name="Log in"))
    page.get_by_label("Username or e-mail address").fill("ada@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_label("Password", exact=True).press("Enter")
    opened = (page.url, heading(page))
    menu_of(page, "Ada Lovelace").click()
    press(page, "Log out")
    page.goto(url + path)

    assert hidden == "This page does not exist"
    assert opened == (url + path, "Only for me")
    assert heading(page) == "This page does not exist"
    assert record.origins == {url}


def test_a_wrong_password_is_told_and_the_name_stays(ada: User, url: str, page: Page) -> None:
    page.goto(f"{url}/login")
    page.get_by_label("Username or e-mail address").fill("ada")
    page.get_by_label("Password", exact=True).fill("wrong")
    press(page, "Log in")

    alert = page.get_by_role("alert")
    shoot(page, "login-wrong")
    assert "The username or the password is wrong. Check both" in alert.inner_text()
    assert page.get_by_label("Username or e-mail address").input_value() == "ada"
    assert page.get_by_label("Password", exact=True).input_value() == ""
    # Whoever cannot see the page hears first what is wrong.
    assert page.locator(":focus").get_attribute("role") == "alert"


def test_two_factor_login_is_set_up_and_used(ada: User, url: str, page: Page) -> None:
    log_in(page, url, "/login?next=/settings/security/two-factor")
    page.get_by_label("Current password").fill(PASSWORD)
    press(page, "Go on")
    secret = page.locator(".secret").inner_text().replace(" ", "")
    shoot(page, "two-factor-scan")
    page.get_by_label("Code of six digits").fill("000000")
    press(page, "Turn it on")
    told = page.get_by_role("alert").inner_text()
    same = page.locator(".secret").inner_text().replace(" ", "")
    totp = pyotp.TOTP(secret)
    page.get_by_label("Code of six digits").fill(totp.at(NOON))
    press(page, "Turn it on")
    shoot(page, "two-factor-codes")
    codes = page.locator(".codes li").all_inner_texts()
    page.context.clear_cookies()

    log_in(page, url)
    asked = heading(page)
    shoot(page, "two-factor-login")
    page.get_by_label("Code of six digits").fill(totp.at(NOON + timedelta(seconds=30)))
    press(page, "Log in")
    with_app = menu_of(page, "Ada Lovelace").count()
    page.context.clear_cookies()
    log_in(page, url)
    page.get_by_text("I do not have my app here").click()
    page.get_by_label("One of your recovery codes").fill(codes[3])
    press(page, "Log in")

    assert "This is not the code that the app shows" in told
    assert (same, len(codes), asked) == (secret, 10, "Enter the code")
    assert (with_app, menu_of(page, "Ada Lovelace").count()) == (1, 1)


def test_somebody_joins_and_is_logged_in(url: str, page: Page) -> None:
    page.goto(url)
    follow(page.get_by_role("link", name="Register"))
    page.get_by_label("Username").fill("Grace.Hopper")
    page.get_by_label("E-mail address").fill("grace@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password again").fill("something else")
    page.get_by_label("Name that others see").fill("Grace Hopper")
    page.get_by_label("I am at least 16 years old").check()
    press(page, "Register")
    told = page.get_by_role("alert").get_by_role("link").all_inner_texts()
    shoot(page, "register-wrong")
    page.get_by_role("alert").get_by_role("link").click()
    kept = page.get_by_label("Name that others see").input_value()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password again").fill(PASSWORD)
    press(page, "Register")

    assert told == ["The two passwords differ: type the same one twice."]
    assert kept == "Grace Hopper"
    assert page.get_by_role("status").inner_text().startswith("Welcome!")
    assert menu_of(page, "Grace Hopper").is_visible()


def test_an_address_is_verified_with_a_button(
    db: Database, ada: User, url: str, page: Page
) -> None:
    with db.begin() as tx:
        code = draw_verification_code(tx, ada, is_pending=False, now=NOON)

    page.goto(f"{url}/verify-account/email?userId={ada.id}&verificationString={code}")
    press(page, "This is my address")

    assert heading(page) == "Your e-mail address is verified"


def test_a_lost_password_is_replaced(db: Database, ada: User, url: str, page: Page) -> None:
    page.goto(f"{url}/login")
    follow(page.get_by_role("link", name="Forgot your password?"))
    page.get_by_label("E-mail address").fill("ada@example.org")
    press(page, "Send me a link")
    said = heading(page)
    with db.begin() as tx:
        code = draw_reset_code(tx, ada, is_first=False, now=NOON)
    page.goto(f"{url}/reset-password?userId={ada.id}&verificationString={code}")
    page.get_by_label("New password", exact=True).fill("a brand new one")
    page.get_by_label("New password again").fill("a brand new one")
    press(page, "Change the password")
    follow(page.get_by_role("link", name="Log in").last)
    page.get_by_label("Username or e-mail address").fill("ada")
    page.get_by_label("Password", exact=True).fill("a brand new one")
    press(page, "Log in")

    assert said == "Look into your mailbox"
    assert menu_of(page, "Ada Lovelace").is_visible()


def test_a_key_is_made_shown_once_and_revoked(ada: User, url: str, page: Page) -> None:
    log_in(page, url, "/login?next=/settings/keys")
    page.get_by_label("Name", exact=True).fill("Nightly backup")
    page.get_by_label("API").select_option("VSRC")
    page.get_by_label("What it may do").select_option("Read only")
    page.get_by_label("Last day").fill("2027-01-31")
    press(page, "Make the key")
    secret = page.get_by_label("The new key").input_value()
    shoot(page, "key-made")
    page.goto(f"{url}/settings/keys")
    is_shown_again = secret in page.content()
    page.get_by_label("Revoke the key Nightly backup").click()
    press(page, "Revoke it for good")

    assert (secret[:5], len(secret), is_shown_again) == ("vsrc_", 53, False)
    assert page.get_by_role("status").inner_text().startswith("The key is revoked.")


def test_a_form_from_another_sites_page_does_nothing(ada: User, url: str, page: Page) -> None:
    log_in(page, url, "/login?next=/settings/security")
    form = f'<form method="post" action="{url}/logout"><button>A prize</button></form>'

    page.route(
        "http://evil.test/", lambda route: route.fulfill(body=form, content_type="text/html")
    )
    page.goto("http://evil.test/")
    press(page, "A prize")
    refused = page.get_by_role("main").inner_text()
    page.goto(f"{url}/settings/security")

    assert "This form was sent from a page of another site." in refused
    assert heading(page) == "Security"


def test_a_password_opens_a_video_inside_another_sites_frame(
    db: Database, ada: User, url: str, page: Page
) -> None:
    with db.begin() as tx:
        entry = make_video(
            tx, ada, title="Tides", privacy=Privacy.PASSWORD, passwords=("sesame",)
        )
    path = f"{url}/videos/embed/{short_uuid(entry.video.uuid)}"
    blog = SendBytes(f'<iframe src="{path}"></iframe>'.encode(), media_type="text/html")

    with serving(blog) as other:
        page.goto(other.replace("127.0.0.1", "localhost"))
        inner = page.frame_locator("iframe")
        inner.get_by_label("Password").fill("open")
        inner.get_by_role("button", name="Open the video").click()
        told = inner.get_by_role("alert").inner_text()

    assert told == "This password does not open the video."


@pytest.fixture
def pages(db: Database, ada: User, runtime: Runtime) -> dict[str, str]:
    """Paths of all pages with something to show, by the names of their pictures."""
    linux = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36"
    with db.begin() as tx:
        for kind, device in ((SessionKind.WEB, linux), (SessionKind.TOKEN, "PeerTubeApp/2.1")):
            client = ClientInfo(address="203.0.113.9", device=device)
            open_session(tx, runtime.vault, ada, kind, client, now=NOON)
        make = partial(create_key, tx, ada.id, permission=Permission.WRITE, now=NOON)
        made = make(kind=KeyKind.VSRC, name="Nightly backup of everything that we have")
        make(kind=KeyKind.VIDEOCMS, name="Moodle")
        insert_key_uses(
            tx,
            [
                KeyUse(
                    key_id=made.key.id,
                    method="GET",
                    path=f"/api/public/v1/videos/{number}",
                    status=404 if number % 7 == 3 else 200,
                    address="203.0.113.9",
                    used_at=NOON,
                )
                for number in range(20)
            ],
        )
    return {
        "profile": "/settings/profile",
        "security": "/settings/security",
        "two-factor": "/settings/security/two-factor",
        "keys": "/settings/keys",
        "key-uses": f"/settings/keys/{made.key.id}",
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_settings_fit_every_window(
    context: BrowserContext,
    url: str,
    page: Page,
    record: Record,
    pages: dict[str, str],
    scheme: Any,
) -> None:
    page.emulate_media(color_scheme=scheme)
    log_in(page, url)

    assert widths_of(page, url, pages, scheme) == dict.fromkeys(pages, 320)
    assert record == Record(origins={url}, complaints=[])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_strangers_fit_every_window(
    url: str, page: Page, record: Record, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    link = "userId=1&verificationString=x"
    paths = {
        "login": "/login",
        "register": "/register",
        "reset": "/reset-password",
        "new-password": f"/reset-password?{link}",
        "verify": f"/verify-account/email?{link}",
        "verify-again": "/verify-account/ask-send-email",
    }

    assert widths_of(page, url, paths, scheme) == dict.fromkeys(paths, 320)
    assert record == Record(origins={url}, complaints=[])


def widths_of(page: Page, url: str, paths: dict[str, str], scheme: str) -> dict[str, int]:
    """How wide each page is in a window of 320 pixels; keeps pictures on the way."""
    widths = {}
    for name, path in paths.items():
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(url + path)
        shoot(page, f"{name}-{scheme}")
        widths[name] = width_in(page, 320)
        shoot(page, f"{name}-{scheme}-small")
    return widths
