"""Uploads through the studio's page, in a real browser, to a real server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page
from tests.journeys.server import PASSWORD, Peertube, Server, vitascope, wait_for
from tests.journeys.studio import (
    PIECE_BYTES,
    choose,
    draw_large_clip,
    goes_on_after,
    hash_of,
    log_in,
    open_uploads,
    pieces_of,
    row,
    sources_of,
    wait_until_watchable,
    watch,
)
from tests.web.browser import Record, shoot
from tests.web.test_player import video

from vitascope.media.ffmpeg import Tools

pytestmark = [pytest.mark.journey, pytest.mark.media, pytest.mark.browser]


@pytest.fixture(scope="module")
def clips(tools: Tools, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two clips of three pieces each."""
    folder = tmp_path_factory.mktemp("clips")
    names = ["first film.mp4", "second film.mp4"]
    return [draw_large_clip(tools, folder / name, seed=n) for n, name in enumerate(names)]


@pytest.fixture(scope="module")
def coming(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    """The server of the next test, which starts while this one runs."""
    coming = [launched(tmp_path_factory)]
    yield coming
    coming[0].kill()


@pytest.fixture
def server(coming: list[Server], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = coming.pop().start()
    coming.append(launched(tmp_path_factory))
    yield server
    server.kill()


def launched(folders: pytest.TempPathFactory) -> Server:
    folder = folders.mktemp("studio")
    return Server(folder / "data", {"VITASCOPE_RESOLUTIONS": "360,240"}).launch()


def test_two_files_become_two_films_that_play(
    server: Server, context: BrowserContext, page: Page, record: Record, clips: list[Path]
) -> None:
    open_uploads(page, server)

    choose(page, *clips)
    wait_until_watchable(page, "first film.mp4", "second film.mp4")
    shoot(page, "studio-uploads")
    page.reload()
    wait_until_watchable(page, "first film.mp4", "second film.mp4")
    film = watch(context, page, "second film.mp4")
    film.locator("media-controller .vp-big").click()
    wait_for(lambda: video(film, "v.currentTime > 1"), "the film moves")

    assert film.title() == "second film | Vitascope"
    assert video(film, "v.webkitAudioDecodedByteCount > 0") is True
    assert sources_of(server) == {clip.stem: hash_of(clip) for clip in clips}
    assert record == Record(origins={server.url}, complaints=[])


def test_an_upload_is_paused_and_goes_on_where_it_was(
    server: Server, page: Page, clips: list[Path]
) -> None:
    clip = clips[0]
    share = 100 * PIECE_BYTES // clip.stat().st_size
    titled = f"{share} % | Upload | Vitascope"
    open_uploads(page, server)

    with pieces_of(page, passing=1) as before:
        choose(page, clip)
        before.wait_for_held(page)
        # The page counts a piece some moments after the server has taken it.
        wait_for(lambda: page.title() == titled, "the title says how much has arrived")
        page.get_by_role("button", name=f"Pause {clip.name}").click()
        row(page, clip.name).get_by_text("Paused", exact=True).wait_for()
    with pieces_of(page) as after:
        page.get_by_role("button", name=f"Resume {clip.name}").click()
        wait_until_watchable(page, clip.name)

    assert before.offsets == [0]
    assert goes_on_after(PIECE_BYTES, after, clip)
    assert sources_of(server) == {clip.stem: hash_of(clip)}


def test_a_closed_tab_loses_nothing_that_has_arrived(
    server: Server, context: BrowserContext, page: Page, clips: list[Path]
) -> None:
    clip = clips[0]
    open_uploads(page, server)
    with pieces_of(page, passing=1) as before:
        choose(page, clip)
        before.wait_for_held(page)
        page.get_by_role("button", name=f"Edit details of {clip.name}").click()
        page.get_by_label("Description").fill("Typed before the tab was closed")
        row(page, clip.name).get_by_text("Saved", exact=True).wait_for()
        page.close()

    again = context.new_page()
    again.goto(f"{server.url}/studio/upload")
    row(again, clip.name).get_by_text("Choose the file again to go on.").wait_for()
    shoot(again, "studio-interrupted")
    again.get_by_role("button", name=f"Edit details of {clip.name}").click()
    kept = again.get_by_label("Description").input_value()
    with pieces_of(again) as after:
        choose(again, clip)
        wait_until_watchable(again, clip.name)

    assert kept == "Typed before the tab was closed"
    assert goes_on_after(PIECE_BYTES, after, clip)
    assert again.locator("li.upload").count() == 1
    assert sources_of(server) == {clip.stem: hash_of(clip)}


def test_another_file_is_not_taken_for_the_one_that_is_awaited(
    server: Server, context: BrowserContext, page: Page, clips: list[Path]
) -> None:
    first, second = clips
    open_uploads(page, server)
    with pieces_of(page, passing=1) as before:
        choose(page, first)
        before.wait_for_held(page)
        page.close()

    again = context.new_page()
    again.goto(f"{server.url}/studio/upload")
    with again.expect_file_chooser() as dialog:
        again.get_by_role("button", name=f"Choose {first.name} again").click()
    dialog.value.set_files(second)

    said = f"This is another file. Choose {first.name} again."
    row(again, first.name).get_by_text(said).wait_for()
    assert again.locator("li.upload").count() == 1


def test_what_is_typed_during_the_upload_is_in_the_video(
    server: Server, page: Page, clips: list[Path]
) -> None:
    clip = clips[0]
    open_uploads(page, server)

    with pieces_of(page, passing=1) as pieces:
        choose(page, clip)
        pieces.wait_for_held(page)
        page.get_by_role("button", name=f"Edit details of {clip.name}").click()
        page.get_by_label("Title").fill("A quarry in spring")
        page.get_by_label("Tags").fill("quarry, spring")
        page.get_by_label("Who may watch it").select_option("public")
        page.get_by_label("Language").select_option("fr")
        row(page, clip.name).get_by_text("Saved", exact=True).wait_for()
        pieces.held[0].continue_()
    wait_until_watchable(page, clip.name)
    page.get_by_label("Description").fill("Typed when it was watchable")
    row(page, clip.name).get_by_text("Saved", exact=True).wait_for()

    peertube = Peertube(server).log_in()
    (found,) = peertube.get("/videos")["data"]
    told = peertube.get(f"/videos/{found['uuid']}")
    assert (told["name"], told["description"], told["tags"], told["language"]["id"]) == (
        "A quarry in spring",
        "Typed when it was watchable",
        ["quarry", "spring"],
        "fr",
    )


def test_the_page_outlives_a_server_that_is_killed(
    server: Server, page: Page, clips: list[Path]
) -> None:
    clip = clips[0]
    open_uploads(page, server)

    with pieces_of(page, passing=1) as before:
        choose(page, clip)
        before.wait_for_held(page)
        server.kill()
    with pieces_of(page) as after:
        with page.expect_event("requestfailed", lambda failed: failed.method == "HEAD"):
            page.title()
        server.start()
        wait_until_watchable(page, clip.name)

    assert goes_on_after(PIECE_BYTES, after, clip)
    assert sources_of(server) == {clip.stem: hash_of(clip)}


def test_a_file_that_is_no_video_says_why_and_can_be_dropped(
    server: Server, page: Page, tmp_path: Path
) -> None:
    text = tmp_path / "words.mp4"
    text.write_text("These are words and no film.\n" * 100)
    open_uploads(page, server)

    choose(page, text)
    page.get_by_role("button", name="Retry words.mp4").wait_for()
    said = row(page, "words.mp4").locator(".wrong").inner_text()
    shoot(page, "studio-refused")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Cancel words.mp4").click()
    row(page, "words.mp4").wait_for(state="detached")

    assert said.endswith(" Choose a video or audio file.")
    assert list(server.data.glob("uploads/*")) == []


def test_a_quota_that_is_too_small_says_what_is_used(
    server: Server, page: Page, clips: list[Path]
) -> None:
    words = ["user", "add", "eve", "--password", PASSWORD, "--quota", "1000000"]
    made = vitascope([*words, "--data", str(server.data)], {})
    assert made.returncode == 0, made.stderr
    open_uploads(page, server, name="eve")

    choose(page, clips[0])
    page.get_by_role("button", name=f"Retry {clips[0].name}").wait_for()

    assert row(page, clips[0].name).locator(".wrong").inner_text() == (
        "This does not fit: 0 bytes of your 1.0 MB are used. "
        "Delete what you need no more, or ask for more room."
    )


def test_leaving_during_an_upload_is_asked_about(
    server: Server, page: Page, clips: list[Path]
) -> None:
    open_uploads(page, server)
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)

    with pieces_of(page, passing=1) as pieces:
        choose(page, clips[0])
        pieces.wait_for_held(page)
        page.get_by_role("link", name="Imports").click()
        page.wait_for_url("**/studio/imports")

    assert asked == ["beforeunload"]


def test_without_scripts_a_file_is_uploaded_all_the_same(
    server: Server, browser: Browser, clips: list[Path]
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    log_in(page, server, "/studio/upload")

    page.get_by_label("Video or audio file").set_input_files(clips[0])
    page.get_by_label("Title").fill("Without scripts")
    page.get_by_role("button", name="Upload", exact=True).click()
    page.wait_for_url("**/w/*")

    assert page.locator("h1").inner_text() == "Without scripts"
    assert sources_of(server) == {"Without scripts": hash_of(clips[0])}
    plain.close()
