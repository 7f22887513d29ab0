from pathlib import Path

import msgspec
import pytest

from vitascope.fetch.child_lines import from_json, to_json


class Letter(msgspec.Struct):
    path: Path
    other: Path | None = None


def test_paths_travel_as_text() -> None:
    text = to_json(Letter(Path("a/b")))

    assert bytes(text) == b'{"path":"a/b","other":null}'
    assert from_json(text, Letter) == Letter(Path("a/b"))


def test_other_objects_do_not_travel() -> None:
    with pytest.raises(TypeError, match="is not for the wire"):
        to_json(object())


def test_what_is_something_else_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        from_json(b'{"path":5}', Letter)
