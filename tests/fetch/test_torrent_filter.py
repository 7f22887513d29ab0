from ipaddress import ip_address

import libtorrent as lt
import pytest

from vitascope.fetch.guard import Guard
from vitascope.fetch.ranges import METADATA
from vitascope.fetch.torrent_filter import filter_rules

ALLOWED = ["10.1.0.0/16", "169.254.0.0/16", "127.0.0.1/32", "fd00:ec2::254/128", "fd00:1::/64"]
SAMPLES = ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00::1", "::", "::1", "4000::", "ff02::1"]


def addresses_around_rules(allowed: list[str]) -> list[str]:
    """Both ends of every rule and those beside them, where a mistake of one would show."""
    found = {ip_address(sample) for sample in SAMPLES} | set(METADATA)
    for rule in filter_rules(allowed):
        for end in (ip_address(rule.first), ip_address(rule.last)):
            found |= {
                end + step for step in (-1, 0, 1) if 0 <= int(end) + step < 2**end.max_prefixlen
            }
    return sorted(str(ip) for ip in found)


@pytest.mark.parametrize("allowed", [[], ["127.0.0.0/8"], ALLOWED])
def test_a_swarm_may_go_exactly_where_the_guard_lets_it(allowed: list[str]) -> None:
    guard = Guard(allowed)
    addresses = lt.ip_filter()
    for rule in filter_rules(allowed):
        addresses.add_rule(rule.first, rule.last, int(rule.is_blocked))

    samples = addresses_around_rules(allowed)
    let_through = [sample for sample in samples if not addresses.access(sample)]

    assert len(samples) > 80
    assert let_through == [sample for sample in samples if guard.passes(ip_address(sample))]


def test_a_mapped_form_is_never_needed() -> None:
    addresses = lt.ip_filter()
    for rule in filter_rules(["127.0.0.0/8"]):
        addresses.add_rule(rule.first, rule.last, int(rule.is_blocked))

    blocked = [addresses.access(text) for text in ("::ffff:127.0.0.1", "::ffff:8.8.8.8")]

    assert blocked == [1, 1]


def test_what_is_no_network_cannot_be_allowed() -> None:
    with pytest.raises(ValueError, match="home"):
        filter_rules(["home"])
