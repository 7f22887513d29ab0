"""What a tag is."""

from dataclasses import dataclass

from vitascope.base.ids import TagId

DEFAULT_COLOR = "#6c757d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """Belongs to one account; names are unique there whatever their case."""

    id: TagId
    name: str
    color: str
