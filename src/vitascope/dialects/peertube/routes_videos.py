"""Videos: lists, one by one, changed and removed."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from litestar import delete, get, put
from litestar.params import FromPath

from vitascope.base.ids import parse_video_ref
from vitascope.core.access.model import ANONYMOUS, Actor, Right
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.details import view_details
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Selection
from vitascope.core.videos.read import manage_video, view_video
from vitascope.core.videos.update import edit_video
from vitascope.dialects.peertube.answers import Answer, answer, encode
from vitascope.dialects.peertube.auth import find_caller, get_caller, password_of
from vitascope.dialects.peertube.avatars import avatars_of
from vitascope.dialects.peertube.bodies import read_fields_and_files
from vitascope.dialects.peertube.fields import read_fields
from vitascope.dialects.peertube.lists import ListOut, hides_sensitive, list_public
from vitascope.dialects.peertube.parts import AnyRequest, Parts, parts_of
from vitascope.dialects.peertube.pictures import (
    convert_picture,
    picture_rules,
    store_picture,
)
from vitascope.dialects.peertube.queries import read_query, read_videos_query
from vitascope.dialects.peertube.wire_details import details_out
from vitascope.http.caller import shown_credential
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread


@get("/api/v1/videos", operation_id="getVideos")
async def list_all(request: AnyRequest) -> Answer:
    parts = parts_of(request)
    query_string: bytes = request.scope["query_string"]
    if shown_credential(request.scope) is not None:
        listed = await on_thread(_list_for_caller, parts, request)
        return answer(listed)
    fields = read_query(query_string)
    loop = asyncio.get_running_loop()
    body = await loop.run_in_executor(parts.readers, _list_encoded, parts, fields)
    parts.lists.put(query_string, body)
    return Answer(body)


@get("/api/v1/videos/{video_id:str}", operation_id="getVideo", sync_to_thread=True)
def one(request: AnyRequest, video_id: FromPath[str]) -> Answer:
    parts, actor = parts_of(request), find_caller(request)
    password = password_of(request)
    with parts.runtime.db.read() as tx:
        details = view_details(tx, actor, parse_video_ref(video_id), password=password)
        avatars = avatars_of(tx, (details.account, details.channel))
    return answer(details_out(details, parts.site, avatars))


@get(
    "/api/v1/videos/{video_id:str}/description",
    operation_id="getVideoDesc",
    sync_to_thread=True,
)
def description(request: AnyRequest, video_id: FromPath[str]) -> Answer:
    actor, password = find_caller(request), password_of(request)
    with parts_of(request).runtime.db.read() as tx:
        entry = view_video(tx, actor, parse_video_ref(video_id), password=password)
    return answer({"description": entry.video.description})


@put("/api/v1/videos/{video_id:str}", operation_id="putVideo", status_code=204)
async def update(request: AnyRequest, video_id: FromPath[str]) -> None:
    runtime = parts_of(request).runtime
    actor = await on_thread(get_caller, request)
    given, form = await read_fields_and_files(request, picture_rules(runtime.incoming))
    try:
        fields = read_fields(given, is_new=False)
        picture = await on_thread(convert_picture, form)
        await on_thread(_update, runtime, actor, video_id, fields, picture)
    finally:
        await form.discard()


@delete(
    "/api/v1/videos/{video_id:str}",
    operation_id="delVideo",
    status_code=204,
    sync_to_thread=True,
)
def remove(request: AnyRequest, video_id: FromPath[str]) -> None:
    actor = get_caller(request)
    with parts_of(request).runtime.db.begin() as tx:
        delete_video(tx, actor, parse_video_ref(video_id))


def _list_for_caller(parts: Parts, request: AnyRequest) -> ListOut:
    return _list(parts, read_query(request.scope["query_string"]), find_caller(request))


def _list_encoded(parts: Parts, fields: Mapping[str, Any]) -> bytes:
    return encode(_list(parts, fields, ANONYMOUS))


def _list(parts: Parts, fields: Mapping[str, Any], actor: Actor) -> ListOut:
    with parts.runtime.db.read() as tx:
        hides = hides_sensitive(tx, actor)
        query = read_videos_query(fields, actor, Selection(), hides_sensitive=hides)
        return list_public(tx, parts, query)


def _update(
    runtime: Runtime, actor: Actor, video_id: str, fields: VideoFields, picture: bytes | None
) -> None:
    ref = parse_video_ref(video_id)
    with runtime.db.read() as tx:
        video = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO).video
    if picture is not None:
        fields = replace(fields, poster_key=store_picture(runtime, video.uuid, picture))
    with runtime.db.begin() as tx:
        edit_video(tx, actor, ref, fields, now=runtime.now())
    if picture is not None and video.poster_key is not None:
        runtime.store.delete(video.poster_key)


ROUTES = (list_all, one, description, update, remove)
