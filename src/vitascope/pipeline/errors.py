"""What a step tells when it gives up."""

from vitascope.base.errors import Invalid


class CannotEncode(Invalid):
    """The source cannot be made into a video; the message is for its uploader.

    ``permanent`` says that trying again cannot help.
    """

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__("file", message)
        self.permanent = permanent
