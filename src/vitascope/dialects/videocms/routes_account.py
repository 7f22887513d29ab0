"""What users see and change of themselves."""

import shutil
from pathlib import Path

from litestar import get, put
from litestar.handlers import HTTPRouteHandler
from msgspec import UNSET

from vitascope.core.access.model import Actor
from vitascope.core.access.passwords import hash_password
from vitascope.core.users.model import UserEntry
from vitascope.core.users.profile import ProfileChanges, change_me, me
from vitascope.core.users.usage import user_usage
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, empty
from vitascope.dialects.videocms.auth import actor_of, person_of
from vitascope.dialects.videocms.input import Broken, read_input
from vitascope.dialects.videocms.wire import AccountOut, OwnSettingsOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_password_thread, on_thread

_KEY_REFUSAL = "API Key Not Permitted to Update Settings"


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @get("/api/account", sync_to_thread=True)
    def account(request: AnyRequest) -> Answer:
        entry = _entry(runtime, actor_of(request))
        return answer(AccountOut.of(entry, free_bytes=_free_bytes(runtime.incoming)))

    @get("/api/account/settings", sync_to_thread=True)
    def settings(request: AnyRequest) -> Answer:
        with runtime.db.read() as tx:
            user = me(tx, actor_of(request))
        return answer(OwnSettingsOut(user.preferences.player_captcha))

    @put("/api/account/settings")
    async def change_settings(request: AnyRequest) -> Answer:
        actor = person_of(request, _KEY_REFUSAL)
        given = await read_input(request)
        player_captcha = given.flag("EnablePlayerCaptcha")
        if player_captcha is None:
            raise Broken("EnablePlayerCaptcha", "required")
        password = given.text("NewPassword", shortest=8, longest=64)
        changes = ProfileChanges(
            preferences={"player_captcha": player_captcha},
            password_hash=await on_password_thread(hash_password, password)
            if password
            else UNSET,
        )
        await on_thread(_change, runtime, actor, changes)
        return empty()

    return [account, settings, change_settings]


def _entry(runtime: Runtime, actor: Actor) -> UserEntry:
    with runtime.db.read() as tx:
        user = me(tx, actor)
        return UserEntry(user=user, usage=user_usage(tx, user.id, now=runtime.now()))


def _change(runtime: Runtime, actor: Actor, changes: ProfileChanges) -> None:
    with runtime.db.begin() as tx:
        change_me(
            tx,
            actor,
            changes,
            verifies_email=runtime.signup.verifies_email,
            now=runtime.now(),
        )


def _free_bytes(folder: Path) -> int:
    """What the disk of ``folder``, which may be still to come, has room for."""
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(existing).free
