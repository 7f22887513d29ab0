import pytest
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON

from vitascope.core.settings.queries import write_settings
from vitascope.http.runtime import Runtime

ALLOWED = (
    "*, Authorization, Content-Type, Tus-Resumable, Upload-Length, Upload-Offset, "
    "Upload-Metadata, Upload-Concat, Upload-Defer-Length, Upload-Checksum, "
    "X-HTTP-Method-Override"
)
EXPOSED = (
    "Location, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, Upload-Expires, "
    "Tus-Checksum-Algorithm, Upload-Length, Upload-Offset, Upload-Metadata, Upload-Concat, "
    "Upload-Defer-Length, X-Request-ID"
)
PREFLIGHT = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS",
    "access-control-allow-headers": ALLOWED,
    "access-control-max-age": "7200",
}
PREFIX = "access-control-"


@pytest.mark.parametrize("path", ["/api/auth/login", "/api/users/1", "/api/no/such"])
@pytest.mark.parametrize("headers", [{}, {"Origin": "https://other.example"}])
def test_every_options_request_is_answered_at_once(
    client: Client, path: str, headers: Headers
) -> None:
    answer = client.options(path, headers=headers)

    assert (answer.status_code, answer.content) == (204, b"")
    assert dict(answer.headers) == PREFLIGHT


@pytest.mark.parametrize("path", ["/api/uploads", "/api/uploads/", f"/api/uploads/{'0' * 32}"])
def test_options_of_uploads_tell_what_tus_can_do_to_anybody(client: Client, path: str) -> None:
    answer = client.options(path)

    assert (answer.status_code, answer.content) == (204, b"")
    assert dict(answer.headers) == {
        **PREFLIGHT,
        "access-control-expose-headers": EXPOSED,
        "tus-resumable": "1.0.0",
        "tus-version": "1.0.0",
        "tus-max-size": str(10 * 1024**2),
        "tus-extension": (
            "creation,creation-with-upload,creation-defer-length,termination,expiration,"
            "checksum,concatenation"
        ),
        "tus-checksum-algorithm": "sha1,sha256,md5",
    }


@pytest.mark.parametrize("path", ["/api/config", "/api/account", "/api/no/such"])
def test_pages_of_any_origin_may_read_without_credentials(client: Client, path: str) -> None:
    answer = client.get(path, headers={"Origin": "https://other.example"})

    found = {name: value for name, value in answer.headers.items() if name.startswith(PREFIX)}
    assert found == {
        "access-control-allow-origin": "*",
        "access-control-expose-headers": EXPOSED,
    }


A, B, OTHER = "https://a.example", "https://b.example:8443", "https://other.example"
NAMED = {"vary": "Origin", "access-control-allow-credentials": "true"}


def told(client: Client, method: str, origin: str) -> dict[str, str]:
    """What an answer says of origins and credentials."""
    headers = {"Origin": origin} if origin else {}
    answer = client.request(method, "/api/config", headers=headers)
    wanted = ("vary", "access-control-allow-origin", "access-control-allow-credentials")
    found = {name: answer.headers[name] for name in wanted if name in answer.headers}
    return {name: value.removesuffix(", Accept-Encoding") for name, value in found.items()}


@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_origins_that_the_settings_name_are_told_back_and_others_are_not(
    client: Client, runtime: Runtime, method: str
) -> None:
    change(runtime, cors_origins=(A, B))

    found = [told(client, method, origin) for origin in (A, B, OTHER, "https://A.example", "")]

    origins = [one.get("access-control-allow-origin") for one in found]
    credentials = [one.get("access-control-allow-credentials") for one in found]
    assert origins == [A, B, None, None, None]
    assert credentials == ["true", "true", None, None, None]
    assert ["Origin" in one["vary"] for one in found] == [True] * 5


def test_credentials_never_go_with_the_star_and_can_be_switched_off(
    client: Client, runtime: Runtime
) -> None:
    change(runtime, cors_origins=("*", A))
    mixed = [told(client, "OPTIONS", origin) for origin in (A, OTHER)]
    change(runtime, cors_credentials=False)
    without = told(client, "OPTIONS", A)

    assert mixed == [
        {**NAMED, "access-control-allow-origin": A},
        {"vary": "Origin", "access-control-allow-origin": "*"},
    ]
    assert without == {"vary": "Origin", "access-control-allow-origin": A}


def test_headers_that_the_settings_name_are_allowed_beside_our_own(
    client: Client, runtime: Runtime
) -> None:
    change(runtime, cors_headers=("X-Mine", "Range", "Content-Type"))

    answer = client.options("/api/config")

    allowed = answer.headers["access-control-allow-headers"]
    own = ALLOWED.removeprefix("*, ").replace("Content-Type, ", "")
    assert allowed == f"X-Mine, Range, Content-Type, {own}"


def change(runtime: Runtime, **values: object) -> None:
    """As an administrator may while the server runs."""
    with runtime.db.begin() as tx:
        write_settings(tx, values, now=NOON)
    runtime.settings.forget()
