import re
from typing import Any

import pytest
import sqlalchemy as sa
from tests.dialects.runtimes import Client
from tests.factories import NOON, actor_of, make_user, make_video
from tests.settings import changed
from tests.web.people import browsing, log_in

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.core.embeds.tables import embed_tokens
from vitascope.core.presets.keep import add_preset
from vitascope.core.presets.model import Look, NewPreset, Watermark
from vitascope.core.presets.queries import insert_preset
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.web.assets import Assets
from vitascope.web.pages import PER_PAGE


def add_video(
    db: Database,
    user: User,
    title: str = "Tides",
    privacy: Privacy = Privacy.PUBLIC,
    **fields: Any,
) -> VideoEntry:
    """A video that is ready; those with a password open with ``sesame``."""
    with db.begin() as tx:
        if privacy is Privacy.PASSWORD:
            fields["passwords"] = ("sesame",)
        entry = make_video(tx, user, title=title, content=title, privacy=privacy, **fields)
        assert entry.media is not None
        mark_ready(tx, entry.media.id, now=NOON)
    return entry


def short(entry: VideoEntry) -> str:
    return short_uuid(entry.video.uuid)


def test_an_empty_instance_has_a_home(client: Client) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert "Nobody has published a video here yet." in answer.text


def test_home_lists_public_videos_and_no_others(
    client: Client, db: Database, ada: User
) -> None:
    for privacy in Privacy:
        add_video(db, ada, f"A {privacy} film", privacy)

    text = client.get("/").text

    assert [privacy for privacy in Privacy if f"A {privacy} film" in text] == [Privacy.PUBLIC]


def test_home_goes_on_with_a_link_until_the_last_video(
    client: Client, db: Database, ada: User
) -> None:
    for number in range(PER_PAGE + 1):
        add_video(db, ada, f"Film {number}")

    first, second = client.get("/").text, client.get("/?page=2").text

    assert (first.count('class="card"'), second.count('class="card"')) == (PER_PAGE, 1)
    assert ('href="/?page=2"' in first, 'rel="next"' in second) == (True, False)


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "99999999999999999999"])
def test_a_page_number_that_is_none_is_the_first_page(client: Client, page: str) -> None:
    assert client.get("/", params={"page": page}).text == client.get("/").text


def test_a_video_has_one_address_and_others_lead_to_it(
    client: Client, db: Database, ada: User
) -> None:
    entry = add_video(db, ada)
    others = [f"/w/{entry.video.uuid}", f"/w/{entry.video.id}", f"/videos/watch/{short(entry)}"]

    answers = [client.get(f"{path}?t=5") for path in others]

    assert [(answer.status_code, answer.headers["location"]) for answer in answers] == [
        (301, f"/w/{short(entry)}?t=5")
    ] * 3
    assert client.get(f"/w/{short(entry)}").status_code == 200


@pytest.mark.parametrize("path", ["/w/", "/videos/embed/"])
def test_the_player_remembers_how_far_somebody_watched_unless_the_server_says_otherwise(
    client: Client, runtime: Runtime, db: Database, ada: User, path: str
) -> None:
    entry = add_video(db, ada)

    usual = client.get(f"{path}{short(entry)}").text
    with browsing(changed(runtime, continue_watching=False)) as other:
        without = other.get(f"{path}{short(entry)}").text

    assert f'"remembers_as": "POSITION-{entry.video.uuid}"' in usual
    assert '"remembers_as": null' in without


@pytest.mark.parametrize("privacy", [Privacy.PRIVATE, Privacy.INTERNAL])
def test_hidden_unknown_and_malformed_addresses_look_the_same(
    client: Client, db: Database, ada: User, privacy: Privacy
) -> None:
    hidden = short(add_video(db, ada, privacy=privacy))
    paths = ["/w/nothing", f"/w/{hidden}", "/w/999", "/no/such/page"]
    framed = ["/videos/embed/nothing", f"/videos/embed/{hidden}"]

    answers = [client.get(path) for path in paths + framed]

    assert {answer.status_code for answer in answers} == {404}
    # The link to log in brings people back to the page they asked for.
    texts = [
        answer.text.replace(f"?next={path}", "")
        for path, answer in zip(paths, answers[:4], strict=True)
    ]
    assert len(set(texts)) == 1
    assert answers[4].text == answers[5].text


def test_an_unlisted_video_opens_by_its_uuid_and_not_by_its_number(
    client: Client, db: Database, ada: User
) -> None:
    entry = add_video(db, ada, privacy=Privacy.UNLISTED)

    answers = [client.get(f"/w/{ref}").status_code for ref in (short(entry), entry.video.id)]

    assert answers == [200, 404]


@pytest.mark.parametrize("place", ["w", "videos/embed"])
def test_the_right_password_opens_the_video_for_this_browser(
    client: Client, db: Database, ada: User, place: str
) -> None:
    entry = add_video(db, ada, privacy=Privacy.PASSWORD)
    path = f"/{place}/{short(entry)}"

    form = client.get(path)
    opened = client.post(f"{path}/unlock", data={"password": "sesame"})
    page = client.get(path)

    assert ("Tides" in form.text, f'action="{path}/unlock"' in form.text) == (False, True)
    assert (opened.status_code, opened.headers["location"]) == (303, path)
    cookie = opened.headers["set-cookie"]
    assert cookie.startswith(f"playback_{entry.video.uuid.hex}=")
    assert cookie.endswith(
        "Path=/; Max-Age=28800; HttpOnly; Secure; SameSite=None; Partitioned"
    )
    assert (page.status_code, "Tides" in page.text) == (200, True)


@pytest.mark.parametrize("data", [{"password": "open"}, {"password": ""}, {}])
def test_a_wrong_password_is_asked_for_again(
    client: Client, db: Database, ada: User, data: dict[str, str]
) -> None:
    path = f"/w/{short(add_video(db, ada, privacy=Privacy.PASSWORD))}"

    answer = client.post(f"{path}/unlock", data=data)

    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert "This password does not open the video." in answer.text


def test_wrong_passwords_of_a_video_are_slowed(client: Client, db: Database, ada: User) -> None:
    path = f"/w/{short(add_video(db, ada, privacy=Privacy.PASSWORD))}"

    statuses = [
        client.post(f"{path}/unlock", data={"password": f"guess {number}"}).status_code
        for number in range(6)
    ]
    refused = client.post(f"{path}/unlock", data={"password": "sesame"})

    assert statuses == [403] * 5 + [429]
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
    assert "Too many wrong attempts: try again in 1 s." in refused.text


def test_a_right_password_forgives_the_wrong_ones_before(
    client: Client, db: Database, ada: User
) -> None:
    path = f"/w/{short(add_video(db, ada, privacy=Privacy.PASSWORD))}/unlock"
    guesses = ["a", "b", "c", "d", "sesame", "a", "b", "c", "d", "sesame"]

    statuses = [client.post(path, data={"password": guess}).status_code for guess in guesses]

    assert statuses == [403, 403, 403, 403, 303] * 2


@pytest.mark.parametrize("place", ["w", "videos/embed"])
@pytest.mark.parametrize("privacy", list(Privacy))
def test_owners_see_their_own_videos(
    client: Client, db: Database, ada: User, privacy: Privacy, place: str
) -> None:
    path = f"/{place}/{short(add_video(db, ada, privacy=privacy))}"

    log_in(client, db, ada)
    answer = client.get(path)

    assert (answer.status_code, "Tides" in answer.text) == (200, True)
    assert answer.headers["cache-control"] == "private, no-store"


def test_others_who_are_logged_in_see_internal_videos_and_no_private_ones(
    client: Client, db: Database, ada: User
) -> None:
    paths = [
        f"/w/{short(add_video(db, ada, f'A {privacy} film', privacy))}"
        for privacy in (Privacy.INTERNAL, Privacy.PRIVATE)
    ]
    with db.begin() as tx:
        eve = make_user(tx, "eve")

    log_in(client, db, eve)
    answers = [client.get(path).status_code for path in paths]
    home = client.get("/").text

    assert answers == [200, 404]
    assert ("A internal film" in home, "A private film" in home) == (True, False)


def test_every_page_offers_strangers_to_log_in_and_come_back(
    client: Client, db: Database, ada: User
) -> None:
    path = f"/w/{short(add_video(db, ada))}"

    home, watch, embed = (client.get(p).text for p in ("/", f"{path}?t=5", "/videos/embed/x"))

    assert 'href="/login"' in home
    assert f'href="/login?next={path}%3Ft%3D5"' in watch
    assert "/login" not in embed


def test_every_page_shows_who_is_logged_in(client: Client, db: Database, ada: User) -> None:
    path = f"/w/{short(add_video(db, ada))}"

    log_in(client, db, ada)
    texts = [client.get(p).text for p in ("/", path, "/no/such/page")]

    assert ["Menu of </span><bdi>ada" in text for text in texts] == [True] * 3
    assert ["/login" in text for text in texts] == [False] * 3


def test_a_menu_is_never_shown_inside_the_frames_of_others(
    client: Client, db: Database, ada: User
) -> None:
    secret = short(add_video(db, ada, privacy=Privacy.PASSWORD))
    with db.begin() as tx:
        eve = make_user(tx, "eve")

    log_in(client, db, eve)
    texts = [client.get(f"/videos/embed/{ref}").text for ref in ("nothing", secret)]

    assert ["eve" in text for text in texts] == [False, False]


def test_a_visitor_who_is_blocked_is_a_stranger(
    client: Client, db: Database, ada: User
) -> None:
    path = f"/w/{short(add_video(db, ada, privacy=Privacy.PRIVATE))}"

    log_in(client, db, ada)
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, is_blocked=True)
    answer = client.get(path)

    assert (answer.status_code, "Menu of </span><bdi>ada" in answer.text) == (404, False)


def test_only_embeds_may_be_framed(client: Client, db: Database, ada: User) -> None:
    entry = add_video(db, ada)

    watch, embed = client.get(f"/w/{short(entry)}"), client.get(f"/videos/embed/{short(entry)}")

    assert watch.headers["x-frame-options"] == "DENY"
    assert watch.headers["content-security-policy"].endswith("frame-ancestors 'none'")
    assert "x-frame-options" not in embed.headers
    assert "frame-ancestors" not in embed.headers["content-security-policy"]


def test_a_missing_video_is_told_inside_the_frame_that_asked_for_it(client: Client) -> None:
    embed, watch = client.get("/videos/embed/nothing"), client.get("/w/nothing")

    frames = ["x-frame-options" in answer.headers for answer in (embed, watch)]
    assert frames == [False, True]


def test_static_files_stand_under_the_name_of_their_build(client: Client) -> None:
    base = Assets().base

    script = client.get(f"{base}/watch.js")
    missing = client.get(f"{base}/../app.py")

    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert script.headers["content-encoding"] == "gzip"
    assert missing.status_code == 404


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/dist/vsrc-player.js", "text/javascript; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml"),
        ("/favicon.ico", "image/png"),
        ("/apple-touch-icon.png", "image/png"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_files_that_others_expect_at_the_root_are_there(
    client: Client, path: str, media_type: str
) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)


def test_pages_answer_head_and_refuse_what_they_do_not_know(client: Client) -> None:
    answers = [client.head("/"), client.delete("/"), client.get("/w/x/unlock")]

    assert [answer.status_code for answer in answers] == [200, 405, 405]
    assert all("text/html" in answer.headers["content-type"] for answer in answers)


@pytest.mark.parametrize(
    ("place", "expected"), [("w", "'none'"), ("videos/embed", "'self' course.example:*")]
)
def test_a_video_for_some_sites_is_streamed_and_framed_by_them_only(
    client: Client, db: Database, ada: User, place: str, expected: str
) -> None:
    entry = add_video(db, ada, allowed_domains=("course.example",))

    answer = client.get(f"/{place}/{short(entry)}")

    stream = f"/api/stream/{entry.video.embed_token}"
    assert f'"gate": "{stream}/token"' in answer.text
    assert "/media/" not in answer.text
    assert f"frame-ancestors {expected}" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize(("method", "lent"), [("HEAD", 0), ("GET", 1)])
@pytest.mark.parametrize("place", ["w", "videos/embed"])
def test_only_a_page_that_is_shown_lends_a_token(
    client: Client, db: Database, ada: User, place: str, method: str, lent: int
) -> None:
    entry = add_video(db, ada, privacy=Privacy.PASSWORD, allowed_domains=("course.example",))
    path = f"/{place}/{short(entry)}"
    client.post(f"{path}/unlock", data={"password": "sesame"})

    answer = client.request(method, path)

    with db.read() as tx:
        found = tx.execute(sa.select(embed_tokens.c.is_lent)).scalars().all()
    assert (answer.status_code, found) == (200, [True] * lent)


def test_a_page_has_the_logo_of_a_preset_from_this_server(
    client: Client, db: Database, ada: User
) -> None:
    look = Look(logo_url="https://logos.example/a.png")
    new = NewPreset(name="Mine", is_default=True, look=look)
    with db.begin() as tx:
        preset = add_preset(tx, actor_of(ada), new, now=NOON).uuid
    entry = add_video(db, ada)

    answer = client.get(f"/w/{short(entry)}")

    policy = answer.headers["content-security-policy"]
    assert "img-src 'self' data: blob:;" in policy
    assert f'"logo_url": "/presets/{preset}/logo?v=' in answer.text
    assert "logos.example" not in policy + answer.text
    assert '"viewer": null' in answer.text


@pytest.mark.parametrize(("known", "name"), [(True, "ada"), (False, "")])
def test_a_watermark_says_who_is_logged_in(
    client: Client, db: Database, ada: User, known: bool, name: str
) -> None:
    look = Look(watermark=Watermark(enabled=True))
    with db.begin() as tx:
        insert_preset(tx, ada.id, NewPreset(name="Mine", is_default=True, look=look), now=NOON)
    entry = add_video(db, ada)
    if known:
        log_in(client, db, ada)

    answer = client.get(f"/w/{short(entry)}")

    assert f'"viewer": {{"id": "{name}", "ip": "testclient"}}' in answer.text
    assert answer.headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize("privacy", [Privacy.PUBLIC, Privacy.UNLISTED, Privacy.PASSWORD])
def test_a_player_shows_a_token_where_not_everybody_may_see_the_video(
    client: Client, db: Database, ada: User, privacy: Privacy
) -> None:
    entry = add_video(db, ada, privacy=privacy)
    path = f"/w/{short(entry)}"
    if privacy is Privacy.PASSWORD:
        client.post(f"{path}/unlock", data={"password": "sesame"})

    page = client.get(path)

    told = re.findall(rf"/api/v1/videos/{entry.video.uuid}/views([^&\"]*)", page.text)
    shows_token = [suffix.startswith("?videoFileToken=") for suffix in told]
    assert (shows_token, page.headers["cache-control"]) == (
        ([True], "private, no-store") if privacy is Privacy.PASSWORD else ([False], "no-cache")
    )
