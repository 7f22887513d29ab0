"""What is sent to a translator at once."""

from collections.abc import Iterator, Sequence


def text_batches(
    texts: Sequence[str], *, most_texts: int, most_characters: int
) -> Iterator[list[str]]:
    """All of ``texts`` in order, as many at once as are allowed; one that is too long by itself
    goes alone.
    """
    batch: list[str] = []
    characters = 0
    for text in texts:
        if batch and (len(batch) == most_texts or characters + len(text) > most_characters):
            yield batch
            batch, characters = [], 0
        batch.append(text)
        characters += len(text)
    if batch:
        yield batch
