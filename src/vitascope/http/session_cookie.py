"""The cookie by which a browser shows that somebody is logged in to the pages."""

from vitascope.core.access.sessions import WEB_LIFETIME

NAME = "vitascope_session"


def session_cookie(token: str, *, is_secure: bool) -> str:
    """The value of the Set-Cookie header that logs in.

    Scripts cannot read it, and other sites' forms do not send it.
    """
    life_s = int(WEB_LIFETIME.total_seconds())
    return f"{NAME}={token}; Path=/; Max-Age={life_s}; HttpOnly; SameSite=Lax" + (
        "; Secure" if is_secure else ""
    )


def gone_session_cookie(*, is_secure: bool) -> str:
    """The value of the Set-Cookie header that logs out."""
    return f"{NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (
        "; Secure" if is_secure else ""
    )
