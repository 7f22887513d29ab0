"""How often strangers may send forms that make mails or users."""

from vitascope.core.access.attempts import TooManyAttempts
from vitascope.http.limit_model import Policy
from vitascope.http.proxies import limit_key
from vitascope.http.runtime import Runtime
from vitascope.web.sessions import Visit

NEWCOMERS = Policy("web newcomers", 5, 300)
MAILS = Policy("web mails", 3, 300)


def check_allowance(runtime: Runtime, visit: Visit, policy: Policy) -> None:
    """Raises TooManyAttempts when forms come too fast from the visitor's network."""
    if runtime.limiter is None:
        return
    verdict = runtime.limiter.hit(policy, limit_key(visit.client.address))
    if not verdict.allowed:
        seconds = verdict.retry_after_s
        raise TooManyAttempts(
            f"This form was sent too often from your network: try again in {seconds} s",
            retry_after_s=seconds,
        )
