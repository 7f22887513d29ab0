from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from litestar import Litestar, route
from litestar.testing import TestClient
from tests.dialects.runtimes import Client
from tests.dialects.videocms.answers import whole, words

from vitascope.base.errors import Invalid
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer
from vitascope.dialects.videocms.errors import HANDLERS
from vitascope.dialects.videocms.input import Given, read_input

MALFORMED = words(400, "malformated request")
JSON = {"Content-Type": "application/json"}


@route("/", http_method=["GET", "POST", "DELETE"], request_max_body_size=5000)
async def tell_name(request: AnyRequest) -> Answer:
    given = await read_input(request)
    return answer(given.text("FileName", longest=5000))


@pytest.fixture
def client() -> Iterator[Client]:
    app = Litestar([tell_name], exception_handlers=HANDLERS, openapi_config=None)
    with TestClient(app) as client:
        yield client


def told(text: str) -> tuple[int, str, str]:
    return 200, "application/json", f'"{text}"\n'


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
@pytest.mark.parametrize(
    "sent",
    [
        {"params": {"filename": "a"}},
        {"json": {"FILENAME": "a"}},
        {"data": {"file_name": "a"}},
        {"files": {"fileName": (None, "a")}},
        {"content": b' {"FileName": "a"} '},
        {"params": {"filename": "b"}, "json": {"filename": "a"}},
        {"params": {"filename": "b"}, "data": {"FILENAME": "a"}},
        {"params": {"filename": ["a", "b"]}},
    ],
)
def test_a_value_may_come_in_any_way_and_in_any_case(
    client: Client, method: str, sent: dict[str, Any]
) -> None:
    answer = client.request(method, "/", **sent)

    assert whole(answer) == told("a")


@pytest.mark.parametrize("body", [b"", b"  ", b"{}", b"null"])
def test_a_body_may_be_empty(client: Client, body: bytes) -> None:
    answer = client.post("/", content=body, headers=JSON)

    assert whole(answer) == told("")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b'"a"', "application/json"),
        (b"0", "application/json"),
        (b'{"filename": "\xff"}', "application/json"),
        (b'{"filename": "\\ud800"}', "application/json"),
        (b'{"filename": ["a"]}', "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"<name>a</name>", "application/xml"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"&a=1" * 3000, "application/x-www-form-urlencoded"),
        (b"filename=a%00b", "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(body: bytes, content_type: str) -> None:
    app = Litestar([route("/", http_method="POST")(tell_name.fn)], exception_handlers=HANDLERS)

    with TestClient(app) as client:
        answer = client.post("/", content=body, headers={"Content-Type": content_type})

    assert whole(answer) == MALFORMED


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"filename": "a" * 5000}},
        {"data": {"filename": "a" * 5000}},
        {"files": {"filename": (None, "a" * 5000)}},
        {"files": {"file": ("clip.mp4", b"a" * 5000)}},
    ],
)
def test_a_body_that_is_too_large_is_refused(client: Client, sent: dict[str, Any]) -> None:
    answer = client.post("/", **sent)

    assert whole(answer) == words(413, "")


@pytest.mark.parametrize("value", [True, "true", "1", "T", "on", ("true", "false")])
def test_true_has_many_names(value: object) -> None:
    assert Given({"Admin": value}).flag("Admin") is True


@pytest.mark.parametrize("value", [False, "false", "0", "", "off"])
def test_so_has_false(value: object) -> None:
    assert Given({"Admin": value}).flag("Admin") is False


@pytest.mark.parametrize(
    ("value", "number"), [(5, 5), ("5", 5), ("+5", 5), (0, 0), (None, None), ("", None)]
)
def test_a_whole_number_may_be_text(value: object, number: int | None) -> None:
    assert Given({"Storage": value}).number("Storage", least=0) == number


@pytest.mark.parametrize(
    ("value", "number"), [(5, 5.0), (0.5, 0.5), ("0.5", 0.5), (None, None), ("", None)]
)
def test_a_number_may_be_text(value: object, number: float | None) -> None:
    assert Given({"Balance": value}).real("Balance") == number


@pytest.mark.parametrize(
    "value",
    [
        "2026-04-01T12:00:00Z",
        "2026-04-01t12:00:00z",
        "2026-04-01T12:00:00.000Z",
        "2026-04-01T14:30:00+02:30",
    ],
)
def test_a_time_says_its_distance_to_utc(value: str) -> None:
    found = Given({"expires_at": value}).moment("ExpiresAt")

    assert found == datetime(2026, 4, 1, 12, tzinfo=UTC)
    assert found is not None
    assert found.tzinfo is UTC


@pytest.mark.parametrize("value", [None, ""])
def test_a_time_may_be_left_out(value: object) -> None:
    assert Given({"expires_at": value}).moment("ExpiresAt") is None


@pytest.mark.parametrize(
    ("read", "values"),
    [
        (lambda given: given.flag("Field"), [1, "maybe", [], {}]),
        (
            lambda given: given.number("Field", least=0),
            [1.0, True, "one", "1.5", "\u0663", 2**63, "9" * 20, []],
        ),
        (
            lambda given: given.real("Field"),
            [True, "much", "nan", "inf", "1e999", 10**400, []],
        ),
        (
            lambda given: given.moment("Field"),
            [
                1,
                "2026-04-01",
                "2026-04-01T12:00:00",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "T",
            ],
        ),
        (lambda given: given.text("Field", longest=9), [1, True, [], "a\0b"]),
    ],
)
def test_a_value_of_another_kind_is_malformed(
    read: Callable[[Given], object], values: list[object]
) -> None:
    for value in values:
        with pytest.raises(Invalid) as raised:
            read(Given({"field": value}))

        assert raised.value.message == "malformated request"


@pytest.mark.parametrize("value", [["a", "b"], ("a", "b")])
def test_several_texts_come_in_lists_or_one_by_one(value: Any) -> None:
    assert Given({"urls": value}).texts("Urls", longest=1, most=2) == ["a", "b"]


@pytest.mark.parametrize(
    ("value", "refusal"),
    [
        (None, "Urls [required] : "),
        ([], "Urls [required] : "),
        (["a", "b", "c"], "Urls [max] : 2"),
        ("a", "malformated request"),
        (["a", 1], "malformated request"),
        (["ab"], "malformated request"),
        (["\0"], "malformated request"),
    ],
)
def test_several_texts_that_break_a_rule_are_refused(value: Any, refusal: str) -> None:
    with pytest.raises(Invalid) as raised:
        Given({"urls": value}).texts("Urls", longest=1, most=2)

    assert raised.value.message == refusal


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        (None, []),
        ([], []),
        ([1, "2"], [1, 2]),
        (("1", "2"), [1, 2]),
        ([{"folderid": 1}, {"FolderID": "2"}, 3], [1, 2, 3]),
    ],
)
def test_several_numbers_come_alone_or_in_objects(value: Any, numbers: list[int]) -> None:
    assert Given({"folder_ids": value}).numbers("FolderIDs", member="FolderID") == numbers


@pytest.mark.parametrize(
    ("value", "refusal"),
    [
        (1, "malformated request"),
        ({"FolderID": 1}, "malformated request"),
        (["one"], "malformated request"),
        ([None], "malformated request"),
        ([[1]], "malformated request"),
        ([2**63], "malformated request"),
        ([{}], "FolderID [required] : "),
        ([{"FolderID": 0}], "FolderID [required] : "),
        ([{"FolderID": -1}], "FolderID [min] : 0"),
    ],
)
def test_several_numbers_that_break_a_rule_are_refused(value: Any, refusal: str) -> None:
    with pytest.raises(Invalid) as raised:
        Given({"folderids": value}).numbers("FolderIDs", member="FolderID")

    assert raised.value.message == refusal


def test_numbers_stand_in_objects_only_where_they_may() -> None:
    with pytest.raises(Invalid, match="malformated request"):
        Given({"folderids": [{"FolderID": 1}]}).numbers("FolderIDs")


@pytest.mark.parametrize("value", [None, 0, "0", ""])
def test_a_row_has_to_be_named(value: object) -> None:
    assert Given({"LinkID": 7}).known_number("LinkID") == 7
    with pytest.raises(Invalid) as raised:
        Given({"LinkID": value}).known_number("LinkID")

    assert raised.value.message == "LinkID [required] : "
