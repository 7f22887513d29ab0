import pytest

from vitascope.base.errors import Conflict, Forbidden, Invalid, ProductError, Unavailable
from vitascope.core.uploads.model import WrongOffset
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.refusals import BodyTooLong, ForeignUpload, TusRefusal, plain_refusal

TEXT = {"Content-Type": "text/plain; charset=utf-8"}


@pytest.mark.parametrize("kind", ProductError.__subclasses__(), ids=lambda kind: kind.__name__)
def test_every_product_error_has_a_status_and_a_code(kind: type[ProductError]) -> None:
    error = kind.__new__(kind)
    error.message = "words"
    if isinstance(error, Unavailable):
        error.retry_after_s = None
    if isinstance(error, Invalid):
        error.field = "title"

    answer = plain_refusal(error)

    assert answer.headers == TEXT
    assert 400 <= answer.status < 600
    assert answer.body.startswith(b"ERR_")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            TusRefusal("ERR_X", "because", 415),
            TusAnswer(415, TEXT, b"ERR_X: because\n"),
        ),
        (
            WrongOffset(12),
            TusAnswer(
                409,
                {**TEXT, "Upload-Offset": "12"},
                b"ERR_MISMATCHED_OFFSET: The upload is at byte 12\n",
            ),
        ),
        (
            ForeignUpload(),
            TusAnswer(403, TEXT, b"ERR_UPLOAD_FOREIGN: upload belongs to another user\n"),
        ),
        (Forbidden("no"), TusAnswer(403, TEXT, b"ERR_UPLOAD_FORBIDDEN: no\n")),
        (Conflict("no"), TusAnswer(409, TEXT, b"ERR_CONFLICT: no\n")),
        (Invalid("folder", "no"), TusAnswer(400, TEXT, b"ERR_INVALID_PARENT: no\n")),
        (Invalid("title", "no"), TusAnswer(400, TEXT, b"ERR_INVALID_METADATA: no\n")),
        (Invalid("body", "no"), TusAnswer(400, TEXT, b"ERR_BODY_CUT_OFF: no\n")),
        (
            Unavailable("later", retry_after_s=3),
            TusAnswer(503, {**TEXT, "Retry-After": "3"}, b"ERR_UNAVAILABLE: later\n"),
        ),
        (
            BodyTooLong(9, 8),
            TusAnswer(
                413, TEXT, b"ERR_MAX_BODY_EXCEEDED: One request brings at most 8 bytes\n"
            ),
        ),
    ],
)
def test_errors_are_a_code_and_a_sentence(error: ProductError, expected: TusAnswer) -> None:
    assert plain_refusal(error) == expected


def test_an_edge_may_choose_the_words() -> None:
    assert plain_refusal(Conflict("ours"), "theirs").body == b"ERR_CONFLICT: theirs\n"
