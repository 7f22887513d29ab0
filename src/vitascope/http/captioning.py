"""Captions that arrive as a file: from received bytes to what players are offered."""

import asyncio
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path

from vitascope.base.errors import Invalid, Unavailable
from vitascope.base.ids import VideoRef
from vitascope.core.access.features import check_feature
from vitascope.core.access.model import Actor, Right
from vitascope.core.accounts.model import Feature
from vitascope.core.captions.edit import add_caption, check_language, remove_caption
from vitascope.core.captions.model import (
    AddedCaption,
    CaptionFormat,
    NewCaption,
    original_key,
    webvtt_key,
)
from vitascope.core.videos.model import video_folder
from vitascope.core.videos.read import manage_video
from vitascope.http.runtime import Runtime
from vitascope.media.caption_file import UnreadableCaption, make_webvtt
from vitascope.media.ffmpeg import EncodeFailed
from vitascope.media.languages import language_name


async def add_caption_file(
    runtime: Runtime,
    actor: Actor,
    ref: VideoRef,
    path: Path,
    *,
    language: str,
    label: str | None = None,
    is_default: bool = False,
) -> str:
    """Give a video the caption in the file at ``path``, which is gone afterwards. Returns the
    language in the capitals that it is kept in.

    It takes the place of the one given before in the same language. ``label`` is the name of
    the language unless another is given. Players show the one that ``is_default`` by
    themselves.

    Raises:
        NotFound, LoginRequired, Forbidden, Invalid: as :func:`add_caption`; Invalid with the
            field ``caption`` when the file is no caption.
        FeatureWithheld: an administrator keeps captions of their own from the actor.
        Unavailable: the machine could not do it now.
    """
    made = path.with_name(f"{path.name}.vtt")
    try:
        language = await asyncio.to_thread(_check, runtime, actor, ref, language)
        form = CaptionFormat(await make_webvtt(runtime.tools, path, made))
        new = partial(
            NewCaption,
            language=language,
            label=label or language_label(language),
            format=form,
            is_default=is_default,
        )
        await asyncio.to_thread(_store, runtime, actor, ref, (path, made), form, new)
    except UnreadableCaption as error:
        raise Invalid("caption", error.reason) from error
    except EncodeFailed as error:
        raise Unavailable("The caption could not be converted. Try again.") from error
    finally:
        for each in (path, made):
            await asyncio.to_thread(each.unlink, missing_ok=True)
    return language


def drop_caption(runtime: Runtime, actor: Actor, ref: VideoRef, language: str) -> None:
    """Take away the caption that a video was given, with its files.

    Raises:
        NotFound, LoginRequired, Forbidden: as :func:`remove_caption`.
    """
    with runtime.db.begin() as tx:
        removed = remove_caption(tx, actor, ref, language)
    _delete(runtime, removed)


def language_label(language: str) -> str:
    """How people call a language: ``Portuguese (BR)`` for ``pt-BR``."""
    code, _, rest = language.partition("-")
    name = language_name(code.lower())
    return f"{name} ({rest})" if rest else name


def _check(runtime: Runtime, actor: Actor, ref: VideoRef, language: str) -> str:
    """The language as captions have it."""
    with runtime.db.read() as tx:
        manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO)
        check_feature(tx, actor, Feature.SUBTITLES)
    return check_language(language)


def _store(
    runtime: Runtime,
    actor: Actor,
    ref: VideoRef,
    files: tuple[Path, Path],
    form: CaptionFormat,
    new: Callable[..., NewCaption],
) -> None:
    with runtime.db.read() as tx:
        video = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO).video
    received, made = files
    is_changed = received.read_bytes() != made.read_bytes()
    stem = f"{video_folder(video.uuid)}/captions/{uuid.uuid4().hex}"
    key = webvtt_key(stem, form, is_changed=is_changed)
    runtime.store.put_file(key, made)
    if is_changed:
        runtime.store.put_file(original_key(key, form), received)
    with runtime.db.begin() as tx:
        replaced = add_caption(tx, actor, ref, new(blob_key=key), now=runtime.now())
    if replaced is not None:
        _delete(runtime, replaced)


def _delete(runtime: Runtime, caption: AddedCaption) -> None:
    for key in caption.blob_keys:
        runtime.store.delete(key)
