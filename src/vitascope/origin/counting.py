"""Traffic: the bytes of a video that went out, charged to its account, itself and what was
asked for.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeAlias

from vitascope.core.stats.count import Count
from vitascope.core.stats.model import Meter
from vitascope.core.videos.model import VideoEntry
from vitascope.http.asgi import ZERO_COPY, Message, Receive, Scope, Send
from vitascope.http.files import SendBlob, SendBytes, SendFile
from vitascope.http.metering import Metering
from vitascope.http.ranges import decide

Sender: TypeAlias = SendBlob | SendBytes | SendFile
_GRANTED = frozenset((HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT))


@dataclass(frozen=True, slots=True)
class Counted:
    """Sends what ``answer`` sends, and counts the body as far as it left.

    What another server sends counts as asked for: the whole range, however much of it arrives.
    """

    answer: Sender
    metering: Metering
    entry: VideoEntry
    rendition_id: int | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        tally = _Tally(send)
        try:
            await self.answer(scope, receive, tally)
        finally:
            self._note(tally.sent_bytes or self._granted_bytes(scope, tally.is_begun))

    def _note(self, amount: int) -> None:
        if amount == 0:
            return
        self.metering.note(
            Count(
                meter=Meter.TRAFFIC,
                account_id=self.entry.owner_id,
                amount=amount,
                video_id=self.entry.video.id,
                rendition_id=self.rendition_id,
            )
        )

    def _granted_bytes(self, scope: Scope, is_begun: bool) -> int:
        answer = self.answer
        if not is_begun or scope["method"] == "HEAD":
            return 0
        if not isinstance(answer, SendBlob) or not answer.is_handed_over:
            return 0
        status, start, stop = decide(
            "GET", scope["headers"], size_bytes=answer.size_bytes, etag=None, modified_s=None
        )
        return stop - start if status in _GRANTED else 0


class _Tally:
    """A ``send`` that adds up the bytes of the body."""

    __slots__ = ("_send", "is_begun", "sent_bytes")

    def __init__(self, send: Send) -> None:
        self._send = send
        self.is_begun = False
        self.sent_bytes = 0

    async def __call__(self, message: Message) -> None:
        kind = message["type"]
        if kind == ZERO_COPY:
            try:
                await self._send(message)
            finally:
                # A server that does not say how much left has sent all of it.
                self.sent_bytes += message.get("sent", message["count"])
            return
        await self._send(message)
        if kind == "http.response.body":
            self.sent_bytes += len(message.get("body", b""))
        else:
            self.is_begun = True
