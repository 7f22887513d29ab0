from vitascope.db import batches


def test_many_values_come_in_pieces_that_every_engine_takes() -> None:
    assert list(batches(range(0))) == []
    assert list(batches({3: "three", 1: "one"})) == [[3, 1]]
    assert list(batches(range(1001))) == [
        list(range(500)),
        list(range(500, 1000)),
        [1000],
    ]
