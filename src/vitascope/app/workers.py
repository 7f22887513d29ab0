"""The durable work: who reacts to what, and with which parts."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from vitascope.app.parts import Parts
from vitascope.core.assets.events import AssetPrepared, AssetRemoved, SourceReceived
from vitascope.core.settings.events import SettingsChanged
from vitascope.core.settings.model import Settings
from vitascope.core.users.events import PicturesReplaced, ProfileChanged, UserDeleted
from vitascope.core.videos.events import VideoDeleted, VideoPublished
from vitascope.http.runtime import utc_now
from vitascope.jobs import Event, Handler, Queue
from vitascope.jobs.engine import Engine
from vitascope.media.encoders import ENCODERS
from vitascope.notify import MAIL, Mailroom, Site, mail_handlers, open_postbox
from vitascope.pipeline.actor_pictures import remove_actor_pictures
from vitascope.pipeline.cleanup import clean_up, remove_pictures
from vitascope.pipeline.giving_up import give_up
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_handlers import IMPORT, SYNC, import_handlers
from vitascope.pipeline.ladder import encode_ladder
from vitascope.pipeline.prepare import prepare
from vitascope.pipeline.settings_steps import adjust_queues, cancel_unoffered_imports
from vitascope.pipeline.translation_handlers import TRANSLATE, translation_handlers
from vitascope.pipeline.workshop import Workshop
from vitascope.storage import LocalPaths

PREPARE, TRANSCODE, CLEANUP = "prepare", "transcode", "cleanup"
PREPARED_AT_ONCE = 2


def handlers(
    shop: Workshop, room: Mailroom, desk: ImportDesk, adjust: Callable[[], None]
) -> Mapping[type[Event], Sequence[Handler]]:
    """Who reacts to what. A new step or subscriber is one line here."""
    about = _about_asset
    return {
        **mail_handlers(room),
        **import_handlers(desk, cleanup=CLEANUP),
        **translation_handlers(shop),
        **_picture_handlers(shop),
        ProfileChanged: [],
        SettingsChanged: [*_settings_handlers(desk, adjust)],
        SourceReceived: [
            Handler(
                name="prepare",
                run=partial(prepare, shop),
                queue=PREPARE,
                key=about,
                on_failed=partial(give_up, shop),
            )
        ],
        AssetPrepared: [
            Handler(
                name="encode_ladder",
                run=partial(encode_ladder, shop),
                queue=TRANSCODE,
                key=about,
                on_failed=partial(give_up, shop),
            )
        ],
        AssetRemoved: [
            Handler(name="clean_up", run=partial(clean_up, shop), queue=CLEANUP, key=about)
        ],
        VideoPublished: [],
        VideoDeleted: [
            Handler(
                name="remove_pictures",
                run=partial(remove_pictures, shop),
                queue=CLEANUP,
                key=lambda event: str(event.video_id),
            )
        ],
    }


def _settings_handlers(desk: ImportDesk, adjust: Callable[[], None]) -> Sequence[Handler]:
    """Everything else asks for the settings when it needs them."""
    steps = {
        "adjust_queues": partial(adjust_queues, desk.settings, adjust),
        "cancel_unoffered_imports": partial(cancel_unoffered_imports, desk),
    }
    return [
        Handler(name=name, run=run, queue=CLEANUP, key=lambda _: "", attempts=6)
        for name, run in steps.items()
    ]


def _picture_handlers(shop: Workshop) -> Mapping[type[Event], Sequence[Handler]]:
    remove = partial(remove_actor_pictures, shop)
    return {
        PicturesReplaced: [
            Handler(
                name="remove_replaced_pictures",
                run=remove,
                queue=CLEANUP,
                key=lambda event: str(event.handle),
            )
        ],
        UserDeleted: [
            Handler(
                name="remove_user_pictures",
                run=remove,
                queue=CLEANUP,
                key=lambda event: str(event.user_id),
            )
        ],
    }


def mailroom(parts: Parts) -> Mailroom:
    """What writes and sends mails."""
    config = parts.config
    sender = config.mail_from or config.admin_email
    return Mailroom(
        db=parts.db,
        postbox=open_postbox(
            config.smtp_url, sender, name=lambda: parts.settings.current().instance_name
        ),
        site=lambda: _site(parts.settings.current()),
        now=utc_now,
    )


def _site(settings: Settings) -> Site:
    return Site(name=settings.instance_name, url=settings.public_url)


def concurrency(settings: Settings) -> Mapping[str, int]:
    """How many jobs of the queues that settings are about each worker runs at once."""
    is_on = settings.encoding_enabled
    return {
        PREPARE: PREPARED_AT_ONCE if is_on else 0,
        TRANSCODE: settings.encodes if is_on else 0,
        IMPORT: settings.imports_at_once,
    }


def engine(parts: Parts) -> Engine:
    """The durable engine with every step, not started."""
    made: list[Engine] = []
    shop = Workshop(
        db=parts.db,
        store=parts.store,
        tools=parts.tools,
        scratch=parts.scratch,
        settings=parts.settings,
        encoder=ENCODERS[parts.config.video_encoder],
        # On SQLite there is one machine, and a local store may be shared by several, with
        # the scratch folder beside it; a worker's own disk is out of players' reach.
        serves_growing=parts.db.is_embedded or isinstance(parts.store, LocalPaths),
        cancel=lambda step, key: made[0].cancel(step, key),
        now=utc_now,
    )
    queues = (
        Queue(PREPARE, PREPARED_AT_ONCE),
        Queue(TRANSCODE, parts.config.encodes),
        Queue(IMPORT, parts.config.imports),
        Queue(SYNC, 1),
        Queue(CLEANUP, 2),
        Queue(MAIL, 4),
        Queue(TRANSLATE, 2),
    )
    desk = import_desk(parts, shop.cancel)
    listed = handlers(shop, mailroom(parts), desk, lambda: made[0].adjust())
    made.append(
        Engine(
            parts.db,
            listed,
            queues,
            concurrency=lambda: concurrency(parts.settings.current()),
            dead_after_s=parts.config.worker_dead_after_s,
        )
    )
    return made[0]


def import_desk(parts: Parts, cancel: Callable[[str, str], int]) -> ImportDesk:
    """What imports work with."""
    config = parts.config
    return ImportDesk(
        db=parts.db,
        store=parts.store,
        tools=parts.tools,
        folder=parts.fetched,
        networks=config.fetch_networks,
        settings=parts.settings,
        min_free_bytes=config.min_free_bytes,
        cancel=cancel,
        now=utc_now,
    )


def _about_asset(event: SourceReceived | AssetPrepared | AssetRemoved) -> str:
    return str(event.asset_id)
