import pytest

from vitascope.core.registration.model import SignupPolicy

OURS, THEIRS = ("192.0.2.0/24", "2001:db8::/32"), ("192.0.2.128/25", "203.0.113.9/32")


@pytest.mark.parametrize(
    ("allowed", "refused", "address", "is_admitted"),
    [
        ((), (), "192.0.2.1", True),
        ((), (), "", True),
        ((), THEIRS, "192.0.2.1", True),
        ((), THEIRS, "192.0.2.200", False),
        ((), THEIRS, "203.0.113.9", False),
        ((), THEIRS, "2001:db8::1", True),
        (OURS, (), "192.0.2.1", True),
        (OURS, (), "2001:db8::1", True),
        (OURS, (), "2001:db9::1", False),
        (OURS, (), "198.51.100.1", False),
        (OURS, THEIRS, "192.0.2.1", True),
        (OURS, THEIRS, "192.0.2.200", False),
        (OURS, (), "::ffff:192.0.2.1", True),
        ((), THEIRS, "::ffff:203.0.113.9", False),
        (OURS, (), "", False),
        ((), THEIRS, "testclient", False),
    ],
)
def test_networks_admit_and_refuse(
    allowed: tuple[str, ...], refused: tuple[str, ...], address: str, *, is_admitted: bool
) -> None:
    policy = SignupPolicy(allowed_networks=allowed, refused_networks=refused)

    assert policy.admits(address) is is_admitted
