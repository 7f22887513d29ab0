"""Folders and videos, as this dialect finds and shows them."""

from collections.abc import Sequence
from dataclasses import replace

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import LARGEST_ROW_ID, AccountId, FolderId, UserId, VideoId
from vitascope.core.access.model import Actor, LoginRequired
from vitascope.core.accounts.queries import find_user, get_user
from vitascope.core.folders.make import check_folder
from vitascope.core.library.reach import reach_videos
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.uploads.model import TooManyUploads
from vitascope.core.uploads.queries import count_groups
from vitascope.core.videos.model import Order, Selection, State, VideoEntry
from vitascope.core.videos.queries.entries import find_entry
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Tx
from vitascope.dialects.videocms.wire_files import LinkOut
from vitascope.http.runtime import Runtime

# Live streams are nothing that this API knows.
_STATES = (State.WAITING, State.PROCESSING, State.READY, State.FAILED)
_ALL = Selection(states=_STATES, order=Order.TITLE, descending=False)


def account_of(actor: Actor) -> AccountId:
    """Raises LoginRequired for a credential without an account."""
    if actor.account_id is None:
        raise LoginRequired("Log in to see your videos")
    return actor.account_id


def whose(tx: Tx, actor: Actor, user_id: int | None) -> tuple[UserId, AccountId] | None:
    """Whose library is meant: the actor's, or that of the user whom an administrator names;
    None when there is no such user.
    """
    if not user_id or not actor.administrates:
        return actor.known_user(), account_of(actor)
    user = find_user(tx, UserId(_known(user_id)))
    return None if user is None else (user.id, user.account.id)


def parent_of(tx: Tx, owner: AccountId, number: int | None, refusal: str) -> FolderId | None:
    """The folder of that number; 0 is the top.

    Raises:
        Invalid: it is none of the owner's. Its message is ``refusal``.
    """
    if not number:
        return None
    try:
        check_folder(tx, owner, FolderId(_known(number)))
    except Invalid:
        raise Invalid("folder", refusal) from None
    return FolderId(number)


def entries_in(tx: Tx, owner: AccountId, folder_id: FolderId | None) -> Sequence[VideoEntry]:
    """The videos in a folder, by name."""
    wanted = replace(_ALL, owner=owner, folder_id=folder_id, at_top=folder_id is None)
    return list_videos(tx, wanted, count=LARGEST_ROW_ID, counted=False).items


def entries_named(tx: Tx, owner: AccountId, part: str) -> Sequence[VideoEntry]:
    """The owner's videos, in whatever folder, that have ``part`` in their name in any case;
    by name.
    """
    wanted = replace(_ALL, owner=owner, search=part)
    return list_videos(tx, wanted, count=LARGEST_ROW_ID, counted=False).items


def own_entry(tx: Tx, actor: Actor, link_id: int) -> VideoEntry:
    """The video of that number, to be changed. Live streams are not there.

    Raises:
        NotFound, ForeignItem: as :func:`reach_videos`.
    """
    entry = reach_videos(tx, actor, [VideoId(link_id)])[0]
    if entry.video.state not in _STATES:
        raise NotFound("video", link_id)
    return entry


def seen_entry(tx: Tx, actor: Actor, link_id: int) -> VideoEntry:
    """The video of that number, when it is the actor's or they administrate.

    Raises:
        NotFound: no such video, not for the actor, or a live stream.
    """
    entry = find_entry(tx, VideoId(_known(link_id)))
    if entry is None or entry.video.state not in _STATES:
        raise NotFound("link", link_id)
    if not actor.arranges(entry.owner_id):
        raise NotFound("link", link_id)
    return entry


def show_links(tx: Tx, entries: Sequence[VideoEntry]) -> list[LinkOut]:
    """Costs one query, however many there are."""
    tags = list_video_tags(tx, [entry.video.id for entry in entries])
    return [LinkOut.of(entry, tags.get(entry.video.id, [])) for entry in entries]


def show_link(runtime: Runtime, entry: VideoEntry) -> LinkOut:
    """One by itself. Blocking."""
    with runtime.db.read() as tx:
        return show_links(tx, [entry])[0]


def most_sessions(runtime: Runtime, tx: Tx, actor: Actor) -> int:
    """How many files the actor may be uploading at once."""
    allowed = get_user(tx, actor.known_user()).allowances
    return max(runtime.settings.current().max_upload_sessions, allowed.max_upload_sessions)


def check_sessions(runtime: Runtime, actor: Actor) -> None:
    """Raises TooManyUploads when the actor is uploading as many files as allowed. Blocking."""
    with runtime.db.read() as tx:
        most = most_sessions(runtime, tx, actor)
        others = count_groups(tx, actor.known_user(), but=None, now=runtime.now())
    if others >= most:
        raise TooManyUploads(others, most)


def _known(number: int) -> int:
    """The number of a row; a larger one is unknown to every database."""
    return min(number, LARGEST_ROW_ID)
