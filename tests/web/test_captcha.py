from vitascope.core.settings.model import CaptchaProvider
from vitascope.web.captcha import CaptchaView, captcha_view


def test_the_built_in_captcha_needs_nobody_else() -> None:
    view = captcha_view(CaptchaProvider.BUILT_IN, site_key="", challenge='{"bits":18}')

    assert view == CaptchaView(field="captcha-response", challenge='{"bits":18}')


def test_a_provider_brings_its_script_and_its_hosts() -> None:
    view = captcha_view(CaptchaProvider.TURNSTILE, site_key="our-site", challenge="")

    assert view == CaptchaView(
        field="cf-turnstile-response",
        name="Turnstile",
        site_key="our-site",
        script="https://challenges.cloudflare.com/turnstile/v0/api.js",
        widget="cf-turnstile",
        hosts=("https://challenges.cloudflare.com",),
    )
