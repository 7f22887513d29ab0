"""Security headers of the pages."""

from collections.abc import Sequence

_POLICY = (
    "default-src 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
)


def page_headers(
    *,
    media_hosts: Sequence[str] = (),
    framed_by: Sequence[str] | None = (),
    is_personal: bool = False,
    tells: Sequence[str] = (),
    others: Sequence[str] = (),
) -> dict[str, str]:
    """Headers of an HTML page.

    ``media_hosts`` are origins beside our own that send media (a store with signed
    addresses). ``framed_by`` says who may show the page in a frame: nobody when it is empty,
    everybody when it is None. A page that ``is_personal`` is kept nowhere: not even by the
    browser, where the next person would find it with the back button.

    ``tells`` are origins that the page's scripts send something to, ``others`` those whose
    scripts, styles and frames it takes in: a provider of captchas, and nobody else.
    """
    media = " ".join(("'self'", *media_hosts))
    script = " ".join(("script-src 'self'", *others))
    # The player's elements carry their styles inside themselves.
    style = " ".join(("style-src 'self' 'unsafe-inline'", *others))
    connect = " ".join((f"connect-src {media}", *tells, *others))
    policy = [_POLICY[0], script, style, *_POLICY[1:], connect]
    policy.append(f"media-src {media} blob:")
    if others:
        policy.append(f"frame-src {' '.join(others)}")
    headers = {
        "referrer-policy": "strict-origin-when-cross-origin",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store" if is_personal else "no-cache",
    }
    if framed_by is not None:
        policy.append("frame-ancestors " + (" ".join(framed_by) or "'none'"))
        if not framed_by:
            headers["x-frame-options"] = "DENY"
    return headers | {"content-security-policy": "; ".join(policy)}
