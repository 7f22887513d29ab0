"""Where this dialect asks for proof of a person: before a player page, and at a login."""

from collections.abc import Iterator
from uuid import UUID

from vitascope.core.captcha.passes import LIFETIME, mint_pass, pass_holds
from vitascope.core.captcha.rules import asks_at_login, asks_at_player
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.auth import CHALLENGE
from vitascope.dialects.videocms.input import Given
from vitascope.http.asgi import Scope
from vitascope.http.caller import client_of
from vitascope.http.captcha import answer_field, check_answer
from vitascope.http.runtime import Runtime

COOKIE = "captcha_bypass"
_MOST_GIVEN = 64 * 1024


def captcha_asked(runtime: Runtime, tx: Tx, entry: VideoEntry) -> bool:
    """Whether viewers of the video have to solve a captcha: the server asks all of them, or its
    owner those of the owner's videos.
    """
    return asks_at_player(tx, runtime.settings.current(), entry.owner_id)


def captcha_passed(runtime: Runtime, scope: Scope) -> bool:
    """Whether the caller has solved a captcha lately, or nobody has to."""
    if not runtime.settings.current().captcha_enabled:
        return True
    address, now = client_of(scope).address, runtime.now()
    return any(pass_holds(runtime.vault, token, address, now=now) for token in _shown(scope))


def challenge_path(video_uuid: UUID) -> str:
    """Where viewers are sent who have to solve one."""
    return f"{CHALLENGE}?uuid={video_uuid}"


def pass_cookie(runtime: Runtime, scope: Scope) -> str:
    """The value of the Set-Cookie header for a caller who has solved a captcha."""
    token = mint_pass(runtime.vault, client_of(scope).address, now=runtime.now())
    cookie = f"{COOKIE}={token}; Path=/; Max-Age={int(LIFETIME.total_seconds())}; HttpOnly"
    # Players are shown in frames of other sites, where browsers keep no other cookie.
    is_secure = runtime.is_secure or scope["scheme"] == "https"
    sites = "; Secure; SameSite=None; Partitioned" if is_secure else "; SameSite=Lax"
    return cookie + sites


async def check_captcha(runtime: Runtime, request: AnyRequest, given: Given) -> None:
    """Raises as :func:`check_answer`, unless what was ``given`` has the right answer."""
    token = given.text(answer_field(runtime), longest=_MOST_GIVEN)
    await check_answer(runtime, token, client_of(request.scope).address)


async def check_login_captcha(runtime: Runtime, request: AnyRequest, given: Given) -> None:
    """As :func:`check_captcha`, where logins are asked for one."""
    if asks_at_login(runtime.settings.current()):
        await check_captcha(runtime, request, given)


def _shown(scope: Scope) -> Iterator[str]:
    """Every value: a browser may hold one for this site and one for a frame of it."""
    for name, header in scope["headers"]:
        if name == b"cookie":
            for part in header.decode("latin-1").split(";"):
                key, _, value = part.strip().partition("=")
                if key == COOKIE:
                    yield value.strip('"')
