"""The captcha as pages show it."""

from dataclasses import dataclass
from typing import Any

from vitascope.core.captcha.rules import asks_at_login
from vitascope.core.settings.model import CaptchaProvider
from vitascope.http.captcha import BUILT_IN_FIELD, new_question
from vitascope.http.captcha_providers import PROVIDERS
from vitascope.http.runtime import Runtime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptchaView:
    """The answer is sent as ``field``.

    The built-in captcha has a ``challenge``, JSON for its script. A provider has a ``name``, a
    ``script`` that takes over the element of class ``widget``, and ``hosts`` that the page's
    policy has to let in.
    """

    field: str
    challenge: str = ""
    name: str = ""
    site_key: str = ""
    script: str = ""
    widget: str = ""
    hosts: tuple[str, ...] = ()


def captcha_view(provider: CaptchaProvider, *, site_key: str, challenge: str) -> CaptchaView:
    known = PROVIDERS.get(provider)
    if known is None:
        return CaptchaView(field=BUILT_IN_FIELD, challenge=challenge)
    return CaptchaView(
        field=known.field,
        name=known.name,
        site_key=site_key,
        script=known.script,
        widget=known.widget,
        hosts=known.hosts,
    )


def captcha_values(runtime: Runtime) -> dict[str, Any]:
    """What a page with a login form needs: the ``captcha``, None where none is asked for, and
    the ``others`` that its policy has to let in. A new one each time, since it opens once.
    """
    if not asks_at_login(runtime.settings.current()):
        return {"captcha": None}
    asked = new_question(runtime)
    view = captcha_view(asked.provider, site_key=asked.site_key, challenge=asked.script_text)
    return {"captcha": view, "others": view.hosts}
