"""Webhooks leave: what waits is signed and posted, in order, until it is taken."""

from vitascope.notify.webhooks.courier import Courier
from vitascope.notify.webhooks.retention import forget_webhooks

__all__ = ["Courier", "forget_webhooks"]
