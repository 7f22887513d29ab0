"""One torrent in its swarm, watched until it is here."""

import time
from collections.abc import Callable
from pathlib import Path

import libtorrent as lt

from vitascope.fetch.child_side import Report
from vitascope.fetch.errors import FetchError, Interrupted
from vitascope.fetch.torrent_filter import filter_rules
from vitascope.fetch.torrent_words import CONTENT_NAME, Fetch

_LOOK_MS = 200
_FLUSH_S = 600
_BLOCKED = 1


def open_session(order: Fetch) -> lt.session:
    """A session that talks to the allowed addresses only and asks the router for nothing."""
    everywhere, here = "0.0.0.0:0,[::]:0", "127.0.0.1:0"
    settings: lt.settings_pack = {
        "listen_interfaces": everywhere if order.is_open else here,
        "enable_dht": order.is_open,
        "enable_lsd": False,
        "enable_upnp": False,
        "enable_natpmp": False,
        "apply_ip_filter_to_trackers": True,
        "ssrf_mitigation": True,
        "max_metadata_size": 4 * 2**20,
        "alert_mask": lt.alert_category.error | lt.alert_category.storage,
    }
    session = lt.session(settings)
    addresses = lt.ip_filter()
    for rule in filter_rules(order.allowed_networks):
        addresses.add_rule(rule.first, rule.last, _BLOCKED if rule.is_blocked else 0)
    session.set_ip_filter(addresses)
    return session


class Swarm:
    """Gives up when for ``timeout_without_progress_s`` nothing came."""

    def __init__(self, session: lt.session, order: Fetch) -> None:
        self._session = session
        self._order = order

    def fetch_metadata(self, params: lt.add_torrent_params) -> lt.torrent_info:
        """What the magnet link stands for; none of its content is asked for.

        Raises:
            Interrupted: nobody told.
        """
        handle = self._add(params, lt.torrent_flags.default_dont_download)
        self._watch(handle, lambda status: status.has_metadata)
        info = handle.torrent_file()
        self._session.remove_torrent(handle)
        if info is None:
            raise Interrupted("Nobody in the swarm told what is in the torrent")
        return info

    def fetch_content(self, params: lt.add_torrent_params, number: int, report: Report) -> Path:
        """The one file, whole and checked. What is there already is checked and kept.

        Raises:
            Interrupted: nothing came any more.
            FetchError: it could not be written.
        """
        params.renamed_files = {number: CONTENT_NAME}
        handle = self._add(params, 0)
        self._watch(handle, _is_here, report)
        handle.pause()
        self._flush(handle)
        size_bytes = handle.status().total_wanted
        report(size_bytes, size_bytes)
        return self._order.folder / CONTENT_NAME

    def _add(self, params: lt.add_torrent_params, flags: int) -> lt.torrent_handle:
        unwanted = lt.torrent_flags.auto_managed | lt.torrent_flags.paused
        params.flags = (lt.torrent_flags.default_flags & ~unwanted) | flags
        params.flags |= lt.torrent_flags.apply_ip_filter
        params.save_path = str(self._order.folder)
        params.peers = [*params.peers, *self._order.peers]
        return self._session.add_torrent(params)

    def _watch(
        self,
        handle: lt.torrent_handle,
        is_reached: Callable[[lt.torrent_status], bool],
        report: Report | None = None,
    ) -> None:
        seen: object = None
        seen_s = time.monotonic()
        while not is_reached(status := handle.status()):
            if status.errc.value():
                raise FetchError("The torrent could not be stored", permanent=False)
            now = (status.state, status.progress_ppm, status.total_done)
            if now != seen:
                seen, seen_s = now, time.monotonic()
            elif time.monotonic() - seen_s > self._order.timeout_without_progress_s:
                raise Interrupted("Nobody in the swarm gives anything")
            if report is not None and status.total_wanted > 0:
                report(status.total_wanted_done, status.total_wanted)
            self._session.wait_for_alert(_LOOK_MS)
            self._session.pop_alerts()

    # Only then another program sees every byte.
    def _flush(self, handle: lt.torrent_handle) -> None:
        self._session.pop_alerts()
        handle.flush_cache()
        until_s = time.monotonic() + _FLUSH_S
        while time.monotonic() < until_s:
            self._session.wait_for_alert(_LOOK_MS)
            alerts = self._session.pop_alerts()
            if any(isinstance(alert, lt.cache_flushed_alert) for alert in alerts):
                return
        raise Interrupted("The torrent could not be stored in time")


def _is_here(status: lt.torrent_status) -> bool:
    return status.is_finished and status.total_wanted_done == status.total_wanted
