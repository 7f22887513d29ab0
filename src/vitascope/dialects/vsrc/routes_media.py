"""Get, delete, list, search, and the code that embeds a video."""

from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.core.tags.queries import list_account_tags
from vitascope.core.videos.delete import remove_entry
from vitascope.core.videos.model import Selection
from vitascope.core.videos.queries.listing import list_videos
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.auth import AnyRequest, KeyGate
from vitascope.dialects.vsrc.binding import bind
from vitascope.dialects.vsrc.embed import embed_code
from vitascope.dialects.vsrc.ids import parse_any_id, parse_vod_id
from vitascope.dialects.vsrc.media import own_media, own_selection, show, show_all
from vitascope.dialects.vsrc.query import Paging, list_query, search_query
from vitascope.dialects.vsrc.wire import (
    DeletedOut,
    EmbedOut,
    Envelope,
    MediaOut,
    MediaPageOut,
    PaginationOut,
    TagOut,
)
from vitascope.http.runtime import Runtime


def routes(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    return [*_single(runtime, gate), *_lists(runtime, gate)]


def _single(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    def show_media(media_id: FromPath[str], request: AnyRequest) -> Envelope[MediaOut]:
        actor = gate.reader(request)
        video = parse_vod_id(media_id)
        with runtime.db.read() as tx:
            return Envelope(data=show(tx, own_media(tx, actor, video)))

    def delete_media(media_id: FromPath[str], request: AnyRequest) -> Envelope[DeletedOut]:
        actor = gate.writer(request)
        video = parse_vod_id(media_id)
        with runtime.db.begin() as tx:
            remove_entry(tx, own_media(tx, actor, video))
        return Envelope(message="Media deleted successfully", data=DeletedOut(media_id))

    def embed_media(media_id: FromPath[str], request: AnyRequest) -> Envelope[EmbedOut]:
        actor = gate.reader(request)
        video = parse_any_id(media_id)
        with runtime.db.read() as tx:
            shown = show(tx, own_media(tx, actor, video))
        embedded = EmbedOut(
            media_id=media_id,
            title=shown.title,
            description=shown.description,
            encoding_status=shown.encoding_status,
            embed_code=embed_code(runtime.public_url, video),
        )
        return Envelope(data=embedded)

    return [
        *bind(paths.SHOW, show_media),
        *bind(paths.DELETE, delete_media),
        *bind(paths.EMBED, embed_media),
    ]


def _lists(runtime: Runtime, gate: KeyGate) -> list[HTTPRouteHandler]:
    def list_media(request: AnyRequest) -> Envelope[MediaPageOut]:
        actor = gate.reader(request)
        status, paging = list_query(request.query_params)
        return _page(runtime, own_selection(actor, status=status), paging)

    def search_media(request: AnyRequest) -> Envelope[MediaPageOut]:
        actor = gate.reader(request)
        tags, paging = search_query(request.query_params)
        return _page(runtime, own_selection(actor, **tags), paging)

    def list_tags(request: AnyRequest) -> Envelope[list[TagOut]]:
        account_id = gate.reader(request).account_id
        with runtime.db.read() as tx:
            found = [] if account_id is None else list_account_tags(tx, account_id)
        return Envelope(data=[TagOut.of(tag) for tag in found])

    return [
        *bind(paths.LIST, list_media),
        *bind(paths.SEARCH, search_media),
        *bind(paths.TAGS, list_tags),
    ]


def _page(runtime: Runtime, selection: Selection, paging: Paging) -> Envelope[MediaPageOut]:
    with runtime.db.read() as tx:
        found = list_videos(tx, selection, start=paging.start, count=paging.limit)
        shown = show_all(tx, found.items)
    total = found.total or 0
    pagination = PaginationOut(paging.page, paging.limit, total, -(-total // paging.limit))
    return Envelope(data=MediaPageOut(shown, pagination))
