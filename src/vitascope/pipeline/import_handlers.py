"""Which steps import what, for the wiring."""

from collections.abc import Mapping, Sequence
from functools import partial

from vitascope.core.imports.events import (
    ChannelImportAsked,
    ImportAsked,
    ImportCancelAsked,
    ImportEnded,
    SyncDue,
)
from vitascope.jobs import Event, Handler
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_run import (
    RUN_IMPORT,
    clean_import,
    give_up_import,
    run_import,
    stop_import,
)
from vitascope.pipeline.sync import (
    give_up_channel_import,
    give_up_sync,
    run_channel_import,
    run_sync,
)

IMPORT = "import"
"""The queue of everything that is fetched: as many at once as the operator says."""
SYNC = "sync"
"""The queue of looking at channels."""


def import_handlers(
    desk: ImportDesk, *, cleanup: str = "cleanup"
) -> Mapping[type[Event], Sequence[Handler]]:
    """What imports and synchronisations do. ``cleanup`` is the queue of short steps, which
    must not wait until something is fetched.
    """
    return {
        ImportAsked: [
            Handler(
                name=RUN_IMPORT,
                run=partial(run_import, desk),
                queue=IMPORT,
                key=_about_import,
                on_failed=partial(give_up_import, desk),
            )
        ],
        ImportCancelAsked: [
            Handler(
                name="stop_import",
                run=partial(stop_import, desk),
                queue=cleanup,
                key=_about_import,
            )
        ],
        ImportEnded: [
            Handler(
                name="clean_import",
                run=partial(clean_import, desk),
                queue=cleanup,
                key=_about_import,
            )
        ],
        SyncDue: [
            Handler(
                name="run_sync",
                run=partial(run_sync, desk),
                queue=SYNC,
                key=lambda event: str(event.sync_id),
                on_failed=partial(give_up_sync, desk),
            )
        ],
        ChannelImportAsked: [
            Handler(
                name="run_channel_import",
                run=partial(run_channel_import, desk),
                queue=SYNC,
                key=lambda event: str(event.channel_id),
                on_failed=partial(give_up_channel_import, desk),
            )
        ],
    }


def _about_import(event: ImportAsked | ImportCancelAsked | ImportEnded) -> str:
    return str(event.import_id)
