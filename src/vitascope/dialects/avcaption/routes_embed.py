"""Embed tokens: made for viewers, revoked, and what they show."""

from litestar import delete, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.errors import Invalid
from vitascope.base.ids import parse_video_ref
from vitascope.core.access.model import Actor
from vitascope.core.assets.queries import find_asset
from vitascope.core.captions.read import list_captions
from vitascope.core.embeds.make import make_embed_token, revoke_embed_token
from vitascope.core.embeds.model import EmbedNotFound
from vitascope.core.embeds.open import open_embed
from vitascope.core.presets.keep import look_of
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.dialects.avcaption.auth import AnyRequest, Gate
from vitascope.dialects.avcaption.headers import UNCACHED
from vitascope.dialects.avcaption.input import Input, read_json
from vitascope.dialects.avcaption.library import STATUS
from vitascope.dialects.avcaption.limits import EMBED_TOKENS, READS
from vitascope.dialects.avcaption.wire_embed import (
    EmbedOut,
    EmbedTokenOut,
    Shown,
    as_rejected,
    embed_out,
    read_new_token,
)
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @get("/embed/{embed_token:str}", sync_to_thread=True)
    def show(embed_token: FromPath[str], request: AnyRequest) -> EmbedOut:
        gate.stranger(request, READS)
        with runtime.db.read() as tx:
            shown = _shown(tx, runtime, embed_token)
        return embed_out(shown, embed_token, runtime.public_url)

    @post("/embed-token", response_headers=UNCACHED)
    async def make(request: AnyRequest) -> EmbedTokenOut:
        actor = await on_thread(gate.writer, request, EMBED_TOKENS)
        return await on_thread(_make, runtime, actor, await read_json(request))

    @delete("/embed-token/{embed_token:str}", sync_to_thread=True)
    def revoke(embed_token: FromPath[str], request: AnyRequest) -> None:
        actor = gate.writer(request, EMBED_TOKENS)
        with runtime.db.begin() as tx:
            revoke_embed_token(tx, actor, embed_token, now=runtime.now())

    return [show, make, revoke]


def _shown(tx: Tx, runtime: Runtime, token: str) -> Shown:
    """Raises EmbedNotFound for a live stream, too: they are no videos here."""
    embed = open_embed(tx, token, now=runtime.now())
    entry = embed.entry
    if entry.video.state not in STATUS:
        raise EmbedNotFound
    asset = None if entry.media is None else find_asset(tx, entry.media.id)
    captions = [] if asset is None else list_captions(tx, entry.video.id, asset)
    return Shown(embed=embed, asset=asset, captions=captions, preset=look_of(tx, entry))


def _make(runtime: Runtime, actor: Actor, given: Input) -> EmbedTokenOut:
    video, new = read_new_token(given)
    ref = parse_video_ref(video)
    with runtime.db.begin() as tx:
        try:
            made, token = make_embed_token(tx, actor, ref, new, now=runtime.now())
        except Invalid as error:
            raise as_rejected(error) from None
        shown = str(get_entry(tx, made.video_id).video.uuid)
    return EmbedTokenOut.of(made, token, shown, runtime.public_url)
