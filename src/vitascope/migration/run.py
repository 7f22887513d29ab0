"""Copying all that somebody has on another server, once, however often it is run."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vitascope.base.errors import Invalid, ProductError, StorageFull
from vitascope.base.ids import AccountId
from vitascope.core.access.model import Actor
from vitascope.core.assets.model import asset_folder
from vitascope.core.channels.make import channel_owner
from vitascope.core.folders.make import make_path
from vitascope.core.migration.channels import copy_channel
from vitascope.core.migration.model import Item, ItemKind, ItemState
from vitascope.core.migration.queries import list_items
from vitascope.core.migration.videos import end_copy, make_copy
from vitascope.core.uploads.finish import Source
from vitascope.core.uploads.room import check_room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Video
from vitascope.core.videos.queries.entries import get_entry
from vitascope.fetch.download import PAUSES_S
from vitascope.fetch.errors import BadAnswer, FetchError, Unreachable
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploading import look_into
from vitascope.http.uploads.room import room_of
from vitascope.media.findings import Probe
from vitascope.migration.beside import Beside, copy_beside
from vitascope.migration.fetching import Fetched, Place, fetch_files, look_at
from vitascope.migration.model import (
    CannotCopy,
    Described,
    Library,
    Listed,
    Outcome,
    Result,
    Watcher,
)
from vitascope.migration.remote import Remote

_LOGIN_OVER = 401


@dataclass(slots=True, kw_only=True)
class Report:
    """``remarks`` are about no video in particular. ``stopped`` says why the rest was not
    tried, None when all was.
    """

    results: list[Result] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    stopped: str | None = None


class Stopped(Exception):
    """There is no use in trying the next video."""


class Migration:
    """Copies a library to an actor. ``folder`` holds files on their way; it is on the file
    system of a local store, and one migration at a time works in it. ``pauses_s`` lie between
    the tries to fetch a file.
    """

    def __init__(
        self,
        runtime: Runtime,
        actor: Actor,
        library: Library,
        remote: Remote,
        *,
        folder: Path,
        watcher: Watcher,
        pauses_s: Sequence[float] = PAUSES_S,
    ) -> None:
        self._runtime = runtime
        self._actor = actor
        self._library = library
        self._remote = remote
        self._folder = folder
        self._watcher = watcher
        self._pauses_s = pauses_s
        self.report = Report()
        """What happened so far."""

    async def run(self) -> Report:
        """Copy every video that was not copied yet, one after another.

        A video that cannot be copied does not keep the others from it. May be ended at any
        moment, however hard: the next run goes on.

        Raises:
            FetchError, CannotCopy: the library cannot be listed.
            LoginRequired, Forbidden: the actor may not have videos.
        """
        owner = channel_owner(self._actor)
        listed = await self._library.list_videos()
        for path in await self._library.list_folders():
            await on_thread(self._make_folder, path)
        known = await on_thread(self._list_items, owner)
        self._watcher.begins(len(listed))
        for each in listed:
            try:
                self._end(await self._copy(each, known.get(each.ref)))
            except Stopped as error:
                self.report.stopped = str(error)
                break
        return self.report

    def _end(self, result: Result) -> None:
        self.report.results.append(result)
        self._watcher.ended(result)

    async def _copy(self, listed: Listed, item: Item | None) -> Result:
        if item is not None and (item.state is ItemState.COPIED or item.video_id is None):
            return Result(title=listed.title, outcome=Outcome.KNOWN)
        self._watcher.starts(listed.title)
        try:
            return await self._try(listed, item)
        except StorageFull as error:
            raise Stopped(error.message) from error
        except OSError as error:
            raise Stopped(f"A file could not be written: {error.strerror}") from error
        except (FetchError, ProductError) as error:
            return _failed(listed, error.message)
        except CannotCopy as error:
            return _failed(listed, error.reason)

    async def _try(self, listed: Listed, item: Item | None) -> Result:
        described = await self._describe(listed)
        place = Place(self._folder, self._library.server, listed.ref)
        if item is None or item.video_id is None:
            video, item_id = await self._make(listed, described, place)
        else:
            video, item_id = await on_thread(self._find, item), item.id
        beside = await copy_beside(
            self._runtime, self._actor, self._remote, video, described, place
        )
        await on_thread(self._settle, item_id, beside, place)
        outcome = Outcome.COPIED if beside.is_complete else Outcome.INCOMPLETE
        remarks = (*described.remarks, *beside.remarks)
        return Result(title=listed.title, outcome=outcome, remarks=remarks)

    async def _describe(self, listed: Listed) -> Described:
        try:
            return await self._library.describe(listed)
        except Unreachable as error:
            raise Stopped(error.message) from error
        except BadAnswer as error:
            if error.status == _LOGIN_OVER:
                raise Stopped("The server does not take the token any more") from error
            raise

    async def _make(
        self, listed: Listed, described: Described, place: Place
    ) -> tuple[Video, int]:
        runtime = self._runtime
        await on_thread(self._check_room, described)
        try:
            path = await fetch_files(
                self._remote.client,
                runtime.tools,
                described,
                place,
                limit_bytes=runtime.max_upload_bytes,
                on_progress=self._watcher.received,
                pauses_s=self._pauses_s,
            )
            found = await look_into(runtime, path)
        except (CannotCopy, Invalid):
            # Kept, it would be taken for complete by every later run.
            await on_thread(place.clear)
            raise
        fetched = await on_thread(look_at, path, described.filename)
        fields = await on_thread(self._placed, described)
        return await on_thread(self._store, listed, described, fetched, found, fields)

    def _store(
        self,
        listed: Listed,
        described: Described,
        fetched: Fetched,
        found: Probe,
        fields: VideoFields,
    ) -> tuple[Video, int]:
        source = Source(
            asset_uuid=uuid.uuid4(),
            sha256=fetched.sha256,
            size_bytes=fetched.size_bytes,
            content_type=fetched.content_type,
            filename=described.filename,
            probe=found.to_json(),
        )
        key = f"{asset_folder(source.asset_uuid)}/source"
        runtime, server, ref = self._runtime, self._library.server, listed.ref
        room = room_of(runtime)
        # The blob first, the row second: a crash in between leaves a stray blob, which the
        # sweeper removes.
        runtime.store.put_file(key, fetched.path)
        try:
            with runtime.db.begin() as tx:
                entry, item_id, is_used = make_copy(
                    tx,
                    self._actor,
                    server,
                    ref,
                    source,
                    fields,
                    room=room,
                    now=runtime.now(),
                )
        except ProductError:
            runtime.store.delete(key)
            raise
        if not is_used:
            runtime.store.delete(key)
        return entry.video, item_id

    def _placed(self, described: Described) -> VideoFields:
        """The fields of the video with the channel and the folder it has here."""
        runtime, actor, fields = self._runtime, self._actor, described.fields
        with runtime.db.begin() as tx:
            folder_id = make_path(tx, actor, described.folder, now=runtime.now())
            fields = replace(fields, folder_id=folder_id)
            if described.channel is None:
                return fields
            wanted, server = described.channel, self._library.server
            channel, is_new = copy_channel(tx, actor, server, wanted, now=runtime.now())
        if is_new and channel.name != wanted.name:
            remark = f"The channel {wanted.name} is {channel.name} here: its name was taken"
            self.report.remarks.append(remark)
        return replace(fields, channel_id=channel.id)

    def _find(self, item: Item) -> Video:
        """
        Raises:
            NotFound: it was deleted a moment ago.
        """
        with self._runtime.db.read() as tx:
            return get_entry(tx, item.video_id or 0).video

    def _list_items(self, owner: AccountId) -> dict[str, Item]:
        with self._runtime.db.read() as tx:
            return list_items(tx, owner, self._library.server, ItemKind.VIDEO)

    def _make_folder(self, path: tuple[str, ...]) -> None:
        with self._runtime.db.begin() as tx:
            make_path(tx, self._actor, path, now=self._runtime.now())

    def _check_room(self, described: Described) -> None:
        size_bytes = sum(file.size_bytes or 0 for file in described.files)
        room, now = room_of(self._runtime), self._runtime.now()
        with self._runtime.db.read() as tx:
            check_room(tx, self._actor.known_user(), size_bytes, room, now=now)

    def _settle(self, item_id: int, beside: Beside, place: Place) -> None:
        if beside.is_complete:
            with self._runtime.db.begin() as tx:
                end_copy(tx, item_id, now=self._runtime.now())
        place.clear()


def _failed(listed: Listed, reason: str) -> Result:
    return Result(title=listed.title, outcome=Outcome.FAILED, remarks=(reason,))
