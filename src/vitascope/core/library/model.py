"""What can be refused while a library is put in order."""

from vitascope.base.errors import Invalid


class NothingSelected(Invalid):
    def __init__(self) -> None:
        super().__init__("items", "Nothing is selected")


class TooManyItems(Invalid):
    """More than ``most`` were named at once."""

    def __init__(self, most: int) -> None:
        super().__init__("items", f"Select at most {most} at once")
        self.most = most


class RepeatedItem(Invalid):
    """The same item was named twice. ``kind`` is "folder" or "video", ``ref`` its number."""

    def __init__(self, kind: str, ref: int) -> None:
        super().__init__("items", f"The {kind} {ref} is named twice")
        self.kind = kind
        self.ref = ref


class ParentsDiffer(Invalid):
    """Folders that are removed together lie beside each other."""

    def __init__(self) -> None:
        super().__init__("items", "These folders do not lie in the same folder")


class IntoItself(Invalid):
    def __init__(self) -> None:
        super().__init__("folder", "A folder cannot be moved into itself")


class IntoChild(Invalid):
    def __init__(self) -> None:
        super().__init__("folder", "A folder cannot be moved into one that lies within it")


class OwnersDiffer(Invalid):
    """The target is another user's than the item. ``kind`` is "folder" or "video"."""

    def __init__(self, kind: str) -> None:
        super().__init__("folder", f"This {kind} belongs to somebody else than the target")
        self.kind = kind
