"""What a list of videos is asked for: paging, order, filters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import parse_qs

from msgspec import UNSET

from vitascope.base.ids import ChannelId
from vitascope.core.access.model import Actor, Right
from vitascope.core.videos.model import Order, Privacy, Selection, State
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.labels import PRIVACY_BY_ID
from vitascope.dialects.peertube.values import Values, unfold

T = TypeVar("T")

MOST, USUAL = 100, 15

ORDERS = {
    "name": Order.TITLE,
    "duration": Order.DURATION,
    "createdAt": Order.CREATED,
    "publishedAt": Order.PUBLISHED,
    "originallyPublishedAt": Order.ORIGINALLY_PUBLISHED,
    "views": Order.VIEWS,
    "likes": Order.LIKES,
    # Views are not counted by day, so that all of them stand for those of the last week.
    "trending": Order.VIEWS,
}

# Bits of ``include``. Nothing is blocked, muted or tagged by itself here, so the bits that ask
# for such videos add members and no rows; a list with other bits would not be what was asked.
INCLUDE_BLOCKED, INCLUDE_MUTED, INCLUDE_TAGS = 2, 4, 64
_INCLUDABLE = INCLUDE_BLOCKED | INCLUDE_MUTED | INCLUDE_TAGS

_NO_LANGUAGE = "_unknown"
_LIVE = (State.LIVE, State.ENDED)
_RECORDED = tuple(state for state in State if state not in _LIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Which part of a list."""

    start: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VideosQuery:
    """``is_empty`` when a filter asks for what there never is, such as videos of others'
    servers. ``include`` holds the bits that are honoured.
    """

    selection: Selection
    span: Span
    counted: bool
    include: int
    is_empty: bool


def read_query(query_string: bytes) -> dict[str, Any]:
    """A query as fields; repeated ones are lists."""
    return unfold(parse_qs(query_string.decode("latin-1"), keep_blank_values=True))


def read_span(values: Values) -> Span:
    """Notes a fault when start or count are out of range."""
    start, count = values.number("start"), values.number("count", 0, MOST)
    return Span(
        start=start if isinstance(start, int) else 0,
        count=count if isinstance(count, int) else USUAL,
    )


def read_order(values: Values, orders: Mapping[str, T]) -> tuple[T, bool]:
    """What to order by, and whether from the highest down: by ``createdAt``, the newest first,
    without a wish. Notes a fault for what is none of ``orders``.
    """
    asked = " ".join(values.words("sort")) or "-createdAt"
    name = asked.removeprefix("-")
    if name not in orders:
        values.fault("sort", f"Should be one of {', '.join(orders)}")
        name = "createdAt"
    return orders[name], asked.startswith("-")


def read_videos_query(
    fields: Mapping[str, Any], actor: Actor, base: Selection, *, hides_sensitive: bool = True
) -> VideosQuery:
    """The filters every public list of videos takes, narrowing ``base``. Sensitive videos are
    left out by ``hides_sensitive`` where ``nsfw`` says nothing.

    Raises:
        InvalidFields: a value breaks a rule, or asks for what this server cannot tell.
        WireError: 401, the filter is for those who may see all videos.
    """
    values = Values(fields, location="query")
    _refuse(values)
    selection = replace(
        _ordered(values, base),
        privacies=_privacies(values, actor),
        is_nsfw=_nsfw(values, hides_sensitive=hides_sensitive),
        categories=values.numbers("categoryOneOf"),
        licences=values.numbers("licenceOneOf"),
        languages=tuple(
            None if code == _NO_LANGUAGE else code for code in values.words("languageOneOf")
        ),
        any_tags=values.words("tagsOneOf"),
        all_tags=values.words("tagsAllOf"),
        search=" ".join(values.words("search")),
    )
    selection, is_empty = _by_kind(values, selection)
    query = VideosQuery(
        selection=selection,
        span=read_span(values),
        counted=values.flag("skipCount") is not True,
        include=_include(values, actor),
        is_empty=is_empty or bool(_seeing_all(values, "autoTagOneOf", actor)),
    )
    values.check()
    return query


def read_own_query(fields: Mapping[str, Any], base: Selection) -> VideosQuery:
    """The filters of a user's own list.

    Raises:
        InvalidFields: a value breaks a rule.
    """
    values = Values(fields, location="query")
    channel_id = values.number("channelId")
    selection = replace(
        _ordered(values, base),
        search=" ".join(values.words("search")),
        channel_id=ChannelId(channel_id) if isinstance(channel_id, int) else None,
    )
    selection, is_empty = _by_kind(values, selection)
    query = VideosQuery(
        selection=selection,
        span=read_span(values),
        counted=values.flag("skipCount") is not True,
        include=0,
        is_empty=is_empty,
    )
    values.check()
    return query


def _ordered(values: Values, base: Selection) -> Selection:
    asked = " ".join(values.words("sort")) or "-publishedAt"
    order = ORDERS.get(asked.removeprefix("-"))
    if order is None:
        values.fault("sort", f"Should be one of {', '.join(ORDERS)}")
        return base
    return replace(base, order=order, descending=asked.startswith("-"))


def _refuse(values: Values) -> None:
    if "filter" in values:
        values.fault("filter", "Use isLocal, include and privacyOneOf instead")
    if values.flag("excludeAlreadyWatched") is True:
        values.fault(
            "excludeAlreadyWatched", "This server keeps no history of what was watched"
        )


def _nsfw(values: Values, *, hides_sensitive: bool) -> bool | None:
    asked = values.raw("nsfw")
    if asked == "both" or (asked is UNSET and not hides_sensitive):
        return None
    return values.flag("nsfw") is True


def _by_kind(values: Values, selection: Selection) -> tuple[Selection, bool]:
    """Narrow to live or recorded videos; the flag says that nothing can be left."""
    is_live = values.flag("isLive")
    if is_live is not UNSET:
        selection = replace(selection, states=_LIVE if is_live else _RECORDED)
    old_name = values.flag("hasWebtorrentFiles")
    web_files = values.flag("hasWebVideoFiles") if old_name is UNSET else old_name
    if web_files is True and selection.states != _LIVE:
        # Put together when somebody asks, once the renditions are complete.
        selection = replace(selection, states=(State.READY,))
    absent = (values.flag("isLocal"), values.flag("hasHLSFiles"), web_files)
    is_empty = False in absent or (web_files is True and selection.states == _LIVE)
    return selection, is_empty


def _privacies(values: Values, actor: Actor) -> tuple[Privacy, ...]:
    asked = _seeing_all(values, "privacyOneOf", actor)
    if not asked:
        known = Privacy.PUBLIC, Privacy.INTERNAL
        return known[:1] if actor.is_anonymous else known
    if not set(asked) <= set(PRIVACY_BY_ID):
        values.fault("privacyOneOf", "Is not a known value")
    return tuple(PRIVACY_BY_ID[number] for number in asked if number in PRIVACY_BY_ID)


def _include(values: Values, actor: Actor) -> int:
    asked = values.number("include")
    if not isinstance(asked, int) or not asked:
        return 0
    _check_sees_all(actor, "include")
    if asked & ~_INCLUDABLE:
        values.fault("include", f"This server knows the bits of {_INCLUDABLE} only")
    return asked


def _seeing_all(values: Values, name: str, actor: Actor) -> tuple[Any, ...]:
    if name not in values:
        return ()
    _check_sees_all(actor, name)
    return values.words(name) if name == "autoTagOneOf" else values.numbers(name)


def _check_sees_all(actor: Actor, name: str) -> None:
    if not actor.may(Right.SEE_ALL_VIDEOS):
        raise WireError(401, f"You are not allowed to use {name}")
