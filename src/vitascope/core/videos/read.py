"""Who may see a video."""

import hmac
import uuid

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import VideoRef
from vitascope.core.access.model import Actor, LoginRequired, Right
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.writing import list_passwords
from vitascope.db import Tx


class PasswordRequired(Forbidden):
    """The video opens with a password and none was given."""


class PasswordWrong(Forbidden):
    """The password given does not open the video."""


class FilesRestricted(Forbidden):
    """The video is shown on the sites that its owner names, and only streamed to viewers."""


def view_video(
    tx: Tx,
    actor: Actor,
    ref: VideoRef,
    *,
    password: str | None = None,
    knows_password: bool = False,
) -> VideoEntry:
    """The video, when ``actor`` may see it. Its state plays no part: a page about a video
    that is still being made is a page.

    ``knows_password`` says that the actor has shown the password before.

    Raises:
        NotFound: no such video.
        LoginRequired: it is not for everybody, and the actor is nobody known.
        PasswordRequired, PasswordWrong: it opens with a password.
        Forbidden: it is not for this actor.
    """
    entry = get_entry(tx, ref)
    if may_manage(actor, entry, Right.SEE_ALL_VIDEOS):
        return entry
    privacy = entry.video.privacy
    if privacy is Privacy.PASSWORD:
        if not knows_password:
            _check_password(tx, entry, password)
        return entry
    if privacy is Privacy.PUBLIC or (privacy is Privacy.INTERNAL and not actor.is_anonymous):
        return entry
    # A number can be guessed, a uuid cannot: only the uuid opens an unlisted video.
    if privacy is Privacy.UNLISTED and isinstance(ref, uuid.UUID):
        return entry
    if actor.is_anonymous:
        raise LoginRequired("Log in to see this video")
    raise Forbidden("This video is not for you")


def manage_video(tx: Tx, actor: Actor, ref: VideoRef, right: Right) -> VideoEntry:
    """The video, when ``actor`` owns it or has ``right``.

    Raises:
        NotFound: no such video.
        LoginRequired: the actor is nobody known.
        Forbidden: it is somebody else's, or the credential may only read.
    """
    entry = get_entry(tx, ref)
    if actor.is_anonymous:
        raise LoginRequired("Log in to change this video")
    actor.check_writes()
    if not may_manage(actor, entry, right):
        raise Forbidden("Only the owner of this video may do that")
    return entry


def own_video(tx: Tx, actor: Actor, ref: VideoRef) -> VideoEntry:
    """The video, when it is the actor's own. Others' videos look as if they did not exist.

    Raises:
        NotFound: no such video, or not the actor's.
    """
    entry = get_entry(tx, ref)
    if not actor.owns(entry.owner_id):
        raise NotFound("video", ref)
    return entry


def may_manage(actor: Actor, entry: VideoEntry, right: Right) -> bool:
    return actor.owns(entry.owner_id) or actor.may(right)


def check_has_files(actor: Actor, entry: VideoEntry) -> None:
    """See that somebody who may see the video may have its clear files, too. With those it
    could be shown on any site.

    Raises:
        FilesRestricted: it is shown on some sites only, and they do not manage it.
    """
    if entry.video.allowed_domains and not may_manage(actor, entry, Right.SEE_ALL_VIDEOS):
        raise FilesRestricted("This video is shown on the sites that its owner chose only")


def _check_password(tx: Tx, entry: VideoEntry, password: str | None) -> None:
    if password is None:
        raise PasswordRequired("This video opens with a password")
    given = password.encode()
    # All of them are compared, so that the time taken tells nothing.
    matches = [
        hmac.compare_digest(known.encode(), given)
        for known in list_passwords(tx, entry.video.id)
    ]
    if not any(matches):
        raise PasswordWrong("This password does not open the video")
