import pytest
from tests.dialects.runtimes import Client, Headers

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
def test_pages_of_any_origin_may_read_but_no_cookie_counts(client: Client, path: str) -> None:
    answer = client.get(path, headers={"Origin": "https://other.example"})

    found = {name: value for name, value in answer.headers.items() if name.startswith(PREFIX)}
    assert found == {
        "access-control-allow-origin": "*",
        "access-control-expose-headers": EXPOSED,
    }
