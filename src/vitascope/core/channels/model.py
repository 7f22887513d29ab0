"""What a channel is."""

from dataclasses import dataclass
from datetime import datetime

from vitascope.base.ids import AccountId, ChannelId


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    id: ChannelId
    account_id: AccountId
    name: str
    display_name: str
    description: str | None
    support: str | None
    created_at: datetime
    updated_at: datetime
