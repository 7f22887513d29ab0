"""The studio's pages: what the server writes into them, for their scripts too."""

from typing import Any

import msgspec
from litestar import Response

from vitascope.core.accounts.model import User
from vitascope.core.users.usage import user_usage
from vitascope.web.account_views import FormView
from vitascope.web.desk import Desk
from vitascope.web.sessions import Visit
from vitascope.web.studio_fields import (
    USUAL_PRIVACY,
    Choice,
    list_channel_choices,
    list_language_choices,
    list_preset_choices,
    list_privacy_choices,
)
from vitascope.web.studio_library_shelf import own_path
from vitascope.web.studio_library_wish import Wish, folder_named
from vitascope.web.studio_wire import ImportOut

UPLOAD_FORM = FormView("upload", {"privacy": USUAL_PRIVACY})
IMPORT_FORM = FormView("import", {"privacy": USUAL_PRIVACY})


def upload_page(
    desk: Desk, visit: Visit, user: User, *, form: FormView, status: int = 200
) -> Response[str]:
    """Where files are chosen. They go into the folder that the form names.

    Raises:
        NotFound: it names a folder that is none of the user's.
    """
    runtime = desk.runtime
    folder_id = folder_named(form.value("folder"))
    with runtime.db.read() as tx:
        path = own_path(tx, user.account.id, folder_id)
        usage = user_usage(tx, user.id, now=runtime.now())
        channels, presets = list_channel_choices(tx, user), list_preset_choices(tx, user)
    offered = {"languages": list_language_choices(), "presets": presets}
    return desk.page(
        visit,
        "studio/upload.html",
        status=status,
        form=form,
        most_bytes=runtime.max_upload_bytes,
        used_bytes=usage.total_bytes,
        quota_bytes=user.quota_bytes,
        into=" / ".join(folder.name for folder in path),
        back=Wish(folder_id=folder_id).address(),
        **_choices(channels, **offered, folder_id=folder_id),
    )


def imports_page(
    desk: Desk,
    visit: Visit,
    user: User,
    *,
    imports: list[ImportOut],
    form: FormView,
    status: int = 200,
    done: str | None = None,
) -> Response[str]:
    """Where addresses are typed, and what came of them."""
    with desk.runtime.db.read() as tx:
        channels = list_channel_choices(tx, user)
    policy = desk.runtime.imports
    told: dict[str, Any] = {
        "offered": {"urls": policy.urls, "sites": policy.sites, "torrents": policy.torrents},
        "is_offered": user.allowances.imports_enabled and (policy.urls or policy.torrents),
    }
    return desk.page(
        visit,
        "studio/imports.html",
        status=status,
        form=form,
        imports=imports,
        done=done,
        **told,
        **_choices(channels, **told),
    )


def _choices(channels: list[Choice], **more: Any) -> dict[str, Any]:
    """As templates read them, and as scripts do."""
    privacies = list_privacy_choices()
    config = {"channels": channels, "privacies": privacies, "usual_privacy": USUAL_PRIVACY}
    return {
        "channels": {choice.value: choice.label for choice in channels},
        "privacies": {choice.value: choice.label for choice in privacies},
        "config": msgspec.to_builtins({**config, **more}),
    }
