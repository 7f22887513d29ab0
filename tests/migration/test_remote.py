import pytest
from tests.fetch.loopback import names
from tests.migration.remotes import Answer, Asked, FakeServer, as_json, serving

from vitascope.fetch.errors import BadAnswer, BadUrl, Blocked, Unreachable
from vitascope.fetch.url import parse_url
from vitascope.migration.model import RemoteFile
from vitascope.migration.remote import connect, origin_of

SECRET = {"Authorization": "Bearer secret"}


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://Tube.example/", "https://tube.example"),
        ("https://tube.example:443/videos?x=1", "https://tube.example"),
        ("http://tube.example:8080", "http://tube.example:8080"),
        ("http://[::1]:9000/", "http://[::1]:9000"),
    ],
)
def test_a_server_is_called_the_same_however_it_is_written(url: str, origin: str) -> None:
    assert origin_of(parse_url(url)) == origin


async def test_the_named_server_may_be_private_and_nothing_else() -> None:
    with serving(FakeServer({"/here": as_json({"a": 1})})) as server:
        server.routes["/away"] = Answer(
            b"", 302, (("Location", f"http://127.0.0.2:{server.port}/here"),)
        )
        async with connect(server.url, SECRET) as remote:
            found = await remote.get("/here", dict[str, int])
            with pytest.raises(Blocked):
                await remote.get("/away", dict[str, int])
            with pytest.raises(Blocked):
                await remote.get_small(RemoteFile(url="http://10.0.0.1/x", headers={}))

    assert found == {"a": 1}
    assert server.paths() == ["/here", "/away"]


async def test_networks_that_the_operator_allows_are_fetched_from_too() -> None:
    with serving(FakeServer({"/here": as_json({})})) as server:
        url = f"http://127.0.0.2:{server.port}/here"
        async with connect(server.url, SECRET, networks=["127.0.0.2/32"]) as remote:
            # Nothing listens there: it was let through and not refused.
            with pytest.raises(Unreachable):
                await remote.client.get(url)


async def test_a_name_is_allowed_at_the_addresses_it_has_now() -> None:
    with serving(FakeServer({"/here": as_json({"a": 1})})) as server:
        url = f"http://tube.example:{server.port}"
        resolver = names({"tube.example": ["127.0.0.1"], "other.example": ["127.0.0.3"]})
        async with connect(url, SECRET, resolver=resolver) as remote:
            found = await remote.get("/here", dict[str, int])
            with pytest.raises(Blocked):
                await remote.get_small(RemoteFile(url="http://other.example/", headers={}))

    assert found == {"a": 1}


@pytest.mark.parametrize(
    ("url", "error"),
    [("ftp://tube.example", BadUrl), ("http://nowhere.example", Unreachable)],
)
async def test_an_address_that_leads_nowhere_is_refused(
    url: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        async with connect(url, SECRET, resolver=names({})):
            pass


async def test_the_secret_goes_to_the_server_alone() -> None:
    with serving(FakeServer()) as server:
        async with connect(server.url, SECRET) as remote:
            remote.also_called("tube.example")
            files = [
                remote.file(address)
                for address in (
                    "/a.mp4",
                    "https://tube.example/b.mp4?c=d",
                    "https://cdn.example/e",
                )
            ]

    assert files == [
        RemoteFile(url=f"{server.url}/a.mp4", headers=SECRET),
        RemoteFile(url=f"{server.url}/b.mp4?c=d", headers=SECRET),
        RemoteFile(url="https://cdn.example/e", headers={}),
    ]


async def test_a_server_that_is_busy_is_asked_again() -> None:
    left = [Answer(b"", 429), Answer(b"", 503)]

    def busy_at_first(_: Asked) -> Answer:
        return left.pop() if left else as_json([7])

    with serving(FakeServer({"/list": busy_at_first})) as server:
        async with connect(server.url, SECRET, pauses_s=(0, 0)) as remote:
            found = await remote.get("/list", list[int])

    assert found == [7]
    assert [asked.headers["authorization"] for asked in server.asked] == ["Bearer secret"] * 3


async def test_what_cannot_become_better_is_not_asked_again() -> None:
    with serving(FakeServer({"/odd": as_json({"a": "b"})})) as server:
        async with connect(server.url, SECRET) as remote:
            with pytest.raises(BadAnswer, match="404"):
                await remote.get("/none", list[int])
            with pytest.raises(BadAnswer, match="something else"):
                await remote.get("/odd", list[int])
            missing = await remote.find("/none", list[int])

    assert missing is None
    assert server.paths() == ["/none", "/odd", "/none"]


async def test_a_cookie_is_read_from_a_page() -> None:
    cookies = (("Set-Cookie", "a=1"), ("Set-Cookie", "vc_media=x.y.z; Path=/; HttpOnly"))
    with serving(FakeServer({"/v/1": Answer(b"", 200, cookies), "/v/2": Answer()})) as server:
        async with connect(server.url, {}) as remote:
            found = [await remote.get_cookie(f"/v/{number}", "vc_media") for number in (1, 2)]

    assert found == ["x.y.z", None]
