"""Sessions and their tokens."""

from datetime import datetime

import msgspec

from vitascope.core.access.model import Actor, Session, SessionTokens
from vitascope.dialects.peertube.wire import stamp


class TokensOut(msgspec.Struct, frozen=True, kw_only=True):
    """Lifetimes are in seconds."""

    token_type: str = "Bearer"  # noqa: S105 -- a scheme's name
    access_token: str
    refresh_token: str | None
    expires_in: int
    refresh_token_expires_in: int


class SessionOut(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    id: int
    current_session: bool
    login_device: str
    login_ip: str = msgspec.field(name="loginIP")
    login_date: str
    last_activity_device: str
    last_activity_ip: str = msgspec.field(name="lastActivityIP")
    last_activity_date: str
    created_at: str


def tokens_out(tokens: SessionTokens, now: datetime) -> TokensOut:
    return TokensOut(
        access_token=tokens.access_token,
        refresh_token=tokens.refresh_token,
        expires_in=int((tokens.access_expires_at - now).total_seconds()),
        refresh_token_expires_in=int((tokens.refresh_expires_at - now).total_seconds()),
    )


def session_out(session: Session, actor: Actor) -> SessionOut:
    """A session as ``actor`` sees it, who may be in it."""
    return SessionOut(
        id=session.id,
        current_session=session.id == actor.credential_id,
        login_device=session.login.device,
        login_ip=session.login.address,
        login_date=stamp(session.created_at),
        last_activity_device=session.last.device,
        last_activity_ip=session.last.address,
        last_activity_date=stamp(session.last_active_at),
        created_at=stamp(session.created_at),
    )
