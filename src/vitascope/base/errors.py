"""Everything that can go wrong, in the product's own words.

    ProductError
      NotFound        it does not exist, or this actor may not know that it does
      Forbidden       this actor may see it but may not do this to it
      Invalid         a value breaks a rule; ``field`` names it
      Conflict        it was true when asked and no longer true when done
      NotReady        the right request, too early
      QuotaExceeded   a limit; ``used`` and ``limit`` in ``unit``
      Unavailable     ours to fix; ``retry_after_s`` when we can tell
      StorageFull     ours to fix: no room for the bytes

No HTTP status appears here: every dialect maps these classes to its own wire
errors, and a test fails when a dialect misses one.
"""


class ProductError(Exception):
    """Base of every error a caller may handle.

    ``message`` is written for the person who made the request and is safe to show.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotFound(ProductError):
    def __init__(self, kind: str, ref: object) -> None:
        super().__init__(f"No such {kind}: {ref}")
        self.kind = kind
        self.ref = str(ref)


class Forbidden(ProductError):
    pass


class Invalid(ProductError):
    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class Conflict(ProductError):
    pass


class NotReady(ProductError):
    pass


class QuotaExceeded(ProductError):
    def __init__(self, *, used: int, limit: int, unit: str) -> None:
        super().__init__(f"Limit reached: {used} of {limit} {unit}")
        self.used = used
        self.limit = limit
        self.unit = unit


class Unavailable(ProductError):
    def __init__(self, message: str, *, retry_after_s: int | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class StorageFull(ProductError):
    """The disk has too little room. Nothing that was acknowledged is lost."""
