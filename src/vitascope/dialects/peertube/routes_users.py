"""What users see of themselves."""

from datetime import timedelta

from litestar import get

from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user
from vitascope.core.channels.queries import list_account_channels
from vitascope.core.videos.model import Selection
from vitascope.core.videos.queries.usage import sum_source_bytes
from vitascope.db import Tx
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.errors import InvalidToken
from vitascope.dialects.peertube.lists import list_own
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.queries import MOST, read_own_query, read_query
from vitascope.dialects.peertube.wire import own_video_out
from vitascope.dialects.peertube.wire_users import user_out

_DAY = timedelta(days=1)


@get("/api/v1/users/me", operation_id="getUserInfo", sync_to_thread=True)
def me(request: AnyRequest) -> Answer:
    parts, actor = parts_of(request), get_caller(request)
    with parts.runtime.db.read() as tx:
        user = _user(tx, actor)
        channels = list_account_channels(tx, user.account.id, count=MOST)
    return answer(user_out(user, channels.items, parts.site))


@get("/api/v1/users/me/video-quota-used", sync_to_thread=True)
def my_quota(request: AnyRequest) -> Answer:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    with runtime.db.read() as tx:
        account_id = _user(tx, actor).account.id
        used = sum_source_bytes(tx, account_id)
        today = sum_source_bytes(tx, account_id, since=runtime.now() - _DAY)
    return answer({"videoQuotaUsed": used, "videoQuotaUsedDaily": today})


@get("/api/v1/users/me/videos", sync_to_thread=True)
def my_videos(request: AnyRequest) -> Answer:
    parts, actor = parts_of(request), get_caller(request)
    fields = read_query(request.scope["query_string"])
    query = read_own_query(fields, Selection(owner=actor.account_id))
    with parts.runtime.db.read() as tx:
        return answer(list_own(tx, parts, query, own_video_out))


def _user(tx: Tx, actor: Actor) -> User:
    """
    Raises:
        InvalidToken: the user was removed a moment ago.
    """
    user = None if actor.user_id is None else find_user(tx, actor.user_id)
    if user is None:
        raise InvalidToken("Token is invalid")
    return user


ROUTES = (me, my_quota, my_videos)
