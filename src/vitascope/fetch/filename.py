"""What to call a file that somebody else serves."""

import unicodedata
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

MOST_CHARACTERS = 128


def filename_of(url: str, disposition: str | None) -> str:
    """The name in a Content-Disposition header, else the last part of the URL's path, else
    the host; cleaned as by :func:`clean_filename`.
    """
    parts = urlsplit(url)
    candidates = (_disposed(disposition or ""), unquote(parts.path), parts.hostname or "")
    return next(filter(None, map(clean_filename, candidates)), "download")


def clean_filename(text: str) -> str:
    """The last part of a path, without control characters, at most 128 characters long.

    A long name keeps its suffix. Nothing is left of one that means a folder.
    """
    last = text.replace("\\", "/").rpartition("/")[2]
    # Category C are control and format characters; some of them turn the text around.
    plain = "".join(each for each in last if unicodedata.category(each)[0] != "C")
    name = " ".join(plain.split()).strip(". ")
    if len(name) <= MOST_CHARACTERS:
        return name
    suffix = PurePosixPath(name).suffix[:16]
    return name[: MOST_CHARACTERS - len(suffix)].rstrip(". ") + suffix


def _disposed(header: str) -> str:
    """The file name of a Content-Disposition header, empty when it has none.

    Its extended form wins over the plain one beside it, which is for old programs.
    """
    message = Message()
    message["Content-Disposition"] = header
    named = dict.fromkeys(("plain", "extended"), "")
    for key, value in message.get_params([], "content-disposition"):
        if key.lower() != "filename":
            continue
        if isinstance(value, tuple):
            named["extended"] = _decoded(*value)
        else:
            named["plain"] = value
    return named["extended"] or named["plain"]


def _decoded(charset: str | None, _language: str | None, text: str) -> str:
    try:
        return text.encode("latin-1").decode(charset or "utf-8", "replace")
    except (LookupError, UnicodeEncodeError):
        return text
