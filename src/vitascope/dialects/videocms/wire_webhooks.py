"""The shape of a webhook. Times are UTC."""

from typing import Self

from vitascope.core.heartbeats.model import Heartbeat
from vitascope.dialects.videocms.wire import Record, go_name


class WebhookOut(Record, rename=go_name, kw_only=True):
    """``rpm`` is how often a minute it is sent."""

    name: str
    url: str
    rpm: int
    req_query: str
    res_field: str
    user_id: int

    @classmethod
    def of(cls, heartbeat: Heartbeat) -> Self:
        return cls(
            id=heartbeat.id,
            created_at=heartbeat.created_at,
            updated_at=heartbeat.updated_at,
            name=heartbeat.name,
            url=heartbeat.url,
            rpm=heartbeat.per_minute,
            req_query=heartbeat.query_name,
            res_field=heartbeat.field_name,
            user_id=heartbeat.user_id,
        )
