"""What a folder is."""

from dataclasses import dataclass
from datetime import datetime

from vitascope.base.ids import AccountId, FolderId


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Belongs to one account; ``parent_id`` None is the top. Names may repeat."""

    id: FolderId
    account_id: AccountId
    parent_id: FolderId | None
    name: str
    created_at: datetime
    updated_at: datetime
