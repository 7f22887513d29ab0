from datetime import UTC, datetime

from vitascope.storage.sigv4 import Credentials, presign


def test_signature_equals_the_one_that_the_s3_documentation_prints() -> None:
    credentials = Credentials(
        access_key="AKIAIOSFODNN7EXAMPLE",
        secret_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        region="us-east-1",
    )

    url = presign(
        "https://examplebucket.s3.amazonaws.com/test.txt",
        credentials,
        now=datetime(2013, 5, 24, tzinfo=UTC),
        expires_s=86400,
        overrides={},
    )

    assert url == (
        "https://examplebucket.s3.amazonaws.com/test.txt"
        "?X-Amz-Algorithm=AWS4-HMAC-SHA256"
        "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
        "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
        "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
    )


def test_credentials_never_print_their_secret() -> None:
    credentials = Credentials(access_key="known", secret_key="hidden", region="us-east-1")

    text = repr(credentials)

    assert text == "Credentials(access_key='known', region='us-east-1')"
