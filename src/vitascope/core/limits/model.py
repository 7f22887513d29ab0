"""What a window is."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """``hits`` are counted until ``expires_at``; then counting begins anew."""

    hits: int
    expires_at: datetime
