import pytest

from vitascope.fetch.filename import clean_filename, filename_of

URL = "https://a.example/videos/from%20the%20path.mp4?name=query.mp4"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="plain.mp4"', "plain.mp4"),
        ("attachment; filename=token.mp4", "token.mp4"),
        ('inline; FILENAME="shouting.mp4"', "shouting.mp4"),
        ('attachment; filename="with \\"quotes\\".mp4"', 'with "quotes".mp4'),
        ("attachment; filename*=UTF-8''na%C3%AFve%20%E2%82%AC.mp4", "naïve €.mp4"),
        ("attachment; filename*=iso-8859-1'en'caf%E9.mp4", "café.mp4"),
        ("attachment; filename=\"old.mp4\"; filename*=UTF-8''new.mp4", "new.mp4"),
        ("attachment; filename*=UTF-8''new.mp4; filename=\"old.mp4\"", "new.mp4"),
        ("attachment; filename*=klingon''x.mp4", "x.mp4"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\videos\\\\a.mp4"', "a.mp4"),
        ("attachment; filename*=UTF-8''..%2F..%2Fup.mp4", "up.mp4"),
        ('attachment; filename=".."', "from the path.mp4"),
        ('attachment; filename=""', "from the path.mp4"),
        ("attachment", "from the path.mp4"),
        ("", "from the path.mp4"),
        (None, "from the path.mp4"),
        (";;=;filename", "from the path.mp4"),
    ],
)
def test_the_header_names_the_file_before_the_path(header: str | None, name: str) -> None:
    found = filename_of(URL, header)

    assert found == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/x/y.webm#f", "y.webm"),
        ("https://a.example/x%2Fy.webm", "y.webm"),
        ("https://a.example/", "a.example"),
        ("https://a.example", "a.example"),
        ("https://a.example/folder/", "a.example"),
        ("https://a.example/%00%1b.mp4", "mp4"),
    ],
)
def test_the_url_names_a_file_without_header(url: str, name: str) -> None:
    found = filename_of(url, None)

    assert found == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a\x00b\x1f\x7f\x9f.mp4", "ab.mp4"),
        ("gpj.\u202e4pm", "gpj.4pm"),
        ("  a \t\n b.mp4 ", "a b.mp4"),
        (".hidden", "hidden"),
        ("...", ""),
        ("a" * 200, "a" * 128),
        ("a" * 200 + ".mp4", "a" * 124 + ".mp4"),
        ("a" * 200 + "." + "b" * 40, "a" * 112 + "." + "b" * 15),
        ("ü" * 128, "ü" * 128),
    ],
)
def test_a_name_is_cleaned(text: str, name: str) -> None:
    cleaned = clean_filename(text)

    assert cleaned == name
