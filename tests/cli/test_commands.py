import io
import json
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Said

from vitascope.app import DIALECTS


def test_a_misspelt_setting_stops_with_a_hint(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITASCOPE_PUBLIC_ULR", "https://video.example")

    said = run("doctor")

    assert (said.exit_code, said.err) == (
        1,
        "vitascope: Unknown setting VITASCOPE_PUBLIC_ULR; did you mean public_url?\n",
    )


def test_a_key_is_shown_once_listed_by_its_beginning_and_revoked(run: Run) -> None:
    run("migrate")
    unknown = run("key", "create", "mine")
    made_root(run)

    key = run("key", "create", "mine", "--permission", "read").out.strip()
    listed = run("key", "list")
    revoked = run("key", "revoke", "1")
    again = run("key", "revoke", "1")

    assert (unknown.exit_code, unknown.err) == (1, "vitascope: No such user: root\n")
    assert len(key) == len("vsrc_") + 48
    assert key[:12] in listed.out
    assert key not in listed.out
    assert revoked.out == "Key 1 is revoked.\n"
    assert (again.exit_code, again.err) == (1, "vitascope: No such key: 1\n")


@pytest.mark.parametrize("kind", ["ak", "avc", "vsrc"])
def test_a_key_of_each_api_can_be_made_until_a_day(run: Run, kind: str) -> None:
    run("migrate")
    made_root(run)

    key = run("key", "create", "[red]mine", "--kind", kind, "--expires", "2999-01-31")
    late = run("key", "create", "mine", "--kind", kind, "--expires", "2001-01-31")
    row = run("key", "list").out.splitlines()[3]

    assert key.out.startswith(f"{kind}_")
    assert (late.exit_code, late.err) == (1, "vitascope: A key has to expire in the future\n")
    cells = [cell.strip() for cell in row.strip("│").split("│")]
    assert cells[:3] == ["1", "[red]mine", kind]
    assert cells[6:] == ["2999-01-31", "never"]


def test_a_key_from_elsewhere_is_read_from_the_standard_input(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("migrate")
    made_root(run)

    def send(text: bytes, *words: str) -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        return run("key", "import", "theirs", *words)

    taken = send(b"sk-0123456789abcdef\r\n", "--kind", "vsrc", "--permission", "read")
    again = send(b"sk-0123456789abcdef")
    empty = send(b"")
    other = send(b"sk-another", "--kind", "avc")
    row = run("key", "list").out.splitlines()[3]

    assert (taken.exit_code, taken.out) == (0, "Key 1 opens vsrc for root.\n")
    assert again.err == "vitascope: There is such a key already\n"
    assert empty.err.startswith("vitascope: A key from elsewhere has 8 to 512 printable")
    assert other.err == "vitascope: Only keys of vsrc can come from elsewhere\n"
    cells = [cell.strip() for cell in row.strip("│").split("│")]
    assert cells[:5] == ["1", "theirs", "vsrc", "sk-0…", "read"]


@pytest.mark.process
def test_doctor_finds_nothing_wrong_with_a_fresh_folder(run: Run) -> None:
    run("migrate")

    said = run("doctor")

    assert said.exit_code == 0
    assert "bad" not in said.out
    for subject in ("Python", "ffmpeg", "Disk", "Database", "Storage", "Work", "Address"):
        assert subject in said.out


@pytest.mark.process
def test_doctor_says_what_to_do_about_an_encoder_that_does_not_work(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITASCOPE_VIDEO_ENCODER", "h264-nvenc")

    said = run("doctor")

    assert said.exit_code == 1
    assert "h264-nvenc does not work on this machine" in said.out


def test_a_worker_without_postgresql_says_what_it_needs(run: Run) -> None:
    said = run("worker")

    assert said.exit_code == 1
    assert "Workers need PostgreSQL" in said.err


def test_routes_lists_every_dialect(run: Run) -> None:
    routes = json.loads(run("routes", "--json").out)

    assert {route["dialect"] for route in routes} == set(DIALECTS)
    assert {"dialect": "peertube", "method": "POST", "path": "/api/v1/videos/upload"} in routes
    assert all(set(route) == {"dialect", "method", "path"} for route in routes)


@pytest.mark.process
def test_add_refuses_a_file_that_is_no_video_and_keeps_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")
    text = tmp_path / "text.mp4"
    text.write_text("This is no film.")

    said = run("add", str(text))

    assert said.exit_code == 1
    assert "not a video or audio file" in said.err
    assert text.read_text() == "This is no film."
    assert list((tmp_path / "data" / "incoming").iterdir()) == []


def test_add_says_which_file_there_is_not(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITASCOPE_ADMIN_PASSWORD", "long enough")

    said = run("add", "missing.mp4")

    assert said.exit_code == 1
    assert "missing.mp4" in said.err


def made_root(run: Run) -> None:
    run("add", "missing.mp4")
