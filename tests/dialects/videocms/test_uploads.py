from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.sending import UPLOADS, VERSION, announce, begin, described, sent

from vitascope.dialects.videocms.uploads import is_upload


def test_a_part_may_say_nothing_of_the_file(client: Client, his: Headers) -> None:
    answer = announce(client, his, 6, Upload_Concat="partial", **{"Upload-Metadata": ""})

    assert answer.status_code == 201


def test_parts_that_were_never_named_become_the_file_that_is(
    client: Client, his: Headers
) -> None:
    nothing = {"Upload-Metadata": ""}
    parts = [
        sent(client, his, data, Upload_Concat="partial", **nothing) for data in (b"a", b"b")
    ]

    path = begin(client, his, 2, Upload_Concat=f"final;{parts[0]} {parts[1]}")

    (session,) = client.get(f"{UPLOADS}/sessions", headers=his).json()
    assert (path.rpartition("/")[2], session["Name"]) == (session["TusID"], "film.mp4")


def test_the_name_may_be_called_so(client: Client, his: Headers) -> None:
    answer = announce(client, his, 6, **described(name="my film.mkv"))

    (session,) = client.get(f"{UPLOADS}/sessions", headers=his).json()
    assert (answer.status_code, session["Name"]) == (201, "my film.mkv")


def test_the_top_folder_is_the_number_zero(client: Client, his: Headers) -> None:
    top = described(filename="film.mp4", parent_folder_id="0")

    assert announce(client, his, 6, **top).status_code == 201


def test_a_first_chunk_may_come_along(client: Client, his: Headers) -> None:
    headers = {
        **VERSION,
        **his,
        **described(filename="film.mp4"),
        "Upload-Length": "6",
        "Content-Type": "application/offset+octet-stream",
    }

    answer = client.post(UPLOADS, headers=headers, content=b"abc")

    assert (answer.status_code, answer.headers["upload-offset"]) == (201, "3")


def test_uploads_are_what_lies_at_their_path_and_below() -> None:
    paths = ["/api/uploads", "/api/uploads/1", "/api/uploadsx", "/api/upload", ""]

    assert [is_upload(path) for path in paths] == [True, True, False, False, False]
