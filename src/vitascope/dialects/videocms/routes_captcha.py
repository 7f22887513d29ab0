"""The captcha in front of player pages, and for programs that log in."""

from datetime import datetime
from uuid import UUID

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from msgspec import Struct

from vitascope.base.errors import ProductError
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, html, see_other
from vitascope.dialects.videocms.auth import CHALLENGE, VERIFY
from vitascope.dialects.videocms.captcha_gate import check_captcha, pass_cookie
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.http.captcha import Question, new_question
from vitascope.http.player_pages import CaptchaWords, HtmlPage
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_MOST_BODY_BYTES = 64 * 1024
_LONGEST_UUID = 100
_JSON = "application/json"
_AGAIN = "Captcha verification failed. Please try again."


class ChallengeOut(Struct, omit_defaults=True):
    """What a program needs to answer: ``field`` is what the answer is called. The last four
    are there for the built-in captcha only.
    """

    provider: str
    field: str
    site_key: str = ""
    challenge: str = ""
    salt: str = ""
    bits: int = 0
    expires_at: datetime | None = None

    @classmethod
    def of(cls, question: Question) -> "ChallengeOut":
        asked = question.challenge
        if asked is None:
            return cls(question.provider, question.field, question.site_key)
        return cls(
            provider=question.provider,
            field=question.field,
            challenge=asked.text,
            salt=asked.salt,
            bits=asked.bits,
            expires_at=asked.expires_at,
        )


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get(CHALLENGE, request_max_body_size=_MOST_BODY_BYTES)
    async def challenge(request: AnyRequest) -> Answer:
        if _prefers_json(request):
            question = await on_thread(new_question, runtime)
            return answer(ChallengeOut.of(question))
        uuid = _uuid(await read_input(request))
        if uuid is None:
            return see_other("/")
        return html(await on_thread(_ask, runtime, uuid, None))

    @post(VERIFY, request_max_body_size=_MOST_BODY_BYTES)
    async def verify(request: AnyRequest) -> Answer:
        given = await read_input(request)
        uuid = _uuid(given)
        try:
            await check_captcha(runtime, request, given)
        except ProductError:
            return html(await on_thread(_ask, runtime, uuid, _AGAIN))
        return see_other(
            "/" if uuid is None else f"/v/{uuid}", cookie=pass_cookie(runtime, request.scope)
        )

    return [challenge, verify]


def _ask(runtime: Runtime, uuid: UUID | None, problem: str | None) -> HtmlPage:
    question = new_question(runtime)
    words = CaptchaWords(
        provider=question.provider,
        action=VERIFY,
        challenge=question.script_text,
        site_key=question.site_key,
        hidden={} if uuid is None else {"uuid": str(uuid)},
        problem=problem,
    )
    return runtime.pages.captcha(words, status=200 if problem is None else 400)


def _prefers_json(request: AnyRequest) -> bool:
    accepted = request.headers.get("accept", "").partition(",")[0]
    return accepted.partition(";")[0].strip().lower() == _JSON


def _uuid(given: Given) -> UUID | None:
    """None for one that no video can have: it leads nowhere but home."""
    try:
        return UUID(given.text("uuid", longest=_LONGEST_UUID))
    except (ValueError, ProductError):
        return None
