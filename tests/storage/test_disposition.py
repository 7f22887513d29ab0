import pytest

from vitascope.storage.disposition import attachment


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("clip 1.mp4", 'attachment; filename="clip 1.mp4"'),
        ("é.mp4", "attachment; filename=\"_.mp4\"; filename*=UTF-8''%C3%A9.mp4"),
        ('a"b', "attachment; filename=\"a_b\"; filename*=UTF-8''a%22b"),
        (
            "a\r\nX: y",
            "attachment; filename=\"a__X_ y\"; filename*=UTF-8''a%0D%0AX%3A%20y",
        ),
        ("\udce9", "attachment; filename=\"_\"; filename*=UTF-8''%3F"),
    ],
)
def test_a_file_name_survives_in_a_header(filename: str, expected: str) -> None:
    header = attachment(filename)

    assert header == expected
