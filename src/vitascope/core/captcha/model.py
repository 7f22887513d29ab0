"""Why nobody believes that a person is asking."""

from vitascope.base.errors import Invalid, Unavailable

_FIELD = "captcha"


class CaptchaMissing(Invalid):
    """There is no answer, or one that no provider gives."""

    def __init__(self) -> None:
        super().__init__(_FIELD, "The captcha was not answered")


class CaptchaWrong(Invalid):
    """The answer is wrong, too old, or was given before."""

    def __init__(self) -> None:
        super().__init__(_FIELD, "The captcha was not solved. Please try again")


class CaptchaUnavailable(Unavailable):
    """The provider could not be asked, so nobody knows whether the answer is right."""
