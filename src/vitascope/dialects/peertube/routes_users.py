"""What users see and change of themselves."""

from dataclasses import replace

from litestar import delete, get, put

from vitascope.core.access.model import Actor
from vitascope.core.access.passwords import hash_password
from vitascope.core.channels.queries import list_account_channels
from vitascope.core.users.delete import delete_me
from vitascope.core.users.profile import change_me, confirm_password, me
from vitascope.core.users.usage import user_usage
from vitascope.core.videos.model import Selection
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.avatars import avatars_of
from vitascope.dialects.peertube.bodies import read_fields
from vitascope.dialects.peertube.lists import list_own
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.queries import MOST, read_own_query, read_query
from vitascope.dialects.peertube.user_fields import ProfileWish, read_profile
from vitascope.dialects.peertube.wire import own_video_out
from vitascope.dialects.peertube.wire_users import user_out
from vitascope.http.caller import client_of
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_password_thread, on_thread


@get("/api/v1/users/me", operation_id="getUserInfo", sync_to_thread=True)
def see_me(request: AnyRequest) -> Answer:
    parts, actor = parts_of(request), get_caller(request)
    with parts.runtime.db.read() as tx:
        user = me(tx, actor)
        channels = list_account_channels(tx, user.account.id, count=MOST).items
        avatars = avatars_of(tx, (user.account, *channels))
    shown = user_out(user, channels, parts.site, avatars)
    shown.special_playlists = ()
    return answer(shown)


@put("/api/v1/users/me", operation_id="putUserInfo", status_code=204)
async def update_me(request: AnyRequest) -> None:
    runtime = parts_of(request).runtime
    actor = await on_thread(get_caller, request)
    # Before the body is looked at: a key must not try passwords.
    actor.check_is_person()
    wish = read_profile(await read_fields(request))
    if wish.needs_confirmation:
        address = client_of(request.scope).address
        wish = await on_password_thread(_confirmed, runtime, actor, wish, address)
    await on_thread(_change, runtime, actor, wish)


@delete("/api/v1/users/me", status_code=204, sync_to_thread=True)
def remove_me(request: AnyRequest) -> None:
    actor = get_caller(request)
    with parts_of(request).runtime.db.begin() as tx:
        delete_me(tx, actor)


@get("/api/v1/users/me/video-quota-used", sync_to_thread=True)
def my_quota(request: AnyRequest) -> Answer:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    with runtime.db.read() as tx:
        usage = user_usage(tx, actor.known_user(), now=runtime.now())
    return answer(
        {"videoQuotaUsed": usage.total_bytes, "videoQuotaUsedDaily": usage.daily_bytes}
    )


@get("/api/v1/users/me/videos", sync_to_thread=True)
def my_videos(request: AnyRequest) -> Answer:
    parts, actor = parts_of(request), get_caller(request)
    fields = read_query(request.scope["query_string"])
    query = read_own_query(fields, Selection(owner=actor.account_id))
    with parts.runtime.db.read() as tx:
        return answer(list_own(tx, parts, query, own_video_out))


def _confirmed(runtime: Runtime, actor: Actor, wish: ProfileWish, address: str) -> ProfileWish:
    """The wish with the hash of its new password, once the current one was right."""
    current = str(wish.current_password)
    confirm_password(
        runtime.db, actor.known_user(), current, address=address, now=runtime.now()
    )
    if not isinstance(wish.password, str):
        return wish
    changes = replace(wish.changes, password_hash=hash_password(wish.password))
    return replace(wish, changes=changes)


def _change(runtime: Runtime, actor: Actor, wish: ProfileWish) -> None:
    with runtime.db.begin() as tx:
        changes = wish.applied_to(me(tx, actor))
        verifies_email = runtime.signup.verifies_email
        change_me(tx, actor, changes, verifies_email=verifies_email, now=runtime.now())


ROUTES = (see_me, update_me, remove_me, my_quota, my_videos)
