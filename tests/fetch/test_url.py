import pytest

from vitascope.fetch.errors import BadUrl, Problem
from vitascope.fetch.url import MOST_CHARACTERS, Address, parse_url


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://example.org", ("http", "example.org", 80, "http://example.org")),
        ("HTTPS://Example.ORG/A", ("https", "example.org", 443, "https://example.org/A")),
        ("http://a.org:8080/x?y=1#z", ("http", "a.org", 8080, "http://a.org:8080/x?y=1")),
        ("http://a.org:1/", ("http", "a.org", 1, "http://a.org:1/")),
        ("http://a.org:65535/", ("http", "a.org", 65535, "http://a.org:65535/")),
        ("http://a.org:/", ("http", "a.org", 80, "http://a.org/")),
        ("http://a_b.org./", ("http", "a_b.org.", 80, "http://a_b.org./")),
        (
            "http://bücher.example/ü",
            ("http", "xn--bcher-kva.example", 80, "http://xn--bcher-kva.example/%C3%BC"),
        ),
        ("http://a。example/", ("http", "a.example", 80, "http://a.example/")),
        ("http://[2606:4700::1]/", ("http", "2606:4700::1", 80, "http://[2606:4700::1]/")),
        ("http://1.1.1.1:81/", ("http", "1.1.1.1", 81, "http://1.1.1.1:81/")),
        ("http://a.org/%2e%2e/b%0a", ("http", "a.org", 80, "http://a.org/%2e%2e/b%0a")),
    ],
)
def test_a_good_url_is_taken_apart(text: str, address: tuple[str, str, int, str]) -> None:
    scheme, host, port, url = address

    parsed = parse_url(text)

    assert parsed == Address(scheme=scheme, host=host, port=port, url=url)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem.SCHEME),
        ("example.org/x", Problem.SCHEME),
        ("//example.org/x", Problem.SCHEME),
        ("ftp://example.org/x", Problem.SCHEME),
        ("file:///etc/passwd", Problem.SCHEME),
        ("gopher://example.org/", Problem.SCHEME),
        ("data:text/plain,x", Problem.SCHEME),
        ("http:", Problem.HOST),
        ("http:example.org", Problem.HOST),
        ("http:///x", Problem.HOST),
        ("http://?x", Problem.HOST),
        ("http://:80/", Problem.HOST),
        ("http://a..b/", Problem.HOST),
        ("http://.a/", Problem.HOST),
        ("http://999.1.1.1/", Problem.HOST),
        ("http://\uff11\uff12\uff17.0.0.1/", Problem.HOST),
        ("http://☃.example/", Problem.HOST),
        ("http://ex%61mple.org/", Problem.HOST),
        ("http://127.0.0.1%00.example.org/", Problem.HOST),
        ("http://[::1/", Problem.HOST),
        ("http://[fe80::1%25eth0]/", Problem.HOST),
        (f"http://{'a' * 64}.org/", Problem.HOST),
        (f"http://{'a.' * 130}org/", Problem.HOST),
        ("http://a.org:0/", Problem.PORT),
        ("http://a.org:65536/", Problem.PORT),
        ("http://a.org:999999/", Problem.PORT),
        ("http://a.org:-1/", Problem.PORT),
        ("http://a.org:http/", Problem.PORT),
        ("http://user:word@a.org/", Problem.CREDENTIALS),
        ("http://user@a.org/", Problem.CREDENTIALS),
        ("http://good.org@127.0.0.1/", Problem.CREDENTIALS),
        (" http://a.org/", Problem.CHARACTERS),
        ("http://a.org/ b", Problem.CHARACTERS),
        ("http://a.org/\r\nHost: b", Problem.CHARACTERS),
        ("http://a.org\t/", Problem.CHARACTERS),
        ("http://a.org/\x00", Problem.CHARACTERS),
        ("http://a.org/\x85", Problem.CHARACTERS),
        ("http://a.org\\@b.org/", Problem.CHARACTERS),
        pytest.param("http://a.org/" + "x" * MOST_CHARACTERS, Problem.LENGTH, id="long"),
    ],
)
def test_a_bad_url_is_refused_for_a_reason(text: str, problem: Problem) -> None:
    with pytest.raises(BadUrl) as caught:
        parse_url(text)

    assert (caught.value.problem, caught.value.permanent) == (problem, True)


def test_the_origin_is_without_path() -> None:
    here, there = parse_url("http://a.org/x"), parse_url("http://a.org:80/y")

    origins = here.origin, there.origin

    assert origins == (("http", "a.org", 80), ("http", "a.org", 80))
