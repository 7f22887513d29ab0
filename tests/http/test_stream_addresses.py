import pytest

from vitascope.http.stream_addresses import framers, stream_files, stream_gate

TOKEN = "0123456789abcdef" * 2


def test_everything_of_a_stream_is_below_its_token() -> None:
    file = stream_files(TOKEN)

    names = ["master.m3u8", "poster.jpg", "captions/en.vtt", "status"]
    below = f"/api/stream/{TOKEN}"
    assert [stream_gate(TOKEN), *map(file, names)] == [
        f"{below}/token",
        f"{below}/playlist",
        f"{below}/file/poster.jpg",
        f"{below}/file/captions/en.vtt",
        f"{below}/file/status",
    ]


@pytest.mark.parametrize(
    ("domains", "expected"),
    [
        (None, None),
        ((), ("'self'",)),
        (("a.example", "*.b.example:8080"), ("'self'", "a.example:*", "*.b.example:8080")),
    ],
)
def test_frames_are_for_the_named_sites_and_our_own_or_for_everybody(
    domains: tuple[str, ...] | None, expected: tuple[str, ...] | None
) -> None:
    assert framers(domains) == expected
