import pytest

from vitascope.base.errors import Invalid
from vitascope.core.videos.domains import (
    check_domains,
    common_domains,
    frame_sources,
    is_shown_on,
    site_of,
)


def test_domains_are_kept_in_lower_case_and_once() -> None:
    given = [" Example.com", "*.Example.com", "example.com", "localhost:3000", "10.0.0.1"]

    kept = check_domains(given)

    assert kept == ("example.com", "*.example.com", "localhost:3000", "10.0.0.1")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("b\u00fccher.example", "xn--bcher-kva.example"),
        ("*.STRASSE.stra\u00dfe.example:80", "*.strasse.xn--strae-oqa.example:80"),
        ("a\u3002b", "a.b"),
        ("my_app.example", "my_app.example"),
        ("_dev.localhost:3000", "_dev.localhost:3000"),
        ("example.com.", "example.com"),
        ("example.com.:8080", "example.com:8080"),
    ],
)
def test_domains_are_kept_as_browsers_write_them(given: str, kept: str) -> None:
    assert check_domains([given]) == (kept,)


@pytest.mark.parametrize("domain", ["[::1]", "[::1]:3000"])
def test_why_addresses_of_ipv6_are_refused_is_said(domain: str) -> None:
    with pytest.raises(Invalid, match="sites at IPv6 addresses need a name"):
        check_domains([domain])


@pytest.mark.parametrize(
    "domain",
    [
        "",
        "https://example.com",
        "example.com/path",
        "*",
        "*.",
        "a.*.com",
        "-a.com",
        "a b.com",
        "example.com:0",
        "example.com:70000",
        "exa mple.com; script-src *",
        "a" * 64 + ".com",
        "example.com..",
        ".",
        "-\u00fc.com",
        "\u2603.com",
        "\u00fc" * 70 + ".com",
        "\u00fc." * 200,
    ],
)
def test_what_is_no_domain_is_refused(domain: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_domains(["good.example", domain])

    assert refused.value.field == "allowed_domains"


def test_a_hundred_domains_are_enough() -> None:
    check_domains([f"a{number}.example" for number in range(100)])

    with pytest.raises(Invalid):
        check_domains([f"a{number}.example" for number in range(101)])


@pytest.mark.parametrize(
    ("origin", "referer", "site"),
    [
        ("https://example.com", "https://other.example/page", "example.com:443"),
        (None, "http://Example.com:8080/page?x=1", "example.com:8080"),
        ("null", "http://example.com/", "example.com:80"),
        ("null", None, None),
        (None, None, None),
        ("", "", None),
        ("https://example.com.", None, "example.com:443"),
        ("android-app://com.example", None, None),
        ("https://example.com:99999", None, None),
        ("https://[::1", None, None),
    ],
)
def test_a_site_is_what_origin_says_or_else_referer(
    origin: str | None, referer: str | None, site: str | None
) -> None:
    assert site_of(origin, referer) == site


@pytest.mark.parametrize(
    ("domains", "site", "shown"),
    [
        ((), None, True),
        (("example.com",), None, False),
        (("example.com",), "example.com:443", True),
        (("example.com",), "www.example.com:443", False),
        (("*.example.com",), "www.example.com:443", True),
        (("*.example.com",), "a.b.example.com:443", True),
        (("*.example.com",), "example.com:443", False),
        (("*.example.com",), "badexample.com:443", False),
        (("example.com:8080",), "example.com:8080", True),
        (("example.com:8080",), "example.com:443", False),
        (("a.example", "b.example"), "b.example:80", True),
    ],
)
def test_a_video_is_shown_on_the_sites_it_names(
    domains: tuple[str, ...], site: str | None, shown: bool
) -> None:
    assert is_shown_on(domains, site) is shown


@pytest.mark.parametrize(
    ("some", "others", "both"),
    [
        ((), (), None),
        (("a.example",), (), ("a.example",)),
        ((), ("a.example",), ("a.example",)),
        (("a.example", "b.example"), ("b.example",), ("b.example",)),
        (("*.example.com",), ("www.example.com", "other.org"), ("www.example.com",)),
        (("*.example.com",), ("*.a.example.com",), ("*.a.example.com",)),
        (("*.example.com",), ("example.com",), ()),
        (("example.com",), ("example.com:8080",), ("example.com:8080",)),
        (("a.example",), ("b.example",), ()),
    ],
)
def test_two_lists_come_to_what_is_in_both(
    some: tuple[str, ...], others: tuple[str, ...], both: tuple[str, ...] | None
) -> None:
    assert common_domains(some, others) == both


def test_a_policy_names_any_port_where_none_is_given() -> None:
    sources = frame_sources(("example.com", "*.example.com", "localhost:3000"))

    assert sources == ("example.com:*", "*.example.com:*", "localhost:3000")
