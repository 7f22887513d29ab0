"""What the process that runs Argos Translate is asked, and what it answers."""

import msgspec


class Translate(msgspec.Struct, kw_only=True):
    """``environment`` says where its models are."""

    texts: list[str]
    source: str
    target: str
    environment: dict[str, str]


class Translated(msgspec.Struct):
    texts: list[str]
