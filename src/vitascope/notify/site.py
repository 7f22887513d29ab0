"""Which server a mail is from, and the addresses in it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from vitascope.base.ids import UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """``url`` is the origin people see, without a slash at its end.

    The addresses are those of PeerTube's mails (facts: peertube/01-auth-users, section 5):
    its apps open them, too.
    """

    name: str
    url: str

    def reset_password(self, user_id: UserId, code: str) -> str:
        return self._page("reset-password", userId=user_id, verificationString=code)

    def verify_email(self, user_id: UserId, code: str, *, is_pending: bool) -> str:
        pending = {"isPendingEmail": "true"} if is_pending else {}
        return self._page(
            "verify-account/email", userId=user_id, verificationString=code, **pending
        )

    def verify_registration(self, registration_id: int, code: str) -> str:
        return self._page(
            "verify-account/email", registrationId=registration_id, verificationString=code
        )

    def _page(self, path: str, **query: object) -> str:
        return f"{self.url}/{path}?{urlencode(query)}"
